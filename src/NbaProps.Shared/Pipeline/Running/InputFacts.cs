using System.Globalization;

using NbaProps.Domain;
using NbaProps.Shared.Pipeline.Units;

namespace NbaProps.Shared.Pipeline.Running;

/// <summary>
/// What a look saw of a unit's inputs, as the two texts that two looks are compared by. Each is made when somebody asks for it: who compares a whole season asks for
/// the first only, and a unit that was never run is asked for neither.
/// </summary>
internal sealed class InputFacts
{
    private readonly List<string> _facts = [];
    private readonly List<long?> _tokens = [];
    private string? _fingerprint;
    private string? _movement;

    /// <summary>Hash of all but the tokens.</summary>
    public string Fingerprint => _fingerprint ??= ContentHash.Of([.. _facts]);

    /// <summary>Hash of everything.</summary>
    public string Movement => _movement ??= ContentHash.Of([.. _facts, .. _tokens.Select(token => token is { } known ? known.ToString(CultureInfo.InvariantCulture) : string.Empty)]);

    public void Add(string fact) => _facts.Add(fact);

    public void AddToken(UnitDocument? document) => _tokens.Add(document?.Token);

    public void Add(UnitDocument document)
    {
        _facts.Add(string.Create(CultureInfo.InvariantCulture, $"{document.Unit}@{document.Generation}"));
        _tokens.Add(document.Token);
    }
}
