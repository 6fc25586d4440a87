using System.Globalization;

using Microsoft.Extensions.Logging.Abstractions;

using NbaProps.Chaos.Harness;
using NbaProps.Embedded.InMemory;
using NbaProps.Hosting.Services;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Messaging;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Days;
using NbaProps.Shared.Pipeline.Hints;
using NbaProps.Shared.Pipeline.Replaying;
using NbaProps.Shared.State;
using NbaProps.Shared.Warehouse;
using NbaProps.Simulator.Serving.Pdf;

namespace NbaProps.Chaos.League;

/// <summary>
/// Computes phases 2 to 5 of a world again: one process, one message after the other, no faults, from the raw archive that the world has and at the
/// moments at which it was captured. What the world's tables hold must be what this gives.
/// </summary>
internal static class QuietRebuild
{
    // What the days reached, and what was captured when.
    private static readonly string[] Recorded = ["game_days", "captures"];

    /// <summary>Where the world's tables say something else; none is the aim.</summary>
    public static IReadOnlyList<string> Differences(World world, PocketLeague league)
    {
        var rebuilt = Rebuild(world, league);
        return [.. NbaPipeline.Manifest.Tables.SelectMany(table => Differences(table, world.Warehouse, rebuilt))];
    }

    private static InMemoryWarehouse Rebuild(World world, PocketLeague league)
    {
        var clock = new HeldGameClock();
        var time = new SimClock(world.Time, TimeSpan.Zero);

        // From where the world began; what it recorded since is put beside it, and seen when the clock has come to it.
        var state = league.Start.State.Fork(time, without: Recorded);
        var recorded = world.State.Dump().Where(document => Recorded.Contains(document.Path.Collection, StringComparer.Ordinal) || IsScraper(document));
        foreach (var document in recorded)
        {
            Now(state.CommitAsync([new DocumentWrite(document.Path, document.Json, Precondition.None)], CancellationToken.None));
        }

        var bus = new ListBus();
        var warehouse = league.Start.Warehouse.Fork();
        var runtime = PipelineRuntime.Create(new PipelineRuntimeSettings
        {
            Manifest = NbaPipeline.Manifest,
            Phases = [Phase.RawProcessors, Phase.Analytics, Phase.Precompute, Phase.Predictions],
            Works = LeagueServices.Computing(new ServiceSurroundings(LeagueOptions.Value, (_, _) => throw new InvalidOperationException("A rebuild asks nobody."), new CarriedText())),
            Ports = new Ports(new ReplayedState(state, clock), warehouse, world.Objects, bus),
            Time = time,
            GameClock = clock,
            Options = LeagueOptions.Value.Runtime,
            Instance = "rebuild",
            Loggers = NullLoggerFactory.Instance,
        });
        var replay = new Replay(runtime, clock, token => bus.DrainAsync(runtime.Handler, token));
        var began = league.Time.Of(league.Start.Now);
        foreach (var step in Now(ReplayTimeline.ReadAsync(state, CancellationToken.None)).Where(step => step.At > began))
        {
            Finish(replay.RepeatAsync(step, CancellationToken.None));
        }

        return warehouse;
    }

    private static bool IsScraper(Document document) =>
        string.Equals(document.Path.Collection, "units", StringComparison.Ordinal)
        && NbaPipeline.Manifest.Find(document.Path.Id.Split('|')[0]) is { Phase: Phase.Scrapers };

    private static IEnumerable<string> Differences(TableSchema table, InMemoryWarehouse held, InMemoryWarehouse wanted)
    {
        var (actual, expected) = (Rows(table, held), Rows(table, wanted));
        return actual.Except(expected, StringComparer.Ordinal).Select(row => $"{table.FullName} holds {row}, a quiet rebuild does not")
            .Concat(expected.Except(actual, StringComparer.Ordinal).Select(row => $"{table.FullName} lacks {row}"));
    }

    // What a row says, not since when it has stood: a moment that a fault swallowed leaves the same content with a later as-of.
    private static string[] Rows(TableSchema table, InMemoryWarehouse warehouse)
    {
        var content = table.Columns.Select((column, index) => (column, index)).Where(pair => pair.column.Role == ColumnRole.Content).Select(pair => pair.index).ToArray();
        return [.. warehouse.Dump(table.FullName).Rows.Select(row => string.Join(" | ", content.Select(index => Convert.ToString(row[index], CultureInfo.InvariantCulture))))];
    }

    // Memory answers before it returns.
    private static T Now<T>(Task<T> task) => task.GetAwaiter().GetResult();

    private static void Finish(Task task)
    {
        if (!task.IsCompleted)
        {
            throw new InvalidOperationException("The rebuild waits for something.");
        }

        task.GetAwaiter().GetResult();
    }

    /// <summary>A bus whose messages are handled one after the other.</summary>
    private sealed class ListBus : IMessageBus
    {
        private readonly Queue<OutgoingMessage> _waiting = new();
        private int _delivered;

        public Task PublishAsync(string topic, IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellationToken)
        {
            // Nobody scrapes.
            foreach (var message in string.Equals(topic, Topics.Trigger(Phase.Scrapers), StringComparison.Ordinal) ? [] : messages)
            {
                _waiting.Enqueue(message);
            }

            return Task.CompletedTask;
        }

        public async Task DrainAsync(HintHandler handler, CancellationToken cancellationToken)
        {
            while (_waiting.TryDequeue(out var message))
            {
                var id = string.Create(CultureInfo.InvariantCulture, $"r{++_delivered}");
                var answer = await handler.HandleAsync(new ReceivedMessage(id, message.Body, message.Attributes, 1), cancellationToken);
                if (answer.Disposition != HintDisposition.Done)
                {
                    throw new InvalidOperationException($"A quiet rebuild answered {answer.Disposition}: {answer.Reason}");
                }
            }
        }
    }
}
