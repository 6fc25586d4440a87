using NbaProps.Domain.Players;
using NbaProps.Domain.Teams;

namespace NbaProps.Shared.Quality;

/// <summary>Answers to names within one run: a name that a source writes again for the same teams is not searched again.</summary>
public sealed class NameCache
{
    private readonly Func<string, NameKey, TeamTricode, TeamTricode, NameResolution> _search;
    private readonly Dictionary<(string Source, NameKey Name, TeamTricode Home, TeamTricode Away), NameResolution> _answers = [];

    /// <summary>Keeps the answers of a resolver.</summary>
    public NameCache(PlayerNameResolver resolver)
        : this(resolver.Resolve)
    {
    }

    internal NameCache(Func<string, NameKey, TeamTricode, TeamTricode, NameResolution> search) => _search = search;

    /// <summary>The player meant by a name in a game.</summary>
    /// <param name="source">Who writes the name.</param>
    /// <param name="name">The name's key, as the source writes it.</param>
    /// <param name="home">One team of the game.</param>
    /// <param name="away">The other; the same again where the source says which of the two he is of.</param>
    public NameResolution Resolve(string source, NameKey name, TeamTricode home, TeamTricode away)
    {
        var key = (source, name, home, away);
        if (!_answers.TryGetValue(key, out var answer))
        {
            _answers[key] = answer = _search(source, name, home, away);
        }

        return answer;
    }
}
