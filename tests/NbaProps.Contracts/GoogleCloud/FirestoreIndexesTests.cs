using System.Reflection;

using NbaProps.GoogleCloud.Firestore;
using NbaProps.Shared.State;
using NbaProps.Tests.Support;

namespace NbaProps.Contracts.GoogleCloud;

public sealed class FirestoreIndexesTests
{
    [Fact]
    public void The_file_of_indexes_is_what_the_declared_collections_need()
    {
        var file = RepositoryRoot.Of(Path.Combine("deploy", "firestore.indexes.json"));
        if (Environment.GetEnvironmentVariable("NBAPROPS_WRITE_DOCS") is "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, FirestoreIndexes.OfPipeline());
        }

        File.ReadAllText(file).ShouldBe(FirestoreIndexes.OfPipeline(), "Write it with: NBAPROPS_WRITE_DOCS=1 dotnet test tests/NbaProps.Contracts --filter FirestoreIndexesTests");
    }

    [Fact]
    public void Every_collection_of_the_code_is_declared()
    {
        var names = typeof(StateCollections).Assembly.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field is { IsLiteral: true, Name: "Collection" or "History" })
            .Select(field => (string)field.GetRawConstantValue()!)
            .ToArray();

        names.ShouldNotBeEmpty();
        StateCollections.All.Select(collection => collection.Name).ShouldBe(names, ignoreOrder: true);
    }
}
