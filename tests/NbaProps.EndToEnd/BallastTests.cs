using Microsoft.Data.Sqlite;

using NbaProps.EndToEnd.Support;
using NbaProps.Tests.Support;

namespace NbaProps.EndToEnd;

public sealed class BallastTests : IDisposable
{
    private const int Pages = 60;

    // SQLITE_FULL
    private const int Full = 13;

    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void However_often_a_file_is_filled_and_with_what_nothing_of_five_pages_has_room_in_it()
    {
        var file = _temporary.Of("some.db");
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        Run(connection, $"PRAGMA max_page_count = {Pages}; CREATE TABLE own (bytes BLOB)");
        var ballast = new Ballast(file, Pages);
        for (var times = 1; times <= 40; times++)
        {
            Run(connection, $"INSERT INTO own VALUES (zeroblob({times * 137}))");
            ballast.Fill();
            Should.Throw<SqliteException>(() => Run(connection, "INSERT INTO own VALUES (zeroblob(20000))")).SqliteErrorCode.ShouldBe(Full, $"filled {times} times");
            ballast.Remove();
        }

        ballast.Check().ShouldBe("ok");
    }

    private static void Run(SqliteConnection connection, string statement)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }
}
