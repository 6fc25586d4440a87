using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;

namespace NbaProps.RawProcessors.Gamebook;

/// <summary>What a gamebook says about its game. What it does not say, or not so that it can be read, is null.</summary>
/// <param name="GameDate">US Eastern sports day.</param>
/// <param name="AwayTeam">Visiting team.</param>
/// <param name="HomeTeam">Home team.</param>
/// <param name="Arena">Name of the arena.</param>
/// <param name="City">Its city.</param>
/// <param name="State">Its state or province, two letters.</param>
/// <param name="Officials">Those that could be read, in the order of the gamebook.</param>
/// <param name="DurationMinutes">From the first to the last minute of the game by the clock on the wall, 30 to 599 minutes.</param>
/// <param name="Attendance">People in the arena, 0 or more.</param>
/// <param name="Sellout">Whether the arena was sold out; null without an attendance.</param>
internal sealed record GamebookFacts(
    GameDate? GameDate,
    TeamTricode AwayTeam,
    TeamTricode HomeTeam,
    string? Arena,
    string? City,
    string? State,
    IReadOnlyList<GamebookOfficial> Officials,
    int? DurationMinutes,
    int? Attendance,
    bool? Sellout);

/// <summary>An official.</summary>
/// <param name="Number">The number on the shirt, 0 to 999.</param>
/// <param name="Name">The name as written.</param>
internal sealed record GamebookOfficial(int Number, string Name)
{
    /// <summary>As the gamebook writes it: #24 Kevin Scott.</summary>
    public override string ToString() => FormattableString.Invariant($"#{Number} {Name}");
}
