using System.Text;
using System.Text.RegularExpressions;

using NbaProps.Domain.Injuries;
using NbaProps.Domain.Players;
using NbaProps.Domain.Teams;

namespace NbaProps.RawProcessors.Gamebook;

/// <summary>Reads the lists of inactive players: "Inactive: Grizzlies - Bane (Injury/Illness - Lumbar; Disc Bulge), Goodwin (G League - Two-Way)".</summary>
internal static partial class InactiveLists
{
    public const string Label = "Inactive:";

    /// <summary>Whether a list that has come so far goes on in the next line: a parenthesis is open, a comma is last, or a name still waits for its reason.</summary>
    public static bool GoesOn(string list, string next)
    {
        if (Label.Length == list.Length || list.EndsWith(',') || list.EndsWith(" -", StringComparison.Ordinal) || Depth(list) > 0 || next.StartsWith('('))
        {
            return true;
        }

        // A list gives reasons or gives none: a name without one among others with is not at its end yet.
        return list.Contains('(', StringComparison.Ordinal) && !list.EndsWith(')');
    }

    /// <summary>The players of a list.</summary>
    /// <param name="list">The whole list from its label on.</param>
    /// <param name="teams">A line of each of the two teams, without a player.</param>
    /// <param name="errors">Takes what cannot be read.</param>
    public static IEnumerable<GamebookLine> Read(string list, IReadOnlyList<GamebookLine> teams, SectionErrorTracker errors)
    {
        var form = Form().Match(list);
        var team = TeamSpellings.TryResolve(TeamSource.Nickname, form.Groups["team"].Value, out var code) ? teams.FirstOrDefault(line => line.Team == code) : null;
        if (team is null)
        {
            errors.Record(
                GamebookSection.InactivePlayerExtraction,
                $"'{list}' is no list; accepted is '{Label} {TeamSpellings.Nickname(teams[0].Team)} - ' or '{Label} {TeamSpellings.Nickname(teams[1].Team)} - ' and names");
            yield break;
        }

        var names = form.Groups["names"].Value.Trim();
        foreach (var one in names.Length == 0 || names.Equals("None", StringComparison.OrdinalIgnoreCase) ? [] : Split(names))
        {
            var player = Player().Match(one);
            if (!player.Success || Depth(one) != 0 || !NameKey.TryFrom(player.Groups["name"].Value, out var key))
            {
                errors.Record(GamebookSection.IndividualInactivePlayer, $"'{one}' of {team.Team} is no inactive player; accepted is 'Name (reason)'");
                continue;
            }

            var reason = player.Groups["reason"].Value.Trim() is { Length: > 0 } text ? text : null;
            yield return team with
            {
                PlayerName = player.Groups["name"].Value,
                NameKey = key,
                PlayerStatus = GamebookStatus.Inactive,
                Reason = reason,
                ReasonCategory = AbsenceCategories.Of(reason),
            };
        }
    }

    private static int Depth(string text) => text.Count(letter => letter == '(') - text.Count(letter => letter == ')');

    // Commas in a reason part nothing.
    private static List<string> Split(string names)
    {
        var (parts, part, depth) = (new List<string>(), new StringBuilder(), 0);
        foreach (var letter in names)
        {
            depth += letter switch { '(' => 1, ')' => -1, _ => 0 };
            if (letter == ',' && depth <= 0)
            {
                parts.Add(part.ToString().Trim());
                part.Clear();
            }
            else
            {
                part.Append(letter);
            }
        }

        parts.Add(part.ToString().Trim());
        return parts;
    }

    [GeneratedRegex(@"^Inactive: ?(?<team>[^-()]+?) -(?<names>.*)\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();

    [GeneratedRegex(@"^(?<name>\p{L}[^()]*?)( ?\((?<reason>.*)\))?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Player();
}
