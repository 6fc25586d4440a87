namespace NbaProps.Cli.Commands;

/// <summary>Services and where they are, as they are written on the command line.</summary>
internal static class ServiceAddresses
{
    /// <summary>The addresses in a list of NAME=URL with commas between.</summary>
    /// <exception cref="UsageException">A part is none; it is named.</exception>
    public static IReadOnlyDictionary<string, Uri> Parse(string text)
    {
        var addresses = new SortedDictionary<string, Uri>(StringComparer.Ordinal);
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var at = part.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0 || !Uri.TryCreate(part[(at + 1)..], UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            {
                throw new UsageException($"--services {part} is no service: accepted is NAME=URL, such as predictions=https://predictions.example");
            }

            if (!addresses.TryAdd(part[..at], address))
            {
                throw new UsageException($"--services names {part[..at]} twice");
            }
        }

        return addresses;
    }
}
