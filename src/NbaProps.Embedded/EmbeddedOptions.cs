namespace NbaProps.Embedded;

/// <summary>Where an embedded installation keeps its state, and how patient it is.</summary>
public sealed record EmbeddedOptions
{
    /// <summary>
    /// The folder of the installation. Below it: <c>warehouse/DATASET.db</c>, <c>orchestration.db</c> and <c>objects/</c>. It is created when missing.
    /// It must be on a local disk: SQLite's shared memory does not work over a network.
    /// </summary>
    public string DataDirectory { get; init; } = string.Empty;

    /// <summary>
    /// How long a write waits for another process that is writing the same file before it fails as transient. Opening a file and reading it,
    /// which hardly ever wait, count in whole seconds, rounded up.
    /// </summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How many writes may wait for one file's writer; further callers wait, asynchronously, for a place. At least 1.</summary>
    public int WriterQueueCapacity { get; init; } = 256;

    /// <summary>How many queued writes share one commit, and with it one flush to the disk. At least 1.</summary>
    public int WriterBatchSize { get; init; } = 64;

    /// <summary>How many idle connections for reading are kept open per file.</summary>
    public int IdleReaders { get; init; } = 4;

    /// <summary>
    /// The largest size of a database file, in pages of 4096 bytes; null for no limit but the disk. A write that needs more fails as on a full
    /// disk, which is what tests use it for.
    /// </summary>
    public int? MaxPageCount { get; init; }

    /// <summary>The same for the files of the warehouse alone; null for <see cref="MaxPageCount"/>.</summary>
    public int? MaxWarehousePageCount { get; init; }

    /// <summary>Whether anything has begun in the folder: whoever only asks need not create it.</summary>
    public static bool HasBegun(string dataDirectory) => File.Exists(new EmbeddedOptions { DataDirectory = dataDirectory }.StateFile);

    internal string StateFile => Path.Combine(DataDirectory, "orchestration.db");

    internal string WarehouseFolder => Path.Combine(DataDirectory, "warehouse");

    internal string ObjectsFolder => Path.Combine(DataDirectory, "objects");

    internal string DatasetFile(string dataset) => Path.Combine(WarehouseFolder, dataset + ".db");
}
