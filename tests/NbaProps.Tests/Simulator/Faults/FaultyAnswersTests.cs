using System.Text;
using System.Text.Json;

using NbaProps.Shared.Objects;
using NbaProps.Simulator.Faults;
using NbaProps.Simulator.Faults.Answering;
using NbaProps.Simulator.Serving.Pdf;

namespace NbaProps.Tests.Simulator.Faults;

/// <summary>What faults make of the answers that the scrapers get.</summary>
public sealed class FaultyAnswersTests
{
    private static readonly Lazy<Task<(FeedRequest Request, string Address, ServedAnswer Answer)[]>> Asks = new(AskAsync);

    private static readonly string[] ChangedWords = ["duplicated", "truncated", "reordered", "html", "renamed-field", "wrong-type", "late", "missing"];

    public static TheoryData<string> Changes { get; } = [.. ChangedWords];

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Every_feed_has_an_answer_that_each_kind_changes(string word)
    {
        var changed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (request, _, answer) in await Asks.Value)
        {
            if (!Struck(word, request, answer).Body.Span.SequenceEqual(answer.Body.Span))
            {
                changed.Add(request.Feed.Name);
            }
        }

        // The small league's documents have one page each.
        var all = Feeds.All.Where(feed => word is not "reordered" || feed.Shape.Format != FeedFormat.Pdf);
        changed.Order(StringComparer.Ordinal).ShouldBe(all.Select(feed => feed.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_same_fault_makes_the_same_of_the_same_answer()
    {
        foreach (var (request, address, answer) in await Asks.Value)
        {
            foreach (var word in ChangedWords)
            {
                Struck(word, request, answer).Body.ToArray().ShouldBe(Struck(word, request, answer).Body.ToArray(), $"{word} {address}");
            }
        }
    }

    [Fact]
    public async Task What_is_cut_off_is_no_whole_payload()
    {
        foreach (var (_, request, address, said) in await Changed("truncated"))
        {
            var whole = request.Feed.Shape.Format switch
            {
                FeedFormat.Json => IsJson(said),
                FeedFormat.Pdf => await new CarriedText().ReadAsync(said.Body, CancellationToken.None) is PdfText.Extracted,
                FeedFormat.Page => Text(said).EndsWith("</html>\n", StringComparison.Ordinal),
                _ => Text(said).EndsWith('\n') && !address.Contains("?q=", StringComparison.Ordinal),
            };
            whole.ShouldBeFalse(address);
        }
    }

    [Fact]
    public async Task Another_order_has_the_same_letters_and_doubled_rows_are_there_twice()
    {
        foreach (var (before, request, address, said) in (await Changed("reordered")).Where(one => one.Request.Feed.Shape.Format == FeedFormat.Json))
        {
            Text(said).Order().ShouldBe(Text(before).Order(), address);
        }

        foreach (var (before, _, address, said) in (await Changed("duplicated")).Where(one => one.Request.Feed == Feeds.PlayerGameLog || one.Request.Feed == Feeds.Schedule))
        {
            Count(said).ShouldBe(Count(before) * (address.Contains("schedule", StringComparison.Ordinal) ? 4 : 2), address);
        }

        foreach (var (before, _, _, said) in (await Changed("duplicated")).Where(one => one.Answer.ContentType is "text/csv"))
        {
            Text(said).Split('\n').Length.ShouldBe((2 * Text(before).Split('\n').Length) - 2);
        }
    }

    [Fact]
    public async Task A_renamed_field_is_nowhere_any_more_and_a_wrong_type_leaves_no_number()
    {
        foreach (var (before, request, address, said) in await Changed("renamed-field"))
        {
            var field = request.Feed.Shape.Required[0];
            Text(said).ShouldNotContain($"\"{field}\"");
            (Text(before).Length, Text(said).Length).ShouldBe((Text(before).Length, request.Feed.Shape.Format == FeedFormat.Pdf ? Text(said).Length : Text(before).Length), address);
        }

        var (_, _, _, log) = (await Changed("wrong-type")).First(one => one.Request.Feed == Feeds.PlayerGameLog);
        using var json = JsonDocument.Parse(log.Body);
        var set = json.RootElement.GetProperty("resultSets")[0];
        var column = set.GetProperty("headers").EnumerateArray().Select(header => header.GetString()).ToList().IndexOf("PLAYER_ID");
        set.GetProperty("rowSet").EnumerateArray().ShouldAllBe(row => row[column].ValueKind == JsonValueKind.String);
    }

    [Fact]
    public async Task A_pdf_whose_headings_changed_is_still_a_pdf_with_everything_else()
    {
        foreach (var (before, _, _, said) in (await Changed("renamed-field")).Where(one => one.Request.Feed.Shape.Format == FeedFormat.Pdf))
        {
            var (was, now) = (await Pages(before), await Pages(said));
            now.ShouldNotBe(was);
            now.Split('\n').Length.ShouldBe(was.Split('\n').Length);
            now.Split('\n').Zip(was.Split('\n')).Count(lines => lines.First != lines.Second).ShouldBeInRange(1, 4);
        }
    }

    [Theory]
    [InlineData("403", 403)]
    [InlineData("404", 404)]
    [InlineData("429", 429)]
    [InlineData("500", 500)]
    public async Task A_refusal_is_its_status(string word, int status)
    {
        var (request, _, answer) = (await Asks.Value)[0];
        Struck(word, request, answer).Status.ShouldBe(status);
    }

    [Fact]
    public async Task Every_second_429_says_when_to_come_again()
    {
        var (request, _, answer) = (await Asks.Value)[0];
        Struck("429", request, answer, 4).RetryAfter.ShouldBeNull();
        Struck("429", request, answer, 5).RetryAfter.ShouldBe(1);
    }

    private static async Task<(FeedRequest Request, string Address, ServedAnswer Answer)[]> AskAsync()
    {
        var season = Leagues.Pocket(1);
        var table = new FeedTable(season);
        var asked = await Asked.AllOf(season, season.Games[6].Scheduled.Date);
        return [.. asked.Where(one => one.Bytes is not null).Select(one => (table.Of(one.Address)!, one.Address, new ServedAnswer(200, TypeOf(one.Address), one.Bytes!.Value)))];
    }

    private static string TypeOf(string address) => address.Contains("alt=media", StringComparison.Ordinal) ? "text/csv" : "application/json";

    private static async Task<(ServedAnswer Before, FeedRequest Request, string Address, ServedAnswer Answer)[]> Changed(string word) =>
        [.. (await Asks.Value).Select(one => (one.Answer, one.Request, one.Address, Struck(word, one.Request, one.Answer)))];

    private static ServedAnswer Struck(string word, FeedRequest request, ServedAnswer answer, int number = 600) =>
        FaultyAnswers.Of(request, [new Fault(FaultKinds.OfWord(word)!.Value, request.Feed.Name) { Number = number }], answer);

    private static async Task<string> Pages(ServedAnswer answer) => (await new CarriedText().ReadAsync(answer.Body, CancellationToken.None)).ShouldBeOfType<PdfText.Extracted>().Text;

    private static string Text(ServedAnswer answer) => Encoding.UTF8.GetString(answer.Body.Span);

    private static bool IsJson(ServedAnswer answer)
    {
        try
        {
            using var json = JsonDocument.Parse(answer.Body);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // Games of a schedule, rows of a table.
    private static int Count(ServedAnswer answer)
    {
        using var json = JsonDocument.Parse(answer.Body);
        return json.RootElement.TryGetProperty("leagueSchedule", out var schedule)
            ? schedule.GetProperty("gameDates").EnumerateArray().Sum(date => date.GetProperty("games").GetArrayLength())
            : json.RootElement.GetProperty("resultSets")[0].GetProperty("rowSet").GetArrayLength();
    }
}
