namespace NbaProps.Shared.Pipeline.Running;

/// <summary>The work behind each declaration of this process. A declaration without work, or work without a declaration, ends the process at its start.</summary>
internal sealed class ProcessorRegistry
{
    private readonly Dictionary<string, IUnitWork> _works = new(StringComparer.Ordinal);

    /// <summary>Registers the works of a process.</summary>
    /// <param name="manifest">The pipeline.</param>
    /// <param name="phases">The phases that this process runs.</param>
    /// <param name="works">What it can do.</param>
    /// <exception cref="InvalidOperationException">Names the missing, the unknown or the doubled.</exception>
    public ProcessorRegistry(PipelineManifest manifest, IReadOnlyList<Phase> phases, IEnumerable<IUnitWork> works)
    {
        foreach (var work in works)
        {
            var name = work.Declaration.Name;
            if (!ReferenceEquals(manifest.Find(name), work.Declaration))
            {
                throw new InvalidOperationException($"{name} is implemented and is not a line of the manifest.");
            }

            if (!_works.TryAdd(name, work))
            {
                throw new InvalidOperationException($"{name} is implemented twice.");
            }
        }

        var missing = manifest.Processors.Where(processor => phases.Contains(processor.Phase) && !_works.ContainsKey(processor.Name)).ToArray();
        if (missing.Length > 0)
        {
            throw new InvalidOperationException($"The manifest declares processors that nothing implements: {string.Join(", ", missing.Select(processor => processor.Name))}.");
        }
    }

    /// <summary>The work of a declaration.</summary>
    /// <exception cref="InvalidOperationException">This process does not run its phase.</exception>
    public IUnitWork Find(ProcessorDeclaration processor) => _works.TryGetValue(processor.Name, out var work)
        ? work
        : throw new InvalidOperationException($"{processor.Name} belongs to phase {(int)processor.Phase}, which this process does not run.");

    /// <summary>Whether this process runs the processor.</summary>
    public bool Runs(ProcessorDeclaration processor) => _works.ContainsKey(processor.Name);
}
