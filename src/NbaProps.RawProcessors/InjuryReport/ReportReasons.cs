namespace NbaProps.RawProcessors.InjuryReport;

/// <summary>
/// Gives the pieces of reasons to their players. Blank lines part the table's rows, and a player stands in the middle of his reason; where rows
/// are not parted, as many pieces stand below a player as above him.
/// </summary>
internal static class ReportReasons
{
    /// <summary>The players with their whole reasons. A reason that cannot be told from its neighbour's becomes null and is named among what is left out.</summary>
    /// <param name="rows">Lines that stand together, without a blank one between.</param>
    /// <param name="leftOut">Takes what belongs to nobody.</param>
    public static IEnumerable<ReportEntry.Player> Joined(IReadOnlyList<ReportEntry> rows, ICollection<string> leftOut)
    {
        var players = rows.OfType<ReportEntry.Player>().ToArray();
        if (players.Length == 1 || rows.Count == players.Length)
        {
            var at = rows.ToList().FindIndex(row => row is ReportEntry.Player);
            return players.Length == 1 ? [With(players[0], rows.Take(at), rows.Skip(at + 1))] : players;
        }

        if (Shares(rows) is { } shares)
        {
            return shares;
        }

        foreach (var piece in rows.OfType<ReportEntry.Piece>())
        {
            leftOut.Add(FormattableString.Invariant($"line {piece.Line.Number}: the reason '{piece.Text}' is of no one player"));
        }

        return players.Select(player => player with { Reason = null });
    }

    private static List<ReportEntry.Player>? Shares(IReadOnlyList<ReportEntry> rows)
    {
        var shares = new List<ReportEntry.Player>();
        var at = 0;
        while (at < rows.Count)
        {
            var above = rows.Skip(at).TakeWhile(row => row is ReportEntry.Piece).ToArray();
            at += above.Length;
            var below = rows.Skip(at + 1).Take(above.Length).ToArray();
            if (at == rows.Count || below.Length < above.Length || below.Any(row => row is not ReportEntry.Piece))
            {
                return null;
            }

            shares.Add(With((ReportEntry.Player)rows[at], above, below));
            at += 1 + below.Length;
        }

        return shares;
    }

    private static ReportEntry.Player With(ReportEntry.Player player, IEnumerable<ReportEntry> above, IEnumerable<ReportEntry> below)
    {
        var pieces = Texts(above).Concat(player.Reason is null ? [] : [player.Reason]).Concat(Texts(below)).ToArray();
        return player with { Reason = pieces.Length == 0 ? null : string.Join(' ', pieces) };
    }

    private static IEnumerable<string> Texts(IEnumerable<ReportEntry> rows) => rows.Cast<ReportEntry.Piece>().Select(piece => piece.Text);
}
