using NbaProps.Shared.Credits;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Shared.Pipeline;

/// <summary>
/// One line of the manifest: what a unit of work is called, what it reads over which dates, and the one thing it writes. Topics,
/// expected outputs, documentation and the order of a back-fill are derived from these; nothing is guessed from names.
/// </summary>
public sealed record ProcessorDeclaration
{
    /// <summary>Snake-case name; for a table processor the table's name.</summary>
    public required string Name { get; init; }

    /// <summary>The phase, and so the service, that runs it.</summary>
    public required Phase Phase { get; init; }

    /// <summary>What it does, in one sentence, for the docs table and the dashboard.</summary>
    public required string Purpose { get; init; }

    /// <summary>Raise it when the same inputs would give another output: every unit is then stale and recomputed.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Hash of configuration and contracts that the output depends on besides its inputs; empty when there are none.</summary>
    public string ConfigurationHash { get; init; } = string.Empty;

    /// <summary>What it reads.</summary>
    public required IReadOnlyList<InputDeclaration> Inputs { get; init; }

    /// <summary>What it writes.</summary>
    public required OutputDeclaration Output { get; init; }

    /// <summary>A unit is not due before its game day has reached this moment.</summary>
    public Moment AvailableFrom { get; init; } = Moment.Context;

    /// <summary>When the unit is triggered by the clock, in the order in which they come; empty for those that are triggered by their inputs.</summary>
    public IReadOnlyList<Trigger> Triggers { get; init; } = [];

    /// <summary>
    /// A topic of its own on which a date is asked for as <c>{"target_date", "trigger_source"}</c>, the form that scripts and other systems send;
    /// null for most. A phase has at most one, so that such a message names one unit.
    /// </summary>
    public string? DateTopic { get; init; }

    /// <summary>How long after <see cref="AvailableFrom"/> the output may be missing before it is overdue.</summary>
    public TimeSpan DueWithin { get; init; } = TimeSpan.FromHours(2);

    /// <summary>For scrapers of a source that counts credits: what each of its triggers costs; null for all others.</summary>
    public CreditCost? Credits { get; init; }

    /// <summary>
    /// For scrapers of results, which are asked for again because they may have been corrected: a payload that says what the newest before it said
    /// counts for nothing, so that rows keep the moment since which it is known. A quote or a report counts each time that it is seen.
    /// </summary>
    public bool OnlyCorrections { get; init; }

    /// <summary>
    /// For scrapers of a source that says only what is so when it is asked: a moment's look is made before the next morning or not at all, because what it says
    /// then would pass for what was known before the games.
    /// </summary>
    public bool SaysNow { get; init; }

    /// <summary>Whether a unit is a date or a game of a date.</summary>
    public Granularity Granularity { get; init; } = Granularity.Date;

    /// <summary>For units per game: the same-date input whose rows list the games (by their <c>game_id</c>).</summary>
    public TableSchema? GamesFrom { get; init; }

    /// <summary>For scrapers: whether it asks for each game of the date, so that one game can be asked for again.</summary>
    public bool AsksByGame { get; init; }

    /// <summary>Whether the rows it has written for its own partition are an input too (frozen rows are kept from them).</summary>
    public bool ReadsOwnOutput { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>What a unit covers.</summary>
public enum Granularity
{
    /// <summary>A game date.</summary>
    Date,

    /// <summary>A game of a date.</summary>
    Game,
}

/// <summary>Something a processor reads.</summary>
public abstract record InputDeclaration
{
    private InputDeclaration()
    {
    }

    /// <summary>Rows of a table, over a range of game dates relative to the unit's own.</summary>
    /// <param name="Table">The table.</param>
    /// <param name="From">First date, in days from the unit's (0 or negative).</param>
    /// <param name="To">Last date, in days from the unit's (0 or negative): −1 is strictly before the game date.</param>
    /// <param name="Required">Whether every unit in the range that is due must have succeeded; history tolerates gaps, but never an unsettled write.</param>
    public sealed record Rows(TableSchema Table, int From, int To, bool Required) : InputDeclaration;

    /// <summary>Payloads that a scraper has captured for the unit's date.</summary>
    /// <param name="Scraper">Name of the scraper's declaration.</param>
    /// <param name="Chain">
    /// The first scraper of the chain that this one belongs to; null for one that stands alone. Of a chain that one is enough which brought all that
    /// was asked for; where none did, each must have tried, and one must have an output.
    /// </param>
    public sealed record Captures(string Scraper, string? Chain = null) : InputDeclaration
    {
        /// <summary>Whether the scraper must have run; where it need not, its payloads are looked at once they are there.</summary>
        public bool Required { get; init; } = true;

        /// <summary>Whether a scraper that failed will do, because rows that the processor reads as well stand in for its payloads. It must have run.</summary>
        public bool MayFail { get; init; }
    }

    /// <summary>A scraper that this one stands in for: there is nothing to do while that one's last run brought all that it was asked for.</summary>
    /// <param name="Scraper">Name of that scraper's declaration.</param>
    public sealed record InsteadOf(string Scraper) : InputDeclaration;

    /// <summary>The hand-off of a phase for the unit's date must be open.</summary>
    /// <param name="Gate">Name of the gate's declaration.</param>
    public sealed record HandOff(string Gate) : InputDeclaration;

    /// <summary>The operator's aliases of players' names that count for the unit's date and concern one of some sources; nothing waits for them.</summary>
    /// <param name="Sources">The sources, as <see cref="Quality.Aliases.NameSources"/> has them.</param>
    public sealed record Aliases(IReadOnlyList<string> Sources) : InputDeclaration;

    /// <summary>
    /// Where the build that runs the unit stands against main. It decides when a gate opens and never what is computed, so that it is no part of what the unit's
    /// output stands for: the unit is not computed anew because something was merged or deployed.
    /// </summary>
    public sealed record Deployment : InputDeclaration;

    /// <summary>The game day's clock: the unit runs anew for each of its triggering moments.</summary>
    public sealed record Clock : InputDeclaration;
}

/// <summary>Shorthand for inputs, so that a manifest reads as a table.</summary>
public static class Reads
{
    /// <summary>The rows of the unit's own date; required.</summary>
    public static InputDeclaration SameDate(TableSchema table) => new InputDeclaration.Rows(table, 0, 0, Required: true);

    /// <summary>The rows of the days before the unit's date, that date left out.</summary>
    public static InputDeclaration Before(TableSchema table, int days) => new InputDeclaration.Rows(table, -days, -1, Required: false);

    /// <summary>The payloads captured for the unit's date.</summary>
    public static InputDeclaration Captures(string scraper) => new InputDeclaration.Captures(scraper);

    /// <summary>The payloads captured for the unit's date by a scraper and those that stand in for it, in their order.</summary>
    public static IReadOnlyList<InputDeclaration> Chain(string first, params IReadOnlyList<string> standIns) =>
        [new InputDeclaration.Captures(first, first), .. standIns.Select(standIn => new InputDeclaration.Captures(standIn, first))];

    /// <summary>The payloads captured for the unit's date; where their scraper brought none, or failed, other rows that the processor reads stand in for them.</summary>
    public static InputDeclaration CapturesOrElse(string scraper) => new InputDeclaration.Captures(scraper) { MayFail = true };

    /// <summary>The payloads captured for the unit's date, if there are any: nothing waits for them, and the unit is computed anew when they come.</summary>
    public static InputDeclaration IfCaptured(string scraper) => new InputDeclaration.Captures(scraper) { Required = false };

    /// <summary>The rows of the unit's own date, if there are any: nothing waits for them, and the unit is computed anew when they come.</summary>
    public static InputDeclaration IfThere(TableSchema table) => new InputDeclaration.Rows(table, 0, 0, Required: false);

    /// <summary>A scraper that this one stands in for.</summary>
    public static InputDeclaration InsteadOf(string scraper) => new InputDeclaration.InsteadOf(scraper);

    /// <summary>An open hand-off.</summary>
    public static InputDeclaration HandOff(string gate) => new InputDeclaration.HandOff(gate);

    /// <summary>The operator's aliases of names that some sources write: the unit is computed anew when those of its date change.</summary>
    public static InputDeclaration Aliases(params IReadOnlyList<string> sources) => new InputDeclaration.Aliases(sources);

    /// <summary>Where the build that runs the unit stands against main.</summary>
    public static InputDeclaration Deployment { get; } = new InputDeclaration.Deployment();

    /// <summary>The game day's clock.</summary>
    public static InputDeclaration Clock { get; } = new InputDeclaration.Clock();
}

/// <summary>The one thing a processor writes.</summary>
public abstract record OutputDeclaration
{
    private OutputDeclaration()
    {
    }

    /// <summary>A partition of a table.</summary>
    /// <param name="Table">The table.</param>
    public sealed record ToTable(TableSchema Table) : OutputDeclaration;

    /// <summary>Objects of the raw archive under a source's name.</summary>
    /// <param name="Source">First segment of the objects' path.</param>
    public sealed record ToArchive(string Source) : OutputDeclaration;

    /// <summary>The trigger of the next phase: the unit is a hand-off, its generation makes the trigger exactly once per input state.</summary>
    public sealed record ToNextPhase : OutputDeclaration;
}
