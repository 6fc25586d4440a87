using NbaProps.Embedded.Broker;

namespace NbaProps.Contracts.Messaging;

public sealed class FolderLockTests : BrokerTestBase
{
    [Fact]
    public async Task A_second_dispatcher_is_refused_in_one_line_that_says_who_has_the_folder()
    {
        await using var first = await StartedAsync();
        await using var second = Broker();

        var refusal = await Should.ThrowAsync<FolderInUseException>(second.StartAsync);

        refusal.Message.ShouldNotContain('\n');
        refusal.Message.ShouldStartWith($"Process {Environment.ProcessId} (");
        refusal.Message.ShouldContain(Folder);
        refusal.Holder.ShouldNotBeNull().ProcessId.ShouldBe(Environment.ProcessId);
    }

    [Fact]
    public async Task The_refused_dispatcher_may_start_once_the_first_has_stopped()
    {
        await using var first = await StartedAsync();
        await using var second = Broker();
        await Should.ThrowAsync<FolderInUseException>(second.StartAsync);

        await first.Dispatcher.StopAsync(CancellationToken.None);
        await second.StartAsync();
        await second.PublishAsync(Games, "1");
        await second.QuietAsync();

        Receiver.Pushes.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Being_refused_leaves_the_first_dispatcher_as_it_was()
    {
        await using var first = await StartedAsync();
        await using (var second = Broker())
            await Should.ThrowAsync<FolderInUseException>(second.StartAsync);
        await using (var third = Broker())
            await Should.ThrowAsync<FolderInUseException>(third.StartAsync);

        await first.PublishAsync(Games, "1");
        await first.QuietAsync();

        Receiver.Pushes.ShouldHaveSingleItem();
    }

    [Fact]
    public void The_refusal_stands_when_the_holder_cannot_be_read()
    {
        using var held = FolderLock.Acquire(Folder, TimeProvider.System);
        File.WriteAllText(Path.Combine(Folder, "dispatcher.json"), "{ half");

        var refusal = Should.Throw<FolderInUseException>(() => FolderLock.Acquire(Folder, TimeProvider.System));

        refusal.Holder.ShouldBeNull();
        refusal.Message.ShouldNotContain('\n');
    }
}
