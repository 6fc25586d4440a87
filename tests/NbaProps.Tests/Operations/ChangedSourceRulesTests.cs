using NbaProps.Domain.Calendar;
using NbaProps.Embedded.InMemory;
using NbaProps.Operations;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Notifications;
using NbaProps.Shared.Pipeline.Expected;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Shared.Resilience;

namespace NbaProps.Tests.Operations;

public sealed class ChangedSourceRulesTests
{
    private static readonly GameDate Day = new(2026, 1, 15);
    private static readonly DateTimeOffset Now = new(2026, 1, 16, 12, 0, 0, TimeSpan.Zero);
    private static readonly ContractBreak Break = new("games[].id", "missing", "a text");

    private readonly Notes _notes = new();
    private readonly IncidentKeeper _keeper;
    private readonly IncidentLog _log = new(new InMemoryStateStore(TimeProvider.System));

    public ChangedSourceRulesTests() => _keeper = new IncidentKeeper(NbaPipeline.Manifest, new IncidentDesk(_log, _notes));

    [Fact]
    public async Task Dates_are_listed_up_to_ten()
    {
        await RunAsync([.. Enumerable.Range(0, 13).Select(days => Refused(Day.AddDays(days), Now.AddHours(days)))]);
        var cause = (await _log.OpenAsync(CancellationToken.None)).ShouldHaveSingleItem().Cause;
        cause.ShouldBe($"games[].id is missing; accepted is a text. Dates concerned: {string.Join(", ", Enumerable.Range(3, 10).Select(days => Day.AddDays(days)))} and 3 before.");
    }

    [Fact]
    public async Task A_unit_that_is_still_refused_when_its_source_is_well_again_has_its_own_incident()
    {
        await RunAsync(Refused(Day, Now));
        await RunAsync(Refused(Day, Now) with { IsTrouble = true, Attempts = 5 }, Accepted(Day.AddDays(1), Now.AddHours(1)));
        _notes.Told.Select(incident => (incident.Key, incident.IsOpen)).ShouldBe([("contract|nba_playbyplay", true), ("contract|nba_playbyplay", false)], "it has not been tried since");

        await RunAsync(Refused(Day, Now, again: Now.AddHours(2)) with { IsTrouble = true, Attempts = 6 }, Accepted(Day.AddDays(1), Now.AddHours(1)));
        (_notes.Told.Count, _notes.Told[^1].Key).ShouldBe((3, $"nba_playbyplay|{Day}"));
    }

    [Fact]
    public async Task A_unit_that_fails_for_another_reason_when_its_source_is_well_again_has_its_own_incident()
    {
        var refused = Refused(Day, Now);
        await RunAsync(refused, Accepted(Day.AddDays(1), Now.AddHours(1)));
        await RunAsync(refused with { IsTrouble = true, Attempts = 5, Contract = refused.Contract! with { FailedOtherwise = true } }, Accepted(Day.AddDays(1), Now.AddHours(1)));
        _notes.Told.ShouldHaveSingleItem().Key.ShouldBe($"nba_playbyplay|{Day}");
    }

    [Fact]
    public async Task The_first_refusal_is_told_of()
    {
        await RunAsync(Refused(Day, Now));
        _notes.Told.ShouldHaveSingleItem().Title.ShouldBe("The source of nba_playbyplay has changed: games[].id");
    }

    [Fact]
    public async Task A_source_that_was_accepted_before_is_no_excuse()
    {
        await RunAsync(Refused(Day, Now), Accepted(Day.AddDays(-1), Now.AddHours(-1)));
        _notes.Told.ShouldHaveSingleItem().Key.ShouldBe("contract|nba_playbyplay");
    }

    [Fact]
    public async Task Waiting_to_be_tried_again_is_no_all_clear()
    {
        await RunAsync(Refused(Day, Now));
        await RunAsync(Refused(Day, Now) with { State = ExpectedState.Running });
        await RunAsync([]);
        _notes.Told.ShouldHaveSingleItem().IsOpen.ShouldBeTrue();
    }

    [Fact]
    public async Task With_a_stand_in_it_is_a_warning_that_names_it()
    {
        await RunAsync(Refused(Day, Now) with { Unit = new UnitKey("odds_api_player_points", new(Day)) });
        var incident = _notes.Told.ShouldHaveSingleItem();
        (incident.Severity, incident.Done.EndsWith("In its stead: bettingpros_points.", StringComparison.Ordinal)).ShouldBe((Severity.Warning, true));
    }

    private Task RunAsync(params ExpectedOutput[] outputs) => _keeper.RunAsync(outputs, Now, CancellationToken.None);

    private static ExpectedOutput Refused(GameDate date, DateTimeOffset since, DateTimeOffset? again = null) =>
        Output(date, ExpectedState.Failed, attempts: 1, new ContractStanding { Break = Break, Since = since, RefusedAt = again ?? since });

    private static ExpectedOutput Accepted(GameDate date, DateTimeOffset at) => Output(date, ExpectedState.Complete, attempts: 0, new ContractStanding { AcceptedAt = at });

    private static ExpectedOutput Output(GameDate date, ExpectedState state, int attempts, ContractStanding contract) =>
        new(new UnitKey("nba_playbyplay", new(date)), state, "the reason", null, attempts, null, 0, Actionable: false) { Contract = contract };
}
