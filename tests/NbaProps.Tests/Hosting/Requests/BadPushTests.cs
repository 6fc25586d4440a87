using System.Net;
using System.Text;

using NbaProps.Domain.Calendar;
using NbaProps.Hosting.Services;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Pipeline;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Hosting.Requests;

/// <summary>A push whose body is wrong is answered so that Pub/Sub keeps it with the dead letters, and never as if the service had failed.</summary>
public sealed class BadPushTests
{
    // {"kind":"Completed","unit":"phase5_hand_off|2022-10-18"}
    private const string Hint = "eyJraW5kIjoiQ29tcGxldGVkIiwidW5pdCI6InBoYXNlNV9oYW5kX29mZnwyMDIyLTEwLTE4In0=";

    [Fact]
    public async Task What_is_no_push_is_refused_with_what_is_accepted()
    {
        string[] bodies =
        [
            "", " ", "nonsense", "null", "1", "\"text\"", "[]", "{}", "{", "{\"message\":null}", "{\"message\":[]}", "{\"message\":{}}", "{\"message\":\"text\"}",
            "{\"message\":{\"data\":\"" + Hint + "\"}}",
            "{\"message\":{\"messageId\":\"1\",\"attributes\":{\"a\":\"b\"}}}",
            "{\"message\":{\"messageId\":\"1\",\"data\":null}}",
            "{\"message\":{\"messageId\":\"1\",\"data\":1}}",
            "{\"message\":{\"messageId\":\"1\",\"data\":\"no base64!\"}}",
            "{\"message\":{\"messageId\":\"1\",\"data\":\"/w==\"}}",
            "{\"message\":{\"messageId\":{},\"data\":\"" + Hint + "\"}}",
            "{\"message\":{\"messageId\":\"\\ud800\",\"data\":\"" + Hint + "\"}}",
            "{\"message\":{\"messageId\":\"1\",\"data\":\"" + Hint + "\",\"attributes\":[]}}",
            "{\"message\":{\"messageId\":\"1\",\"data\":\"" + Hint + "\",\"attributes\":{\"a\":null}}}",
            "{\"message\":{\"messageId\":\"1\",\"data\":\"" + Hint + "\",\"attributes\":{\"a\":{}}}}",
            "{\"message\":{\"messageId\":\"1\",\"data\":\"" + Hint + "\",\"attributes\":{\"\\ud800\":\"b\"}}}",
            "{\"message\":{\"messageId\":\"1\",\"data\":\"" + Hint + "\"},\"deliveryAttempt\":0}",
            "{\"message\":{\"messageId\":\"1\",\"data\":\"" + Hint + "\"},\"deliveryAttempt\":99999999999}",
            "{\"message\":{\"messageId\":\"1\",\"data\":\"" + Hint + "\"},\"subscription\":{}}",
            .. new[] { "a/b", " ", "\\u0000", "%2F", "\\ud83c\\udfc0", "a|b", new string('i', 201) }.Select(id => "{\"message\":{\"messageId\":\"" + id + "\",\"data\":\"" + Hint + "\"}}"),
            "\u00ff\u00fe",
            new string('[', 5_000),
            string.Concat(Enumerable.Repeat("{\"message\":", 5_000)),
        ];
        await using var service = await StartAsync();
        foreach (var body in bodies)
        {
            var (status, said) = await PushAsync(service, body);
            status.ShouldBe(HttpStatusCode.BadRequest, body);
            said.ShouldStartWith("The request body is not a Pub/Sub push: ", Case.Sensitive, body);
            said.ShouldContain(" Accepted: {\"message\":", Case.Sensitive, body);
        }

        (await service.MessagesAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("text")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"kind\":\"Look\"}")]
    [InlineData("{\"kind\":\"Look\",\"unit\":\"\"}")]
    [InlineData("{\"kind\":\"Look\",\"unit\":\"nobody|2022-10-18\"}")]
    [InlineData("{\"kind\":\"Look\",\"unit\":\"phase5_hand_off|the other day\"}")]
    [InlineData("{\"kind\":99,\"unit\":\"phase5_hand_off|2022-10-18\"}")]
    [InlineData("{\"kind\":\"Look\",\"unit\":\"\\ud800|2022-10-18\"}")]
    [InlineData("{\"target_date\":\"9999-99-99\",\"trigger_source\":\"x\"}")]
    [InlineData("{\"target_date\":{},\"trigger_source\":\"x\"}")]
    public async Task What_is_no_hint_is_refused_and_written_down(string body)
    {
        await using var service = await StartAsync();

        var (status, said) = await PushAsync(service, $$$"""{"message":{"messageId":"1","data":"{{{Convert.ToBase64String(Encoding.UTF8.GetBytes(body))}}}"}}""");

        status.ShouldBe(HttpStatusCode.BadRequest);
        said.ShouldContain("accepted");
        (await service.MessagesAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task However_odd_what_stands_around_a_hint_is_it_is_taken()
    {
        string[] texts = ["a/b", "..", ".", "__x__", "\u0000", "\u007f\u0080", "\ud83c\udfc0", new string('i', 100_000), " ", "%2F", "\r\nX: y"];
        await using var service = await StartAsync();
        foreach (var text in texts)
        {
            var json = System.Text.Json.JsonSerializer.Serialize(text);
            foreach (var body in new[]
            {
                $$$"""{"message":{"messageId":"__1.a:B-2__","data":"{{{Hint}}}"}}""",
                $$$"""{"message":{"messageId":"1","data":"{{{Hint}}}","attributes":{"traceparent":{{{json}}},"googclient_traceparent":{{{json}}},"correlation_id":{{{json}}}},"orderingKey":{{{json}}},"publishTime":{{{json}}}},"subscription":{{{json}}},"deliveryAttempt":2147483647}""",
            })
            {
                (await PushAsync(service, body)).Status.ShouldBe(HttpStatusCode.NoContent, body.Length > 1000 ? body[..1000] : body);
            }
        }
    }

    // A processor whose days after it read it as history, in the service that runs those; one that nobody reads; one of another service; one with a unit per game.
    [Theory]
    [InlineData("Completed", "player_game_summary|{0}")]
    [InlineData("Completed", "phase3_hand_off|{0}")]
    [InlineData("Completed", "phase5_hand_off|{0}")]
    [InlineData("Completed", "nbac_schedule|{0}")]
    [InlineData("Completed", "prediction_staging|{0}|0022200001")]
    [InlineData("Look", "{1}|{0}")]
    public async Task A_hint_about_the_first_and_the_last_day_that_there_is_is_taken_as_any_other(string kind, string unit)
    {
        foreach (var definition in new[] { NbaProps.Analytics.AnalyticsService.Definition, NbaProps.Precompute.PrecomputeService.Definition, NbaProps.Predictions.PredictionsService.Definition })
        {
            await using var service = await StartAsync(definition);
            var own = NbaPipeline.Manifest.Processors.First(processor => definition.Phases.Contains(processor.Phase) && processor.Granularity == Granularity.Date).Name;
            foreach (var begun in new[] { false, true })
            {
                foreach (var date in new[] { GameDate.MinValue, GameDate.MinValue.AddDays(1), new(2190, 1, 1), GameDate.MaxValue.AddDays(-1), GameDate.MaxValue })
                {
                    if (begun)
                        await service.ReachAsync(date, Moment.NextMorning);
                    var hint = $$"""{"kind":"{{kind}}","unit":"{{unit.Replace("{0}", date.ToString(), StringComparison.Ordinal).Replace("{1}", own, StringComparison.Ordinal)}}","changed":true}""";
                    var (status, said) = await PushAsync(service, $$$"""{"message":{"messageId":"1","data":"{{{Convert.ToBase64String(Encoding.UTF8.GetBytes(hint))}}}"}}""");
                    status.ShouldBe(HttpStatusCode.NoContent, $"{definition.Name}, {(begun ? "begun" : "not begun")}: {hint}: {said}");
                }
            }
        }
    }

    private static Task<ServiceOfTests> StartAsync(ServiceDefinition? definition = null) =>
        ServiceOfTests.StartAsync(definition ?? NbaProps.Predictions.PredictionsService.Definition, AccessMatrix.Options(authentication: null));

    private static async Task<(HttpStatusCode Status, string Said)> PushAsync(ServiceOfTests service, string body)
    {
        using var client = new HttpClient();
        using var answer = await client.PostAsync(new Uri(service.Address, PushEndpoint.Path), new ByteArrayContent(Encoding.Latin1.GetBytes(body)));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
