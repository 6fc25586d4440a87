using Microsoft.Extensions.Logging.Abstractions;

using NbaProps.Embedded.Broker;
using NbaProps.Shared.Messaging;

namespace NbaProps.Tests.Cli;

public sealed class DeadLettersCommandTests : InProcess
{
    [Fact]
    public async Task Without_any_it_says_so_and_in_JSON_it_is_an_empty_array()
    {
        Directory.CreateDirectory(Data);
        (await RunAsync("dead-letters", "list")).Output.ShouldBe("There is none." + Environment.NewLine);
        (await RunAsync("dead-letters", "list", "--json")).Json().GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("show", "7")]
    [InlineData("replay", "7")]
    [InlineData("show", "zzz")]
    [InlineData("replay", "99999999999999999999")]
    public async Task One_that_is_not_there_is_wrong_usage(string command, string id)
    {
        Directory.CreateDirectory(Data);
        var answer = await RunAsync("dead-letters", command, id);

        (answer.Code, answer.OneLine()).ShouldBe((2, $"There is no dead letter {id}: accepted is a number that nbaprops dead-letters list shows"));
    }

    [Fact]
    public async Task What_was_given_up_is_shown_edited_and_sent_again()
    {
        await GiveUpAsync("""{"broken":true}""");
        var listed = (await RunAsync("dead-letters", "list", "--json")).Json()[0];
        var id = listed.GetProperty("id").GetInt64().ToString(System.Globalization.CultureInfo.InvariantCulture);

        listed.GetProperty("subscription").GetString().ShouldBe("asked-to-nobody");
        (await RunAsync("dead-letters", "show", id)).Output.ShouldContain("""{"broken":true}""");
        (await RunAsync("dead-letters", "edit", id)).OneLine().ShouldStartWith("--body is missing");
        var sent = await RunAsync("dead-letters", "edit", id, "--body", """{"broken":false}""");

        (sent.Code, sent.Errors).ShouldBe((0, string.Empty));
        sent.Output.ShouldStartWith("published to asked-to-nobody as message ");
        (await RunAsync("dead-letters", "list", "--json")).Json().GetArrayLength().ShouldBe(0);
    }

    // A dispatcher whose subscriber listens nowhere gives up at the first attempt.
    private async Task GiveUpAsync(string body)
    {
        await RunAsync("dead-letters", "list");
        var file = BrokerFile.Open(new BrokerOptions { DataDirectory = Data, MaxDeliveryAttempts = 1 }, TimeProvider.System);
        await using (file)
        {
            var topology = new BrokerTopology(["asked"], [new Subscription("asked-to-nobody", "asked", new Uri("http://127.0.0.1:9/push"))]);
            await using var dispatcher = new PushDispatcher(file, topology, NullLogger<PushDispatcher>.Instance);
            await dispatcher.StartAsync(CancellationToken.None);
            await new SqliteMessageBus(file, NullLogger<SqliteMessageBus>.Instance).PublishAsync("asked", [new OutgoingMessage(body, new Dictionary<string, string>())], CancellationToken.None);
            await dispatcher.WaitUntilIdleAsync(CancellationToken.None);
            await dispatcher.StopAsync(CancellationToken.None);
        }
    }
}
