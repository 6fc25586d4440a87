namespace NbaProps.Archive;

/// <summary>The files of one season; what the folder does not have is null.</summary>
/// <param name="Players">Player lines of the regular season.</param>
/// <param name="Teams">Team lines of the regular season.</param>
/// <param name="Playoffs">Player lines of the playoffs, with their teams'.</param>
/// <param name="Lines">Points lines, one zip per bookmaker.</param>
internal sealed record SeasonFiles(string? Players, string? Teams, string? Playoffs, IReadOnlyList<LinesFile> Lines)
{
    public static SeasonFiles None { get; } = new(null, null, null, []);
}

/// <summary>A zip of points lines.</summary>
/// <param name="Bookmaker">The bookmaker's key, from the file's name.</param>
/// <param name="Path">The zip.</param>
internal sealed record LinesFile(string Bookmaker, string Path);
