using NbaProps.Domain.Calendar;
using NbaProps.Embedded.InMemory;
using NbaProps.Operations;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Notifications;
using NbaProps.Shared.Pipeline.Expected;
using NbaProps.Shared.Pipeline.Units;

namespace NbaProps.Tests.Operations;

public sealed class IncidentKeeperTests
{
    private static readonly UnitKey Unit = new("player_game_summary", new(new GameDate(2022, 12, 27)));
    private static readonly DateTimeOffset Now = new(2022, 12, 28, 12, 0, 0, TimeSpan.Zero);

    private readonly Notes _notes = new();
    private readonly IncidentLog _log = new(new InMemoryStateStore(TimeProvider.System));

    [Fact]
    [Trait("Incident", "I-31")]
    public async Task A_person_is_told_once_when_it_begins_and_once_when_it_is_over()
    {
        var keeper = new IncidentKeeper(NbaPipeline.Manifest, new IncidentDesk(_log, _notes));
        await keeper.RunAsync([Output(ExpectedState.Failed, attempts: 3)], Now, CancellationToken.None);
        await keeper.RunAsync([Output(ExpectedState.Failed, attempts: 4)], Now.AddMinutes(5), CancellationToken.None);
        _notes.Told.ShouldHaveSingleItem().IsOpen.ShouldBeTrue();
        (await _log.OpenAsync(CancellationToken.None)).ShouldHaveSingleItem().Done.ShouldBe("Tried 4 times.");

        await keeper.RunAsync([Output(ExpectedState.Complete)], Now.AddMinutes(10), CancellationToken.None);
        await keeper.RunAsync([Output(ExpectedState.Complete)], Now.AddMinutes(15), CancellationToken.None);
        _notes.Told.Count.ShouldBe(2);
        _notes.Told[1].ClosedAt.ShouldBe(Now.AddMinutes(10));
        (await _log.OpenAsync(CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_waits_for_another_unit_is_that_units_incident()
    {
        var waits = Output(ExpectedState.Overdue) with { WaitsFor = new UnitKey("nbac_schedule", Unit.Partition) };
        await new IncidentKeeper(NbaPipeline.Manifest, new IncidentDesk(_log, _notes)).RunAsync([waits], Now, CancellationToken.None);
        _notes.Told.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_first_failure_is_not_yet_an_incident()
    {
        await new IncidentKeeper(NbaPipeline.Manifest, new IncidentDesk(_log, _notes)).RunAsync([Output(ExpectedState.Failed, attempts: 1)], Now, CancellationToken.None);
        _notes.Told.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_gate_that_stays_closed_is_an_incident()
    {
        await new IncidentKeeper(NbaPipeline.Manifest, new IncidentDesk(_log, _notes)).RunAsync([Output(ExpectedState.Blocked, attempts: 3)], Now, CancellationToken.None);
        _notes.Told.ShouldHaveSingleItem().Severity.ShouldBe(Severity.Warning);
    }

    [Theory]
    [InlineData(ExpectedState.Running)]
    [InlineData(ExpectedState.Expected)]
    [InlineData(ExpectedState.NotDue)]
    public async Task An_all_clear_waits_until_the_output_is_there(ExpectedState state)
    {
        var keeper = new IncidentKeeper(NbaPipeline.Manifest, new IncidentDesk(_log, _notes));
        await keeper.RunAsync([Output(ExpectedState.Failed, attempts: 3)], Now, CancellationToken.None);
        await keeper.RunAsync([Output(state)], Now.AddMinutes(5), CancellationToken.None);
        (await _log.OpenAsync(CancellationToken.None)).Count.ShouldBe(1);
        _notes.Told.Count.ShouldBe(1);
    }

    [Fact]
    [Trait("Incident", "I-31")]
    public async Task A_processor_whose_dates_fail_one_after_the_other_is_one_incident_that_says_what_was_tried()
    {
        var keeper = new IncidentKeeper(NbaPipeline.Manifest, new IncidentDesk(_log, _notes));
        var two = Enumerable.Range(0, 2).Select(TriedOut).ToArray();
        await keeper.RunAsync(two, Now, CancellationToken.None);
        await keeper.RunAsync([.. two, TriedOut(2)], Now.AddMinutes(5), CancellationToken.None);

        var told = _notes.Told.ShouldHaveSingleItem();
        (told.Key, told.Severity, told.Command).ShouldBe(("circuit|player_game_summary", Severity.Critical, "nbaprops rerun --processor player_game_summary --from 2022-12-27 --to 2022-12-28"));
        var open = (await _log.OpenAsync(CancellationToken.None)).ShouldHaveSingleItem();
        open.Done.ShouldBe("Each was tried 3 to 5 times, last 2022-12-28 14:00:00Z; one at a time is tried now, and all of them as soon as one succeeds.");
        open.Cause.ShouldBe("Last: the reason. Dates concerned: 2022-12-27, 2022-12-28, 2022-12-29.");

        // The probe brought something: the others are tried again, and until they are there it is not over.
        var there = Output(ExpectedState.Complete) with { BroughtAt = Now.AddHours(3) };
        await keeper.RunAsync([there, TriedOut(1), TriedOut(2)], Now.AddMinutes(10), CancellationToken.None);
        _notes.Told.Count.ShouldBe(1);
        await keeper.RunAsync([there, there with { Unit = TriedOut(1).Unit }, there with { Unit = TriedOut(2).Unit }], Now.AddMinutes(15), CancellationToken.None);
        (_notes.Told.Count, _notes.Told[1].Key, _notes.Told[1].IsOpen).ShouldBe((2, "circuit|player_game_summary", false));
    }

    [Fact]
    public async Task One_date_that_fails_is_its_own_incident_and_says_what_was_tried()
    {
        await new IncidentKeeper(NbaPipeline.Manifest, new IncidentDesk(_log, _notes)).RunAsync([TriedOut(0)], Now, CancellationToken.None);

        var told = _notes.Told.ShouldHaveSingleItem();
        (told.Key, told.Done).ShouldBe((Unit.ToString(), "Tried 3 times, last 2022-12-28 12:00:00Z; no more than a probe now and then, until its inputs change or another date of it succeeds."));
    }

    [Fact]
    public async Task A_gate_that_opened_with_a_warning_is_told_of_once_however_many_dates_it_concerns_and_ends_with_the_first_that_is_well()
    {
        var keeper = new IncidentKeeper(NbaPipeline.Manifest, new IncidentDesk(_log, _notes));
        await keeper.RunAsync([Warned(0)], Now, CancellationToken.None);
        await keeper.RunAsync([Warned(0), Warned(1)], Now.AddDays(1), CancellationToken.None);
        var told = _notes.Told.ShouldHaveSingleItem();
        (told.Key, told.Severity, told.Cause).ShouldBe(("gate|phase4_hand_off", Severity.Warning, "the reason"));

        await keeper.RunAsync([Warned(0), Warned(1), Warned(2) with { State = ExpectedState.Complete }], Now.AddDays(2), CancellationToken.None);
        (_notes.Told.Count, _notes.Told[1].IsOpen).ShouldBe((2, false));
    }

    [Fact]
    public async Task A_part_that_fails_again_and_again_is_told_of_until_all_of_the_output_is_there()
    {
        var keeper = new IncidentKeeper(NbaPipeline.Manifest, new IncidentDesk(_log, _notes));
        await keeper.RunAsync([Part(attempts: 2)], Now, CancellationToken.None);
        _notes.Told.ShouldBeEmpty();

        await keeper.RunAsync([Part(attempts: 3)], Now, CancellationToken.None);
        await keeper.RunAsync([Part(attempts: 4)], Now, CancellationToken.None);
        var told = _notes.Told.ShouldHaveSingleItem();
        (told.Key, told.Severity, told.Cause).ShouldBe((Unit.ToString(), Severity.Warning, "the reason"));

        // What lacks something for another reason than a failure is there.
        await keeper.RunAsync([Output(ExpectedState.Degraded)], Now, CancellationToken.None);
        (_notes.Told.Count, _notes.Told[1].IsOpen).ShouldBe((2, false));
    }

    // The next evening's trouble is the same: a source that is down for a fortnight is one incident, and what will not come any more is no all-clear.
    [Fact]
    public async Task What_cannot_come_any_more_is_told_of_until_its_source_brings_something()
    {
        var keeper = new IncidentKeeper(NbaPipeline.Manifest, new IncidentDesk(_log, _notes));
        await keeper.RunAsync([Output(ExpectedState.Failed, attempts: 3)], Now, CancellationToken.None);
        var lost = Output(ExpectedState.Degraded) with { IsLost = true, Rows = 40, EndedAt = Now.AddHours(10) };
        var next = Output(ExpectedState.Failed, attempts: 3) with { Unit = new(Unit.Processor, new(Unit.Partition.Date.AddDays(1))), EndedAt = Now.AddHours(20) };
        await keeper.RunAsync([lost], Now, CancellationToken.None);
        await keeper.RunAsync([lost, next], Now, CancellationToken.None);
        await keeper.RunAsync([lost, lost with { Unit = next.Unit, EndedAt = Now.AddHours(34) }], Now, CancellationToken.None);
        _notes.Told.ShouldHaveSingleItem();

        await keeper.RunAsync([lost, next with { State = ExpectedState.Complete, Attempts = 0, BroughtAt = Now.AddHours(40) }], Now, CancellationToken.None);
        (_notes.Told.Count, _notes.Told[1].IsOpen, _notes.Told[1].Done).ShouldBe((2, false, "It cannot come any more: the reason."));
    }

    [Fact]
    public async Task A_processor_that_works_game_by_game_ends_a_dates_incident_with_its_games()
    {
        var keeper = new IncidentKeeper(NbaPipeline.Manifest, new IncidentDesk(_log, _notes));
        var date = Output(ExpectedState.Overdue) with { Unit = new("prediction_staging", Unit.Partition), HasBegun = false };
        var requests = Output(ExpectedState.Overdue) with { Unit = new("prediction_requests", Unit.Partition), WaitsFor = Unit };
        var game = Output(ExpectedState.Expected) with { Unit = new("prediction_staging", new(Unit.Partition.Date, NbaProps.Domain.GameId.Parse("0022200001"))), WaitsFor = Unit };
        await keeper.RunAsync([date, requests], Now, CancellationToken.None);
        _notes.Told.ShouldHaveSingleItem();

        // The games are not known yet, and then they are not computed.
        await keeper.RunAsync([requests], Now, CancellationToken.None);
        await keeper.RunAsync([requests with { State = ExpectedState.Complete }, game], Now, CancellationToken.None);
        _notes.Told.ShouldHaveSingleItem();

        await keeper.RunAsync([requests with { State = ExpectedState.Complete }, game with { State = ExpectedState.Complete }], Now, CancellationToken.None);
        (_notes.Told.Count, _notes.Told[1].IsOpen, _notes.Told[1].Done).ShouldBe((2, false, "The output is there."));
    }

    [Fact]
    public async Task What_is_not_expected_any_more_is_over()
    {
        var keeper = new IncidentKeeper(NbaPipeline.Manifest, new IncidentDesk(_log, _notes));
        await keeper.RunAsync([Output(ExpectedState.Failed, attempts: 3)], Now, CancellationToken.None);

        // Who compares other dates says nothing of this one.
        var other = Output(ExpectedState.Complete) with { Unit = new("nbac_schedule", new(Unit.Partition.Date.AddDays(1))) };
        await keeper.RunAsync([other], Now, CancellationToken.None);
        _notes.Told.ShouldHaveSingleItem();

        await keeper.RunAsync([other with { Unit = new("nbac_schedule", Unit.Partition) }], Now, CancellationToken.None);
        (_notes.Told.Count, _notes.Told[1].IsOpen, _notes.Told[1].Done).ShouldBe((2, false, "It is not expected any more."));
    }

    private static ExpectedOutput Part(int attempts) => Output(ExpectedState.Degraded, attempts) with { IsPartial = true };

    private static ExpectedOutput TriedOut(int day) => Output(ExpectedState.Failed, attempts: 3 + day) with
    {
        Unit = new(Unit.Processor, new(Unit.Partition.Date.AddDays(day))), IsTriedOut = true, EndedAt = Now.AddHours(day),
    };

    private static ExpectedOutput Warned(int day) => Output(ExpectedState.Degraded) with
    {
        Unit = new("phase4_hand_off", new(Unit.Partition.Date.AddDays(day))), IsHandOff = true, EndedAt = Now.AddDays(day),
    };

    private static ExpectedOutput Output(ExpectedState state, int attempts = 0) => new(Unit, state, "the reason", null, attempts, null, 0, Actionable: false) { IsTrouble = attempts >= 3 };
}
