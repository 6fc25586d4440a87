using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using static NbaProps.Domain.Teams.TeamTable;

namespace NbaProps.Domain.Teams;

/// <summary>How each source spells the thirty teams. Spellings are compared by their exact characters; an unknown one resolves to nothing.</summary>
public static class TeamSpellings
{
    private static readonly FrozenDictionary<TeamTricode, Team> ByCode = Rows.ToFrozenDictionary(team => team.Code);
    private static readonly FrozenDictionary<long, TeamTricode> ByNbaId = Rows.ToFrozenDictionary(team => team.NbaId, team => team.Code);

    private static readonly FrozenDictionary<TeamSource, FrozenDictionary<string, TeamTricode>> BySource =
        new Dictionary<TeamSource, FrozenDictionary<string, TeamTricode>>
        {
            [TeamSource.NbaTricode] = Map(team => team.Letters),
            [TeamSource.NbaId] = Map(team => team.NbaId.ToString(CultureInfo.InvariantCulture)),
            [TeamSource.NbaFullName] = Map(team => team.FullName, [.. Simulated(team => team.SimulatedFullName), ("LAC", "Los Angeles Clippers")]),
            [TeamSource.Nickname] = Map(team => team.Nickname, [.. Simulated(team => team.SimulatedNickname), ("POR", "Blazers")]),
            [TeamSource.OddsApi] = Map(OddsApi, Simulated(team => team.SimulatedFullName)),
            [TeamSource.Espn] = Map(InsteadOf(
                team => team.Letters, ("GSW", "GS"), ("NOP", "NO"), ("NYK", "NY"), ("SAS", "SA"), ("UTA", "UTAH"), ("WAS", "WSH"))),
            [TeamSource.BasketballReference] = Map(InsteadOf(team => team.Letters, ("BKN", "BRK"), ("CHA", "CHO"), ("PHX", "PHO"))),
            [TeamSource.DraftKings] = Map(InsteadOf(
                team => team.Letters.ToLowerInvariant(),
                ("GSW", "gs"), ("NOP", "no"), ("NYK", "ny"), ("SAS", "sa"), ("UTA", "utah"), ("WAS", "wsh"))),
            [TeamSource.BettingPros] = Map(team => team.Letters, ("NOP", "NOR"), ("PHX", "PHO"), ("UTA", "UTH")),
        }.ToFrozenDictionary();

    /// <summary>The team a source means by a spelling; false when the spelling is not on that source's list.</summary>
    /// <param name="source">Who wrote it.</param>
    /// <param name="spelling">What was written; case and spaces count.</param>
    /// <param name="code">The team.</param>
    /// <exception cref="ArgumentOutOfRangeException">The source is no member of <see cref="TeamSource"/>.</exception>
    public static bool TryResolve(TeamSource source, [NotNullWhen(true)] string? spelling, out TeamTricode code)
    {
        code = default;
        return spelling is not null && Of(source).TryGetValue(spelling, out code);
    }

    /// <summary>Every spelling a source uses, in ordinal order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The source is no member of <see cref="TeamSource"/>.</exception>
    public static IReadOnlyList<string> All(TeamSource source) => [.. Of(source).Keys.Order(StringComparer.Ordinal)];

    /// <summary>The league's number for a team, 1610612737 to 1610612766.</summary>
    public static long NbaId(TeamTricode team) => Row(team).NbaId;

    /// <summary>The team of a league number; null when it is none of the thirty, such as an All-Star team's.</summary>
    public static TeamTricode? FromNbaId(long teamId) => ByNbaId.TryGetValue(teamId, out var code) ? code : null;

    /// <summary>City and nickname as the league writes them: "LA Clippers", "Los Angeles Lakers".</summary>
    public static string FullName(TeamTricode team) => Row(team).FullName;

    /// <summary>City and nickname as The Odds API writes them: "Los Angeles Clippers".</summary>
    public static string OddsApiName(TeamTricode team) => OddsApi(Row(team));

    /// <summary>The nickname alone: "Trail Blazers".</summary>
    public static string Nickname(TeamTricode team) => Row(team).Nickname;

    /// <summary>City and nickname of the club that stands in a team's place in a simulated league: "Boston Herons". Nobody else is called so.</summary>
    public static string SimulatedFullName(TeamTricode team) => Row(team).SimulatedFullName;

    /// <summary>The nickname alone: "Herons".</summary>
    public static string SimulatedNickname(TeamTricode team) => Row(team).SimulatedNickname;

    /// <summary>City of a team, and of the club in its place: "Boston".</summary>
    public static string City(TeamTricode team) => Row(team).City;

    private static string OddsApi(Team team) => InsteadOf(each => each.FullName, ("LAC", "Los Angeles Clippers"))(team);

    private static Team Row(TeamTricode team) => ByCode.TryGetValue(team, out var row) ? row : throw Text.Unset.Of<TeamTricode>();

    private static FrozenDictionary<string, TeamTricode> Of(TeamSource source)
        => BySource.TryGetValue(source, out var spellings)
            ? spellings
            : throw new ArgumentOutOfRangeException(nameof(source), source, "Not a source of team names.");

    private static (string Letters, string Spelling)[] Simulated(Func<Team, string> spelling) => [.. Rows.Select(team => (team.Letters, spelling(team)))];

    private static Func<Team, string> InsteadOf(Func<Team, string> regular, params (string Letters, string Spelling)[] exceptions)
        => team => exceptions.FirstOrDefault(exception => exception.Letters == team.Letters).Spelling ?? regular(team);

    private static FrozenDictionary<string, TeamTricode> Map(Func<Team, string> spelling, params (string Letters, string Spelling)[] also)
        => Rows.Select(team => KeyValuePair.Create(spelling(team), team.Code))
            .Concat(also.Select(extra => KeyValuePair.Create(extra.Spelling, Rows.Single(team => team.Letters == extra.Letters).Code)))
            .ToFrozenDictionary(StringComparer.Ordinal);
}
