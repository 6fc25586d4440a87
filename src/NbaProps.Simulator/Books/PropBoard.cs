using NbaProps.Domain.Odds;
using NbaProps.Simulator.Chance;
using NbaProps.Simulator.League;
using NbaProps.Simulator.Running;

using Side = NbaProps.Simulator.Play.Side;

namespace NbaProps.Simulator.Books;

/// <summary>
/// The points lines of a season's games. A book believes what all do (<see cref="PointsExpected"/>), errs a little from it, and rounds.
/// </summary>
public sealed class PropBoard
{
    private readonly SimulatedSeason _season;
    private readonly PointsExpected _expected;

    /// <summary>The board of a season.</summary>
    public PropBoard(SimulatedSeason season)
    {
        _season = season;
        _expected = new PointsExpected(season);
    }

    /// <summary>All lines on a game as they stand at a moment; none before the game is opened, and none from its start on.</summary>
    public IReadOnlyList<Quote> Of(SimulatedGame game, DateTimeOffset at) => Of(game, at, Bookmaker.All);

    /// <summary>The same of some books alone.</summary>
    internal IReadOnlyList<Quote> Of(SimulatedGame game, DateTimeOffset at, IReadOnlyList<Bookmaker> books)
    {
        if (QuoteTimes.LastBefore(game.Scheduled, at) is not { } moment)
        {
            return [];
        }

        var quotes = new List<Quote>();
        foreach (var side in new[] { Side.Home, Side.Away })
        {
            foreach (var (player, expected) in _expected.Of(game, side, moment))
            {
                foreach (var book in books)
                {
                    quotes.AddRange(Lines(game, player, expected, book, moment));
                }
            }
        }

        return quotes;
    }

    private IEnumerable<Quote> Lines(SimulatedGame game, SimulatedPlayer player, double expected, Bookmaker book, int moment)
    {
        var dice = Dice.For(_season.League.Seed, "quote", game.Scheduled.Id.ToString(), player.Id.ToString(), book.Key);
        if (dice.Happens(0.12))
        {
            yield break;
        }

        // A median lies below a mean; and at each moment the book moves a little from where it was.
        var median = (expected * 0.95 * dice.Normal(1, book.Noise)) - 0.3;
        for (var i = 0; i < moment; i++)
        {
            median += dice.Happens(0.4) ? dice.Normal(0, 0.22) : 0;
        }

        var spread = Math.Sqrt(19.2 + (1.77 * Math.Max(1, expected)));
        var main = Math.Max(0.5, dice.Happens(0.93) ? Math.Floor(median) + 0.5 : Math.Round(median));
        var updated = QuoteTimes.Written(game.Scheduled, moment, dice);
        yield return Line(game, player, book, main, median, spread, oneSided: false, isMain: true, updated);
        if (book.Alternates)
        {
            foreach (var shift in new[] { -5.0, 5.0 })
            {
                if (main + shift >= 0.5)
                {
                    yield return Line(game, player, book, main + shift, median, spread, oneSided: shift > 0 && book.ShortNames, isMain: false, updated);
                }
            }
        }
    }

    private static Quote Line(
        SimulatedGame game, SimulatedPlayer player, Bookmaker book, double line, double median, double spread, bool oneSided, bool isMain, DateTimeOffset updated)
    {
        // The middle of a normal curve is straight enough for a main line; an alternate's further out is bent back towards the edge.
        var off = (median - line) / spread;
        var over = Math.Clamp(0.5 + (off * (0.399 - (0.045 * off * off))), 0.08, 0.92);
        return new(
            book, player, Written(player, book), new PointsLine((decimal)line), BookPrice.Of(over, book), oneSided ? null : BookPrice.Of(1 - over, book), isMain, updated);
    }

    /// <summary>A player's name as a book writes it.</summary>
    internal static string Written(SimulatedPlayer player, Bookmaker book) =>
        PlainLetters.Of(book.ShortNames ? $"{player.GivenName} {player.FamilyName}" : player.FullName);
}
