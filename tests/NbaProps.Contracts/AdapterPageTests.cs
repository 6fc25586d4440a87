using System.Globalization;
using System.Reflection;
using System.Text;

using NbaProps.Contracts.Messaging;
using NbaProps.Contracts.Objects;
using NbaProps.Contracts.Project;
using NbaProps.Contracts.State;
using NbaProps.Contracts.Warehouse;
using NbaProps.Contracts.Warehouse.BigQuery;
using NbaProps.Tests.Support;

using Xunit.Sdk;

namespace NbaProps.Contracts;

/// <summary>Which adapter stands under which suite, counted in this assembly.</summary>
public sealed class AdapterPageTests
{
    private const string Introduction =
        """
        # Ports, adapters and the suites that hold them

        This page is written by a test (`AdapterPageTests`), which counts in `tests/NbaProps.Contracts`. A cell names the class that runs the port's suite on the adapter, with the number of tests of
        that suite and, behind the plus, of its own. A row of a theory counts as a test. The suites on Google's emulators are skipped, visibly, where the Google Cloud command line is missing; those on
        a project are not part of `./nbaprops test`: [`./nbaprops deploy verify`](../01-architecture/google-cloud.md#deploy-verify) runs them; no other is ever skipped. What a double or an emulator does
        not show is said on [the adapters' page](../01-architecture/google-cloud.md).

        | port | in memory | embedded | emulator or double | a project |
        |---|---|---|---|---|

        """;

    private static readonly (string Port, Type Contract, (Type Suite, string On)[] Memory, (Type Suite, string On)[] Embedded, (Type Suite, string On)[] Google, (Type Suite, string On)[] Project)[] Ports =
    [
        ("warehouse", typeof(WarehouseContract), [(typeof(InMemoryWarehouseTests), "")], [(typeof(SqliteWarehouseTests), "SQLite")],
            [(typeof(BigQueryWarehouseTests), "BigQuery, double"), (typeof(StagedBigQueryWarehouseTests), "BigQuery, double, staged, slow jobs, small pages")],
            [(typeof(ProjectWarehouseTests), "BigQuery")]),
        ("state", typeof(StateStoreContract), [(typeof(InMemoryStateStoreTests), "")], [(typeof(SqliteStateStoreTests), "SQLite")], [(typeof(FirestoreStateStoreTests), "Firestore, emulator")],
            [(typeof(ProjectStateTests), "Firestore")]),
        ("objects", typeof(ObjectStoreContract), [(typeof(InMemoryObjectStoreTests), "")], [(typeof(FileObjectStoreTests), "files")], [(typeof(CloudStorageObjectStoreTests), "Cloud Storage, double")],
            [(typeof(ProjectObjectsTests), "Cloud Storage")]),

        // The bus in memory delivers nothing: who uses it takes out what was published.
        ("bus", typeof(MessageBusContract), [], [(typeof(SqliteMessageBusContract), "broker on SQLite")], [(typeof(PubSubMessageBusContract), "Pub/Sub, emulator")],
            [(typeof(ProjectBusTests), "Pub/Sub, pulled")]),
    ];

    [Fact]
    public void The_page_names_every_adapter_with_the_number_of_its_tests()
    {
        var page = RepositoryRoot.Of(Path.Combine("docs", "06-testing", "adapters.md"));
        var expected = Write();
        if (Environment.GetEnvironmentVariable("NBAPROPS_WRITE_DOCS") is "1")
            File.WriteAllText(page, expected);

        File.ReadAllText(page).ShouldBe(expected, "Write it with: NBAPROPS_WRITE_DOCS=1 dotnet test tests/NbaProps.Contracts --filter AdapterPageTests");
    }

    [Fact]
    public void No_suite_is_missing_on_the_page()
    {
        foreach (var (port, contract, memory, embedded, google, project) in Ports)
        {
            var suites = contract.Assembly.GetTypes().Where(type => type is { IsAbstract: false } && type.IsSubclassOf(contract));
            memory.Concat(embedded).Concat(google).Concat(project).Select(one => one.Suite).ShouldBe(suites, ignoreOrder: true, port);
        }
    }

    [Fact]
    public void An_adapter_runs_its_ports_whole_suite_and_none_of_it_is_switched_off()
    {
        foreach (var (port, contract, memory, embedded, google, project) in Ports)
        {
            var whole = Tests(contract, contract).Ours;
            whole.ShouldBeGreaterThan(10, port);
            foreach (var (suite, _) in memory.Concat(embedded).Concat(google).Concat(project))
            {
                Tests(suite, contract).Ours.ShouldBe(whole, suite.Name);
                Methods(suite).ShouldAllBe(method => method.GetCustomAttribute<FactAttribute>()!.Skip == null);
            }
        }
    }

    // The one runs those tests only, the other all but those: ./nbaprops deploy verify, and ./nbaprops test.
    [Fact]
    public void Suites_on_a_project_are_marked_with_their_port_and_no_other_is()
    {
        foreach (var (port, contract, _, _, _, project) in Ports)
        {
            Marked(contract, "Part", "project").ShouldBe(project.Select(one => one.Suite), port);
            Marked(contract, "Port", port).ShouldBe(project.Select(one => one.Suite), port);
        }

        static IEnumerable<Type> Marked(Type contract, string name, string value) => contract.Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(contract) && type.GetCustomAttributesData().Any(data => data.AttributeType == typeof(TraitAttribute) && data.ConstructorArguments is [var first, var second] && first.Value is string one && second.Value is string other && one == name && other == value));
    }

    private static string Write()
    {
        var page = new StringBuilder(Introduction);
        foreach (var (port, _, memory, embedded, google, project) in Ports)
            page.Append(CultureInfo.InvariantCulture, $"| {port} | {Cell(memory)} | {Cell(embedded)} | {Cell(google)} | {Cell(project)} |\n");
        page.Append("\nThe bus in memory delivers nothing: whoever uses it takes out what was published, so that no suite of deliveries can hold it.\n");
        return page.ToString();

        string Cell((Type Suite, string On)[] suites) => suites.Length == 0 ? "none" : string.Join("; ", suites.Select(one =>
        {
            var (ours, own) = Tests(one.Suite, Ports.Single(port => one.Suite.IsSubclassOf(port.Contract)).Contract);
            return string.Create(CultureInfo.InvariantCulture, $"{ours}{(own > 0 ? $" + {own}" : string.Empty)} (`{one.Suite.Name}`{(one.On.Length > 0 ? $": {one.On}" : string.Empty)})");
        }));
    }

    // A test that an adapter overrides is the suite's all the same.
    private static (int Ours, int Own) Tests(Type suite, Type contract)
    {
        var (ours, own) = (0, 0);
        foreach (var method in Methods(suite))
        {
            var count = method.GetCustomAttribute<FactAttribute>() is TheoryAttribute ? method.GetCustomAttributes<DataAttribute>().Sum(data => data.GetData(method).Count()) : 1;
            if (method.GetBaseDefinition().DeclaringType!.IsAssignableFrom(contract))
                ours += count;
            else
                own += count;
        }

        return (ours, own);
    }

    private static IEnumerable<MethodInfo> Methods(Type suite) =>
        suite.GetMethods(BindingFlags.Instance | BindingFlags.Public).Where(method => method.GetCustomAttribute<FactAttribute>() is not null);
}
