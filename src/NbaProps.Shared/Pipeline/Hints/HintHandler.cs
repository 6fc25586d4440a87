using System.Text.Json;

using NbaProps.Domain.Calendar;
using NbaProps.Shared.Messaging;
using NbaProps.Shared.Pipeline.Days;
using NbaProps.Shared.Pipeline.Ledger;
using NbaProps.Shared.Pipeline.Running;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Shared.Resilience;
using NbaProps.Shared.State;

namespace NbaProps.Shared.Pipeline.Hints;

/// <summary>
/// What a service does with a pushed message: look at the unit it names, or at those that read what it names. Callable without HTTP; the
/// answer is what the push endpoint replies.
/// </summary>
public sealed class HintHandler
{
    private const int PatientAttempts = 3;

    private const string Accepted =
        """
        the body is not a hint: accepted is {"kind":"Look|Completed","unit":"processor|date"}, or {"target_date":"date","trigger_source":"who asks"} on a topic of dates
        """;

    private readonly PipelineManifest _manifest;
    private readonly ProcessorRegistry _registry;
    private readonly UnitRunner _runner;
    private readonly UnitLister _units;
    private readonly IUnitReader _reader;
    private readonly GameDays _days;
    private readonly IMessageBus _bus;
    private readonly MessageLog _log;

    internal HintHandler(
        PipelineManifest manifest, ProcessorRegistry registry, UnitRunner runner, UnitLister units, IUnitReader reader, GameDays days, IMessageBus bus, MessageLog log)
    {
        _manifest = manifest;
        _registry = registry;
        _runner = runner;
        _units = units;
        _reader = reader;
        _days = days;
        _bus = bus;
        _log = log;
    }

    /// <summary>Handles a message.</summary>
    public async Task<HintAnswer> HandleAsync(ReceivedMessage message, CancellationToken cancellationToken)
    {
        var (hint, problem) = Read(message.Body);
        var answer = problem is not null || hint is null
            ? new HintAnswer(HintDisposition.Malformed, problem ?? Accepted, [])
            : await AnswerAsync(message, hint, cancellationToken);
        await _log.WriteAsync(message, hint, answer, cancellationToken);
        return answer;
    }

    private async Task<HintAnswer> AnswerAsync(ReceivedMessage message, Hint hint, CancellationToken cancellationToken)
    {
        try
        {
            var reports = hint.Kind switch
            {
                HintKind.Look => [await _runner.RunAsync(hint.Key, Trigger(hint), cancellationToken)],
                HintKind.Completed => await FanOutAsync(hint, cancellationToken),
                _ => throw new InvalidOperationException($"Unknown hint {hint.Kind}."),
            };

            // What failed transiently is in state and the tick will ask again; a few early redeliveries only make it quicker.
            var later = reports.FirstOrDefault(report => report.RetryLater);
            return later is not null && (message.DeliveryAttempt ?? PatientAttempts) < PatientAttempts
                ? new HintAnswer(HintDisposition.Retry, later.Reason, reports)
                : new HintAnswer(HintDisposition.Done, Summary(reports), reports);
        }
        catch (Exception failure) when (Faults.Classify(failure) == FaultKind.Transient && !cancellationToken.IsCancellationRequested)
        {
            return new HintAnswer(HintDisposition.Retry, failure.Message, []);
        }
    }

    private static RunTrigger Trigger(Hint hint) => new($"{hint.Kind} {hint.Unit} by {hint.Origin}", hint.CorrelationId) { Quiet = hint.Quiet };

    private static string Summary(IReadOnlyList<RunReport> reports) =>
        string.Join("; ", reports.Select(report => $"{report.Unit}: {report.Verdict} {report.State}"));

    // What is no hint, or names a unit that cannot be: no delivery will make it better, and the bus keeps it where a person reads why.
    private (Hint? Hint, string? Problem) Read(string body)
    {
        try
        {
            var hint = IsDateRequest(body) ? HintOf(StateJson.Read<DateRequest>(body)) : StateJson.Read<Hint>(body);
            return (hint, hint is null || hint.Unit is null || !Enum.IsDefined(hint.Kind) ? Accepted : Problem(hint));
        }
        catch (Exception malformed) when (malformed is JsonException or FormatException or ArgumentException)
        {
            return (null, Accepted);
        }
    }

    private string? Problem(Hint hint)
    {
        var unit = hint.Key;
        if (_manifest.Find(unit.Processor) is not { } processor)
        {
            return $"there is no processor {unit.Processor}: accepted are {string.Join(", ", _manifest.Processors.Select(known => known.Name))}";
        }

        if (hint.Kind == HintKind.Look && !_registry.Runs(processor))
        {
            return $"{processor.Name} is of phase {processor.Phase}, which does not run here: accepted are {string.Join(", ", _manifest.Processors.Where(_registry.Runs).Select(known => known.Name))}";
        }

        var isGame = unit.Partition.Game is not null;
        return isGame == (processor.Granularity == Granularity.Game)
            ? null
            : $"{unit} is not a unit of {processor.Name}: accepted is {processor.Name}|date{(isGame ? string.Empty : "|game")}";
    }

    private static bool IsDateRequest(string body)
    {
        using var json = JsonDocument.Parse(body);
        return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("target_date", out _);
    }

    private Hint? HintOf(DateRequest request) =>
        _manifest.Processors.FirstOrDefault(processor => processor.DateTopic is not null && _registry.Runs(processor)) is { } asked
            ? new Hint { Kind = HintKind.Look, Unit = new UnitKey(asked.Name, new(request.TargetDate)).ToString(), Origin = request.TriggerSource }
            : null;

    private async Task<IReadOnlyList<RunReport>> FanOutAsync(Hint hint, CancellationToken cancellationToken)
    {
        var reports = new List<RunReport>();
        var date = hint.Key.Partition.Date;
        foreach (var dependent in _manifest.DependentsOf(hint.Key.Processor).Where(dependent => _registry.Runs(dependent.Processor)))
        {
            if (dependent is { From: <= 0, To: >= 0 })
            {
                foreach (var unit in await _units.ListAsync(dependent.Processor, date, _reader, cancellationToken))
                {
                    reports.Add(await _runner.RunAsync(unit, Trigger(hint), cancellationToken));
                }
            }

            if (dependent.From < 0 && hint is { Changed: true, Quiet: false })
            {
                await HintLaterDaysAsync(hint, dependent, cancellationToken);
            }
        }

        return reports;
    }

    // Days that read this one as history, if they have begun: in a running season none, after a correction every later one.
    private async Task HintLaterDaysAsync(Hint hint, Dependent dependent, CancellationToken cancellationToken)
    {
        // A hint may name the last day that there is: after it come none.
        if (GameDateRange.Around(hint.Key.Partition.Date, Math.Max(1, -dependent.To), -dependent.From) is not { } later)
        {
            return;
        }

        var days = await _days.ListAsync(later, cancellationToken);
        var messages = new List<OutgoingMessage>();
        foreach (var day in days.Where(day => day.Reached >= dependent.Processor.AvailableFrom))
        {
            foreach (var unit in await _units.ListAsync(dependent.Processor, day.Date, _reader, cancellationToken))
            {
                messages.Add(LookHint.Of(unit, hint.CorrelationId, $"history of {hint.Unit}", day.AsOf));
            }
        }

        if (messages.Count > 0)
        {
            await _bus.PublishAsync(Topics.Trigger(dependent.Processor.Phase), messages, cancellationToken);
        }
    }
}

/// <summary>What to reply.</summary>
public enum HintDisposition
{
    /// <summary>The outcome is in state: 204.</summary>
    Done,

    /// <summary>It could not be recorded, or another delivery may help soon: 503.</summary>
    Retry,

    /// <summary>Not a hint: 400, and the bus keeps it with the dead letters.</summary>
    Malformed,
}

/// <summary>The answer to a message.</summary>
/// <param name="Disposition">What to reply.</param>
/// <param name="Reason">One line.</param>
/// <param name="Reports">What came of each unit that was looked at.</param>
public sealed record HintAnswer(HintDisposition Disposition, string Reason, IReadOnlyList<RunReport> Reports);
