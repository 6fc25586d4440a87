using NbaProps.Domain.Teams;

namespace NbaProps.Simulator.League;

/// <summary>How large a league is. The same code makes and plays all of them.</summary>
public sealed record LeagueSize
{
    private LeagueSize()
    {
    }

    /// <summary>Thirty teams of fifteen, 82 games each, play-in and playoffs: a season of the real size.</summary>
    public static LeagueSize Full { get; } = new() { Name = "full", Teams = TeamTricode.All, PlayersPerTeam = 15, GamesPerTeam = 82 };

    /// <summary>Four teams of ten, twelve games each on as many days and no postseason: small enough for thousands of runs.</summary>
    public static LeagueSize Pocket { get; } = new()
    {
        Name = "pocket",
        Teams = [.. new[] { "BOS", "CHI", "DEN", "LAL" }.Select(TeamTricode.Parse)],
        PlayersPerTeam = 10,
        GamesPerTeam = 12,
    };

    /// <summary>full or pocket.</summary>
    public required string Name { get; init; }

    /// <summary>Its teams, by their letters.</summary>
    public required IReadOnlyList<TeamTricode> Teams { get; init; }

    /// <summary>Players under contract with each.</summary>
    public required int PlayersPerTeam { get; init; }

    /// <summary>Games of each in the regular season.</summary>
    public required int GamesPerTeam { get; init; }

    /// <summary>Whether there is a play-in and a postseason.</summary>
    public bool HasPostseason => Teams.Count == 30;
}
