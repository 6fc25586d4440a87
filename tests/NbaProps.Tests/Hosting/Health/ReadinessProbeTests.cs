using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

using NbaProps.Hosting.Health;
using NbaProps.Shared.Deployment;
using NbaProps.Shared.Observability;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Hosting.Health;

public class ReadinessProbeTests
{
    private static readonly BuildIdentity Identity = BuildIdentity.Of("s", typeof(ReadinessProbeTests).Assembly, _ => null);

    [Fact]
    public async Task A_check_that_never_answers_counts_as_not_ready_after_its_time()
    {
        var time = new FakeTimeProvider();
        using var lifetime = new Lifetime();
        var probe = new ReadinessProbe(Identity, [new Silent()], lifetime, time, NullLogger<ReadinessProbe>.Instance);

        var asked = probe.AskAsync(CancellationToken.None);
        time.Advance(ReadinessProbe.Patience);

        (await asked).NotReady.Single().ShouldBe(new NotReady("silent", "no answer within 5 s"));
    }

    [Fact]
    public async Task A_process_that_is_stopping_is_not_ready()
    {
        using var lifetime = new Lifetime();
        lifetime.StopApplication();
        var probe = new ReadinessProbe(Identity, [], lifetime, new FakeTimeProvider(), NullLogger<ReadinessProbe>.Instance);

        (await probe.AskAsync(CancellationToken.None)).Ready.ShouldBeFalse();
    }

    private sealed class Silent : IReadinessCheck
    {
        public string Name => "silent";

        public Task<string?> CheckAsync(CancellationToken cancellationToken) => new TaskCompletionSource<string?>().Task;
    }

    private sealed class Lifetime : IHostApplicationLifetime, IDisposable
    {
        private readonly CancellationTokenSource _stopping = new();

        public CancellationToken ApplicationStarted => CancellationToken.None;

        public CancellationToken ApplicationStopping => _stopping.Token;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication() => _stopping.Cancel();

        public void Dispose() => _stopping.Dispose();
    }
}
