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
    public async Task A_person_is_told_once_when_it_begins_and_once_when_it_is_over()
    {
        var keeper = new IncidentKeeper(NbaPipeline.Manifest, _log, _notes);
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
        await new IncidentKeeper(NbaPipeline.Manifest, _log, _notes).RunAsync([waits], Now, CancellationToken.None);
        _notes.Told.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_first_failure_is_not_yet_an_incident()
    {
        await new IncidentKeeper(NbaPipeline.Manifest, _log, _notes).RunAsync([Output(ExpectedState.Failed, attempts: 1)], Now, CancellationToken.None);
        _notes.Told.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_gate_that_stays_closed_is_an_incident()
    {
        await new IncidentKeeper(NbaPipeline.Manifest, _log, _notes).RunAsync([Output(ExpectedState.Blocked, attempts: 3)], Now, CancellationToken.None);
        _notes.Told.ShouldHaveSingleItem().Severity.ShouldBe(Severity.Warning);
    }

    [Theory]
    [InlineData(ExpectedState.Running)]
    [InlineData(ExpectedState.Expected)]
    [InlineData(ExpectedState.NotDue)]
    public async Task An_all_clear_waits_until_the_output_is_there(ExpectedState state)
    {
        var keeper = new IncidentKeeper(NbaPipeline.Manifest, _log, _notes);
        await keeper.RunAsync([Output(ExpectedState.Failed, attempts: 3)], Now, CancellationToken.None);
        await keeper.RunAsync([Output(state)], Now.AddMinutes(5), CancellationToken.None);
        (await _log.OpenAsync(CancellationToken.None)).Count.ShouldBe(1);
        _notes.Told.Count.ShouldBe(1);
    }

    private static ExpectedOutput Output(ExpectedState state, int attempts = 0) => new(Unit, state, "the reason", null, attempts, null, 0, Actionable: false);
}
