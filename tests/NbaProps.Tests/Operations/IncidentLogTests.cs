using NbaProps.Embedded.InMemory;
using NbaProps.Shared.Notifications;

namespace NbaProps.Tests.Operations;

public sealed class IncidentLogTests
{
    private static readonly DateTimeOffset Now = new(2022, 12, 28, 12, 0, 0, TimeSpan.Zero);

    private readonly IncidentLog _log = new(new InMemoryStateStore(TimeProvider.System));

    [Fact]
    public async Task An_incident_that_came_back_does_not_take_the_place_of_the_one_before()
    {
        foreach (var day in new[] { 0, 1 })
        {
            await _log.RaiseAsync(At(Now.AddDays(day)), CancellationToken.None);
            await _log.CloseAsync("any", "over", Now.AddDays(day).AddHours(1), CancellationToken.None);
        }

        await _log.RaiseAsync(At(Now.AddDays(2)), CancellationToken.None);
        (await _log.AllAsync(CancellationToken.None)).OrderBy(incident => incident.OpenedAt).Select(incident => (incident.OpenedAt, incident.ClosedAt)).ShouldBe(
        [
            (Now, Now.AddHours(1)), (Now.AddDays(1), Now.AddDays(1).AddHours(1)), (Now.AddDays(2), null),
        ]);
        (await _log.OpenAsync(CancellationToken.None)).ShouldHaveSingleItem().OpenedAt.ShouldBe(Now.AddDays(2));
    }

    private static Incident At(DateTimeOffset at) => new()
    {
        Key = "any", Severity = Severity.Warning, Title = "any", Cause = "any", Done = "any", Command = "any", OpenedAt = at, UpdatedAt = at,
    };
}
