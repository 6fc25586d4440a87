using Microsoft.Extensions.Logging.Abstractions;

using NbaProps.Cli.Commands;
using NbaProps.Cli.Running;
using NbaProps.Hosting.Configuration;
using NbaProps.Hosting.Services;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Pipeline.Days;
using NbaProps.Shared.Pipeline.Replaying;

namespace NbaProps.Tests.Cli;

public sealed class InterruptedRebuildTests : InProcess
{
    [Fact]
    public async Task Nothing_else_computes_on_a_folder_whose_rebuild_was_interrupted()
    {
        var options = new NbaPropsOptions { DataDirectory = Data, Ports = new() { Base = 0 } };
        await SaveAsync(options, new ReplayProgress());
        (await Should.ThrowAsync<UsageException>(() => StartAsync(options))).Message
            .ShouldBe($"A rebuild of {Data} was interrupted: it goes on with nbaprops rebuild --data {Data}");

        await SaveAsync(options, new ReplayProgress { Completed = true });
        await (await StartAsync(options)).DisposeAsync();
    }

    // Without services: none is needed to be refused.
    private static Task<LocalPipeline> StartAsync(NbaPropsOptions options) => LocalPipeline.StartAsync(
        new PipelineStart(options, new ConfigurationInputs(), new HeldGameClock(), NullLoggerFactory.Instance) { Definitions = [] }, CancellationToken.None);

    private static async Task SaveAsync(NbaPropsOptions options, ReplayProgress progress)
    {
        await using var stores = await EmbeddedStores.OpenAsync(options, NbaPipeline.Manifest, TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None);
        await progress.SaveAsync(stores.Ports.State, CancellationToken.None);
    }
}
