using System.Text.RegularExpressions;

using NbaProps.Domain.Injuries;
using NbaProps.Domain.Players;
using NbaProps.Domain.Teams;
using NbaProps.RawProcessors.Formats;
using NbaProps.RawProcessors.Payloads;
using NbaProps.Shared.Resilience;

namespace NbaProps.RawProcessors.Gamebook;

/// <summary>What was read of a gamebook.</summary>
/// <param name="Facts">About its game.</param>
/// <param name="Lines">Its players in its order.</param>
/// <param name="Errors">What could not be read, by section.</param>
internal sealed record GamebookReading(GamebookFacts Facts, IReadOnlyList<GamebookLine> Lines, SectionErrorTracker Errors);

/// <summary>The league's official gamebook, by the text of its PDF: a head, the tables of both teams, the lists of inactive players.</summary>
internal static partial class GamebookText
{
    /// <summary>Whether a payload is the text of a gamebook: both teams' headings are in it.</summary>
    public static bool Recognises(RawPayload payload) =>
        !payload.IsPdf && !payload.IsJson && !payload.IsPage
        && payload.Bytes.Span.IndexOf("VISITOR:"u8) >= 0 && payload.Bytes.Span.IndexOf("HOME:"u8) >= 0;

    /// <summary>The game, then its players; left out is what could not be read, after the name of its section.</summary>
    /// <exception cref="PermanentException">The two teams are not known: nothing can be read without them.</exception>
    public static Reading<object> Read(RawPayload payload)
    {
        var gamebook = Open(payload);
        var incomplete = gamebook.Errors.Counts.Where(section => section.IsIncomplete).Select(section => FormattableString.Invariant($"{section.Name} is incomplete: {section.Errors} errors"));
        return new([gamebook.Facts, .. gamebook.Lines], [.. gamebook.Errors.Errors, .. incomplete]);
    }

    /// <summary>Reads a gamebook. What cannot be read is counted and the rest is read.</summary>
    /// <exception cref="PermanentException">The two teams are not known.</exception>
    public static GamebookReading Open(RawPayload payload)
    {
        var lines = FirstBox(ExtractedText.Lines(payload));
        var (visitor, host) = (Heading(payload, lines, "VISITOR:"), Heading(payload, lines, "HOME:"));
        var (away, home) = (TeamOf(visitor), TeamOf(host));
        if (away == home)
        {
            throw host.Refused($"another team than the visitor, {away}");
        }

        var errors = new SectionErrorTracker();
        string[] texts = [.. lines.Select(line => line.Text)];
        var facts = GamebookHead.Read(texts, away, home, errors);
        GamebookLine[] teams = [Nobody(facts, away, home, isHome: false), Nobody(facts, home, away, isHome: true)];
        var players = Tables(texts, teams, errors).Concat(Lists(texts).SelectMany(list => InactiveLists.Read(list, teams, errors))).ToArray();
        return new GamebookReading(facts, players, errors);
    }

    /// <summary>Lines with single spaces, without blank ones. A long gamebook repeats the tables for each half and quarter: the first are the game's.</summary>
    private static List<TextLine> FirstBox(IEnumerable<TextLine> all)
    {
        var (lines, visitors) = (new List<TextLine>(), 0);
        foreach (var line in all.Where(line => !line.IsBlank))
        {
            // Two lists in one line are parted here, so that the second one's team is not taken for the end of the first one's reason.
            var text = Spaces().Replace(line.Text, " ").Trim();
            visitors += text.StartsWith("VISITOR:", StringComparison.Ordinal) ? 1 : 0;
            if (visitors > 1)
            {
                break;
            }

            lines.AddRange(BeforeList().Split(text).Where(part => part.Length > 0).Select(part => line with { Text = part.Trim() }));
        }

        return lines;
    }

    private static TextLine Heading(RawPayload payload, List<TextLine> lines, string label) =>
        lines.Find(line => line.Text.StartsWith(label, StringComparison.Ordinal))
        ?? throw new PermanentException($"{payload.Path}: has no line that begins with {label}; accepted is a gamebook's text with one");

    private static TeamTricode TeamOf(TextLine heading) =>
        TeamSpellings.TryResolve(TeamSource.NbaFullName, Team().Match(heading.Text).Groups["team"].Value, out var team)
            ? team
            : throw heading.Refused("one of the thirty teams by city and nickname, and its record: Memphis Grizzlies (27-53)");

    private static GamebookLine Nobody(GamebookFacts facts, TeamTricode team, TeamTricode opponent, bool isHome) => new()
    {
        GameDate = facts.GameDate,
        Team = team,
        Opponent = opponent,
        IsHome = isHome,
        PlayerName = string.Empty,
        NameKey = default,
        PlayerStatus = GamebookStatus.Active,
    };

    private static List<GamebookLine> Tables(IEnumerable<string> lines, GamebookLine[] teams, SectionErrorTracker errors)
    {
        var (players, seen) = (new List<GamebookLine>(), new HashSet<(TeamTricode, NameKey)>());
        GamebookLine? team = null;
        foreach (var line in lines)
        {
            if (GamebookPlayers.IsHeading(line))
            {
                team = line.StartsWith('V') ? teams[0] : teams[1];
            }
            else if (line.StartsWith(InactiveLists.Label, StringComparison.Ordinal))
            {
                // What begins with a number in a list that goes on is not a player of the table.
                team = null;
            }
            else if (team is not null && GamebookPlayers.IsPlayer(line) && GamebookPlayers.Read(team, line, errors) is { } player)
            {
                if (seen.Add((player.Team, player.NameKey)))
                {
                    players.Add(player);
                }
                else
                {
                    errors.Record(GamebookPlayers.SectionOf(player.PlayerStatus), $"'{line}' is a second line of {player.PlayerName}; accepted is one");
                }
            }
        }

        return players;
    }

    /// <summary>The whole lists, each in one line.</summary>
    private static IEnumerable<string> Lists(IReadOnlyList<string> lines)
    {
        for (var at = 0; at < lines.Count; at++)
        {
            if (!lines[at].StartsWith(InactiveLists.Label, StringComparison.Ordinal))
            {
                continue;
            }

            var list = lines[at];
            while (at + 1 < lines.Count && !Label().IsMatch(lines[at + 1]) && InactiveLists.GoesOn(list, lines[at + 1]))
            {
                list = $"{list} {lines[++at]}";
            }

            yield return list;
        }
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex("(?=Inactive:)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BeforeList();

    [GeneratedRegex(@"^(VISITOR|HOME): ?(?<team>[^()]+?)( ?\([^()]*\))?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Team();

    /// <summary>Whether a line begins with the label of something else: "HOME:", "Officials:", "Points in the paint:".</summary>
    [GeneratedRegex(@"^[A-Z][A-Za-z ]*:", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Label();
}
