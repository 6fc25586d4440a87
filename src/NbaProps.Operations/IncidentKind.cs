namespace NbaProps.Operations;

/// <summary>Incidents that are about something else than a unit: their keys name it behind a word of their own.</summary>
/// <param name="Word">The word, such as contract; no processor's name.</param>
internal sealed record IncidentKind(string Word)
{
    /// <summary>The key of an incident about something.</summary>
    public string KeyOf(string subject) => $"{Word}|{subject}";

    /// <summary>What an incident's key is about; null for another kind of incident.</summary>
    public string? SubjectOf(string key) => key.StartsWith($"{Word}|", StringComparison.Ordinal) ? key[(Word.Length + 1)..] : null;
}
