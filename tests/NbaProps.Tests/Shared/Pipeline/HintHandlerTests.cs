using Microsoft.Extensions.Logging.Abstractions;

using NbaProps.Embedded.Broker;
using NbaProps.Embedded.InMemory;
using NbaProps.Hosting.Configuration;
using NbaProps.Hosting.Services;
using NbaProps.RawProcessors;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Messaging;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Days;
using NbaProps.Shared.Pipeline.Hints;
using NbaProps.Shared.Pipeline.Ledger;
using NbaProps.Shared.State;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Shared.Pipeline;

/// <summary>What a pushed message is taken for.</summary>
public sealed class HintHandlerTests
{
    private const string Schedule = "nbac_schedule";

    private readonly InMemoryStateStore _state;
    private readonly HintHandler _handler;

    public HintHandlerTests()
    {
        var time = new FakeTimeProvider();
        _state = new InMemoryStateStore(time);
        _handler = PipelineRuntime.Create(new()
        {
            Manifest = NbaPipeline.Manifest,
            Phases = RawProcessorsService.Definition.Phases,
            Works = RawProcessorsService.Definition.Works(new ServiceSurroundings(new NbaPropsOptions(), (_, _) => new FakeUpstream(), new NoPdfs())),
            Ports = new Ports(_state, new InMemoryWarehouse(), new InMemoryObjectStore(), new InMemoryMessageBus()),
            Time = time,
            GameClock = new HeldGameClock(),
            Options = new RuntimeOptions(),
            Instance = "raw",
            Loggers = NullLoggerFactory.Instance,
        }).Handler;
    }

    [Theory]
    [InlineData("not json", "the body is not a hint")]
    [InlineData("null", "the body is not a hint")]
    [InlineData("[]", "the body is not a hint")]
    [InlineData("""{"kind":"Look"}""", "the body is not a hint")]
    [InlineData("""{"kind":"Look","unit":null}""", "the body is not a hint")]
    [InlineData("""{"kind":"Look","unit":"nbac_schedule"}""", "the body is not a hint")]
    [InlineData("""{"kind":7,"unit":"nbac_schedule|2026-01-15"}""", "the body is not a hint")]
    [InlineData("""{"kind":"Look","unit":"nbac_shedule|2026-01-15"}""", "there is no processor nbac_shedule: accepted are nba_schedule, ")]
    [InlineData("""{"kind":"Completed","unit":"nbac_shedule|2026-01-15"}""", "there is no processor nbac_shedule: accepted are nba_schedule, ")]
    [InlineData("""{"kind":"Look","unit":"player_game_summary|2026-01-15|0022500512"}""", "player_game_summary is of phase Analytics, which does not run here: accepted are nbac_schedule, ")]
    [InlineData("""{"kind":"Look","unit":"nbac_schedule|2026-01-15|0022500512"}""", "nbac_schedule|2026-01-15|0022500512 is not a unit of nbac_schedule: accepted is nbac_schedule|date")]
    [InlineData("""{"kind":"Completed","unit":"nba_schedule|2026-01-15|0022500512"}""", "nba_schedule|2026-01-15|0022500512 is not a unit of nba_schedule: accepted is nba_schedule|date")]
    [Trait("Incident", "O-02")]
    [Trait("Incident", "S-07")]
    public async Task What_cannot_be_a_hint_is_malformed_says_why_and_is_logged(string body, string reason)
    {
        var answer = await _handler.HandleAsync(Message(body), CancellationToken.None);

        answer.Disposition.ShouldBe(HintDisposition.Malformed);
        answer.Reason.ShouldStartWith(reason);
        var logged = (await _state.QueryAsync(new DocumentQuery(MessageDocument.Collection), CancellationToken.None)).ShouldHaveSingleItem();
        var outcome = StateJson.Read<MessageDocument>(logged.Json).Outcome;

        // The log keeps the first thousand characters, and the list of all processors is longer.
        (outcome, outcome.Length).ShouldBe((answer.Reason[..outcome.Length], Math.Min(answer.Reason.Length, 1_000)));
    }

    [Theory]
    [InlineData("""{"kind":"Look","unit":"nbac_schedule|2026-01-15"}""", $"{Schedule}|2026-01-15: NotDue ")]
    [InlineData("""{"kind":"Completed","unit":"nba_schedule|2026-01-15"}""", $"{Schedule}|2026-01-15: NotDue ")]
    [InlineData("""{"kind":"Completed","unit":"player_game_summary|2026-01-15"}""", "")]
    public async Task A_hint_is_taken(string body, string summary)
    {
        var answer = await _handler.HandleAsync(Message(body), CancellationToken.None);

        (answer.Disposition, answer.Reason).ShouldBe((HintDisposition.Done, summary));
    }

    private static ReceivedMessage Message(string body) =>
        new("1", body, new SortedDictionary<string, string>(StringComparer.Ordinal), DeliveryAttempt: 1);
}
