namespace NbaProps.Shared.Objects;

/// <summary>The JSON in the scripts of an HTML page.</summary>
public static class PageScripts
{
    /// <summary>
    /// The JSON of each script that is nothing else, or that assigns one to a name; as it stands, so that what follows it, such as a semicolon, is still there. Code is not read.
    /// </summary>
    /// <param name="page">The page.</param>
    /// <param name="assignedTo">The name, as <c>__espnfitt__</c>.</param>
    /// <returns>Each with the character of the page at which its script begins.</returns>
    public static IEnumerable<(string Json, int At)> Json(string page, string assignedTo) =>
        Scripts(page).Select(script => (Json: JsonOf(script.Text, assignedTo), script.At)).Where(script => script.Json is not null).Select(script => (script.Json!, script.At));

    private static IEnumerable<(string Text, int At)> Scripts(string page)
    {
        const string Opening = "<script";
        const string Closing = "</script";
        for (var at = page.IndexOf(Opening, StringComparison.OrdinalIgnoreCase); at >= 0; at = page.IndexOf(Opening, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var start = page.IndexOf('>', at) + 1;
            if (start == 0)
            {
                yield break;
            }

            var end = page.IndexOf(Closing, start, StringComparison.OrdinalIgnoreCase);
            yield return (page[start..(end < 0 ? page.Length : end)], start);
        }
    }

    private static string? JsonOf(string script, string assignedTo)
    {
        var text = script.TrimStart();
        if (text.StartsWith('{') || text.StartsWith('['))
        {
            return text;
        }

        var name = text.IndexOf(assignedTo, StringComparison.Ordinal);
        var assigned = name < 0 ? -1 : text.IndexOf('=', name);
        var value = assigned < 0 ? string.Empty : text[(assigned + 1)..].TrimStart();
        return value.StartsWith('{') ? value : null;
    }
}
