using NbaProps.RawProcessors.Gamebook;
using NbaProps.RawProcessors.InjuryReport;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Tests.RawProcessors.Gamebook;

/// <summary>What is read of PDFs has a place in their tables.</summary>
public sealed class GamebookTableTests
{
    [Fact]
    public void Everything_of_a_gamebooks_line_is_a_column() => Missing(typeof(GamebookLine), typeof(GamebookPlayerStatsRow)).ShouldBeEmpty();

    // The status has the column's usual name there.
    [Fact]
    public void Everything_of_a_reports_line_is_a_column() => Missing(typeof(InjuryReportLine), typeof(InjuryReportRow)).ShouldBe(["Status"]);

    [Fact]
    public void The_tables_have_the_keys_that_readers_expect()
    {
        Keys(Table<GamebookPlayerStatsRow>.Instance.Schema).ShouldBe(["game_date", "game_id", "team", "name_key"]);
        Keys(Table<InjuryReportRow>.Instance.Schema).ShouldBe(["game_date", "team", "name_key", "report_at"]);
    }

    [Fact]
    public void Counts_as_large_as_the_table_takes_are_read_and_larger_ones_are_not()
    {
        var places = new[] { "FieldGoalsMade", "FieldGoalsAttempted", "ThreePointersMade", "ThreePointersAttempted", "FreeThrowsMade", "FreeThrowsAttempted", "OffensiveRebounds", "DefensiveRebounds", "Rebounds", "Assists", "PersonalFouls", "Steals", "Turnovers", "Blocks", "PlusMinus", "Points" };
        var line = new GamebookLine
        {
            GameDate = null,
            Team = default,
            Opponent = default,
            IsHome = false,
            PlayerName = "Dan Dean",
            NameKey = default,
            PlayerStatus = NbaProps.Domain.Injuries.GamebookStatus.Active,
        };
        foreach (var (index, place) in places.Index())
        {
            var most = (int)typeof(GamebookPlayerStatsRow).GetProperty(place)!.GetCustomAttributes(typeof(BetweenAttribute), inherit: false).Cast<BetweenAttribute>().Single().Maximum;
            string? Wrong(int count)
            {
                var counts = new int[places.Length];
                counts[index] = count;
                _ = StatLine.Read(line, "10:00", string.Join(' ', counts), out var wrong);
                return wrong;
            }

            Wrong(most + 1)!.ShouldContain(FormattableString.Invariant($"as count {index + 1}; accepted is a whole number up to {most}"), customMessage: place);
            (Wrong(most) ?? "").ShouldNotContain("as count", customMessage: place);
        }
    }

    private static IEnumerable<string> Missing(Type line, Type row) => line.GetProperties().Select(property => property.Name).Except(row.GetProperties().Select(property => property.Name));

    private static IEnumerable<string> Keys(TableSchema schema) => schema.Key;
}
