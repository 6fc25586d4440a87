using System.Text.Json;

namespace NbaProps.Fuzzing.Running;

/// <summary>A mutation that did not end as it must.</summary>
/// <param name="Number">Its number.</param>
/// <param name="What">What became of it.</param>
internal sealed record Finding(long Number, string What);

/// <summary>How far a form is.</summary>
internal sealed class FormProgress
{
    /// <summary>Mutations that are done: those with the numbers below.</summary>
    public long Done { get; set; }

    /// <summary>Hash of the form's seeds: with others a number is another mutation.</summary>
    public string Seeds { get; set; } = string.Empty;

    /// <summary>Findings, the first of each kind.</summary>
    public IReadOnlyList<Finding> Findings { get; set; } = [];

    /// <summary>All findings, those of a kind that is known included.</summary>
    public long AllFindings { get; set; }

    /// <summary>Keeps a finding unless one before it says the same.</summary>
    public void Add(Finding finding)
    {
        AllFindings++;
        if (Findings.Count < 50 && !Findings.Any(known => Kind(known.What) == Kind(finding.What)))
        {
            // A new list: another thread may be saving the old one.
            Findings = [.. Findings, finding];
        }
    }

    // Numbers and quoted values differ; the first words tell what is wrong.
    private static string Kind(string what) => new([.. what.Where(letter => !char.IsAsciiDigit(letter)).Take(90)]);
}

/// <summary>How far a campaign is; kept in a file, so that it goes on where it was stopped.</summary>
internal sealed class CampaignState
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true };

    /// <summary>Its seed.</summary>
    public ulong Seed { get; set; }

    /// <summary>By form.</summary>
    public IDictionary<string, FormProgress> Forms { get; set; } = new SortedDictionary<string, FormProgress>(StringComparer.Ordinal);

    /// <summary>The campaign of a seed that a file tells of, or a new one.</summary>
    public static CampaignState Load(string file, ulong seed) =>
        File.Exists(file) && JsonSerializer.Deserialize<CampaignState>(File.ReadAllText(file), Options) is { } state && state.Seed == seed ? state : new CampaignState { Seed = seed };

    /// <summary>The progress of a form, which begins anew when its seeds have changed.</summary>
    public FormProgress Of(string form, string seeds)
    {
        lock (Forms)
        {
            if (!Forms.TryGetValue(form, out var progress) || !string.Equals(progress.Seeds, seeds, StringComparison.Ordinal))
            {
                Forms[form] = progress = new FormProgress { Seeds = seeds };
            }

            return progress;
        }
    }

    /// <summary>Writes the file whole or not at all.</summary>
    public void Save(string file)
    {
        lock (Forms)
        {
            var beside = file + ".new";
            File.WriteAllText(beside, JsonSerializer.Serialize(this, Options));
            File.Move(beside, file, overwrite: true);
        }
    }
}
