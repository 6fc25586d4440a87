using System.Globalization;

using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.RawProcessors.BoxScores;
using NbaProps.RawProcessors.Formats;
using NbaProps.RawProcessors.Payloads;

namespace NbaProps.RawProcessors.PlayByPlay;

/// <summary>Reads the CDN's play-by-play of a game, in the order of its order numbers. It has neither the date nor who was on court.</summary>
internal static class CdnPlayByPlay
{
    /// <summary>Whether a payload is one.</summary>
    public static bool Recognises(PayloadNode root) => root.Optional("game")?.Optional("actions") is not null;

    /// <summary>The events. Blocks and steals are parts of the shot or turnover that they stand beside, and so are left out.</summary>
    public static Reading<PlayLine> Read(PayloadNode root, DateTimeOffset asOf)
    {
        var game = root.Required("game");
        var id = BoxScoreFacts.Game(game.Required("gameId"));
        var actions = game.Required("actions").Items().ToArray();
        if (id.Phase == SeasonPhase.AllStar)
        {
            return new([], [$"game {id}: its teams are none of the thirty"]);
        }

        if (actions.Select(action => action.Optional("teamTricode")?.Text()).FirstOrDefault(team => team is not null && !TeamTricode.TryParse(team, out _)) is { } other)
        {
            return new([], [BoxScoreFacts.NotOurs(id, other)]);
        }

        var lines = new SortedDictionary<int, PlayLine>();
        var leftOut = new List<string>();
        foreach (var action in actions)
        {
            var type = action.Required("actionType").Text();
            var order = action.Required("orderNumber");
            var sequence = order.WholeOrNull() is { } number and > 0 ? number : throw order.Refused("a whole number above zero");
            if (CdnActions.WhyNot(type) is { } reason)
            {
                leftOut.Add(string.Create(CultureInfo.InvariantCulture, $"action {action.Required("actionNumber").Whole()}: {reason}"));
                continue;
            }

            if (!lines.TryAdd(sequence, CdnActions.Line(action, id, sequence)))
            {
                throw order.Refused("a number that no action before it has");
            }
        }

        return new([.. lines.Values], leftOut);
    }
}
