using System.Text.RegularExpressions;

using NbaProps.Domain.Injuries;
using NbaProps.Domain.Players;

namespace NbaProps.RawProcessors.Gamebook;

/// <summary>Reads a line of a team's table: a number, a name, and either a starter's position, minutes and counts, or why he did not play.</summary>
internal static partial class GamebookPlayers
{
    /// <summary>Whether a line begins a team's table.</summary>
    public static bool IsHeading(string line) => line.StartsWith("VISITOR:", StringComparison.Ordinal) || line.StartsWith("HOME:", StringComparison.Ordinal);

    /// <summary>Whether a line is a player's: a number of two digits at most and a word. Headers, totals and percentages are not.</summary>
    public static bool IsPlayer(string line) => Beginning().IsMatch(line);

    /// <summary>A player's line; null when it cannot be read, which is then counted.</summary>
    /// <param name="team">A line of his team, without a player.</param>
    /// <param name="line">The text, with single spaces.</param>
    /// <param name="errors">Takes the error.</param>
    public static GamebookLine? Read(GamebookLine team, string line, SectionErrorTracker errors)
    {
        var mark = Mark().Match(line);
        if (mark.Success)
        {
            var status = StatusOf(mark.Groups["mark"].Value);
            return Absent(team, line, status) ?? Wrong(SectionOf(status), $"'{line}' has no player's name; accepted is '45 Some Name DNP - reason'", errors);
        }

        var active = Active().Match(line);
        if (!active.Success || Named(team, active, GamebookStatus.Active) is not { } named)
        {
            return Wrong(GamebookSection.ActivePlayerExtraction, $"'{line}' is no player's line; accepted is '45 Some Name F 35:42' and his counts, or DNP, DND or NWT and a reason", errors);
        }

        named = active.Groups["position"] is { Success: true } position ? named with { Position = position.Value } : named;
        return StatLine.Read(named, active.Groups["minutes"].Value, active.Groups["counts"].Value, out var wrong)
            ?? Wrong(GamebookSection.StatLineParsing, wrong!, errors);
    }

    /// <summary>The section in which a status is looked for.</summary>
    public static GamebookSection SectionOf(GamebookStatus status) => status switch
    {
        GamebookStatus.Active => GamebookSection.ActivePlayerExtraction,
        GamebookStatus.DidNotPlay => GamebookSection.DnpExtraction,
        GamebookStatus.DidNotDress => GamebookSection.DndExtraction,
        GamebookStatus.NotWithTeam => GamebookSection.NwtExtraction,
        _ => GamebookSection.IndividualInactivePlayer,
    };

    private static GamebookLine? Absent(GamebookLine team, string line, GamebookStatus status)
    {
        var absent = AbsentForm().Match(line);
        if (!absent.Success || Named(team, absent, status) is not { } named)
        {
            return null;
        }

        var reason = absent.Groups["reason"].Value.Trim() is { Length: > 0 } text ? text : null;
        return named with { Reason = reason, ReasonCategory = AbsenceCategories.Of(reason) };
    }

    private static GamebookLine? Named(GamebookLine team, Match found, GamebookStatus status) =>
        NameKey.TryFrom(found.Groups["name"].Value, out var key)
            ? team with { PlayerName = found.Groups["name"].Value, NameKey = key, PlayerStatus = status, JerseyNumber = found.Groups["number"].Value }
            : null;

    private static GamebookLine? Wrong(GamebookSection section, string error, SectionErrorTracker errors)
    {
        errors.Record(section, error);
        return null;
    }

    private static GamebookStatus StatusOf(string mark) => mark switch
    {
        "DNP" => GamebookStatus.DidNotPlay,
        "DND" => GamebookStatus.DidNotDress,
        _ => GamebookStatus.NotWithTeam,
    };

    [GeneratedRegex(@"^[0-9]{1,2} \p{L}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Beginning();

    [GeneratedRegex(@" (?<mark>DNP|DND|NWT)( -|\z)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mark();

    [GeneratedRegex(@"^(?<number>[0-9]{1,2}) (?<name>\p{L}.*?) (DNP|DND|NWT)( -(?<reason>.*))?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AbsentForm();

    [GeneratedRegex(@"^(?<number>[0-9]{1,2}) (?<name>\p{L}.*?)( (?<position>[FCG]))? (?<minutes>[0-9]{1,3}:[0-9]{2})(?<counts>( .*)?)\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Active();
}
