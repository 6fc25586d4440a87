using System.Globalization;
using System.Reflection;
using System.Text;

using NbaProps.Contracts.Messaging;
using NbaProps.Contracts.Objects;
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
        that suite and, behind the plus, of its own. A row of a theory counts as a test. The suites on Google's emulators are skipped, visibly, where the Google Cloud command line is missing; no other is
        ever skipped. What a double or an emulator does not show is said on [the adapters' page](../01-architecture/google-cloud.md); a real project is asked by `./nbaprops deploy verify`.

        | port | in memory | embedded | emulator or double |
        |---|---|---|---|

        """;

    private static readonly (string Port, Type Contract, (Type Suite, string On)[] Memory, (Type Suite, string On)[] Embedded, (Type Suite, string On)[] Google)[] Ports =
    [
        ("warehouse", typeof(WarehouseContract), [(typeof(InMemoryWarehouseTests), "")], [(typeof(SqliteWarehouseTests), "SQLite")],
            [(typeof(BigQueryWarehouseTests), "BigQuery, double"), (typeof(StagedBigQueryWarehouseTests), "BigQuery, double, staged, slow jobs, small pages")]),
        ("state", typeof(StateStoreContract), [(typeof(InMemoryStateStoreTests), "")], [(typeof(SqliteStateStoreTests), "SQLite")], [(typeof(FirestoreStateStoreTests), "Firestore, emulator")]),
        ("objects", typeof(ObjectStoreContract), [(typeof(InMemoryObjectStoreTests), "")], [(typeof(FileObjectStoreTests), "files")], [(typeof(CloudStorageObjectStoreTests), "Cloud Storage, double")]),

        // The bus in memory delivers nothing: who uses it takes out what was published.
        ("bus", typeof(MessageBusContract), [], [(typeof(SqliteMessageBusContract), "broker on SQLite")], [(typeof(PubSubMessageBusContract), "Pub/Sub, emulator")]),
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
        foreach (var (port, contract, memory, embedded, google) in Ports)
        {
            var suites = contract.Assembly.GetTypes().Where(type => type is { IsAbstract: false } && type.IsSubclassOf(contract));
            memory.Concat(embedded).Concat(google).Select(one => one.Suite).ShouldBe(suites, ignoreOrder: true, port);
        }
    }

    [Fact]
    public void An_adapter_runs_its_ports_whole_suite_and_none_of_it_is_switched_off()
    {
        foreach (var (port, contract, memory, embedded, google) in Ports)
        {
            var whole = Tests(contract, contract).Ours;
            whole.ShouldBeGreaterThan(10, port);
            foreach (var (suite, _) in memory.Concat(embedded).Concat(google))
            {
                Tests(suite, contract).Ours.ShouldBe(whole, suite.Name);
                Methods(suite).ShouldAllBe(method => method.GetCustomAttribute<FactAttribute>()!.Skip == null);
            }
        }
    }

    private static string Write()
    {
        var page = new StringBuilder(Introduction);
        foreach (var (port, _, memory, embedded, google) in Ports)
            page.Append(CultureInfo.InvariantCulture, $"| {port} | {Cell(memory)} | {Cell(embedded)} | {Cell(google)} |\n");
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
