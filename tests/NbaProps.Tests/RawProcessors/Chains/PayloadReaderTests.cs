using System.Text;

using NbaProps.Domain.Calendar;
using NbaProps.RawProcessors.Chains;
using NbaProps.RawProcessors.Formats;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Captures;
using NbaProps.Shared.Resilience;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.RawProcessors.Chains;

public sealed class PayloadReaderTests
{
    private static readonly GameDate Date = new(2026, 1, 15);

    [Fact]
    public void The_newest_that_can_be_read_comes_first_and_those_before_it_are_not_opened()
    {
        var (reader, opened) = (new PayloadReader(), new List<string>());
        var (capture, text) = reader.NewestFirst([Capture("a"), Capture("b"), Capture("refused")], (payload, _) => Read(payload, opened)).First();
        (capture.Path, text).ShouldBe(("path/b", "b"));
        opened.ShouldBe(["refused", "b"]);
        reader.Findings.ShouldBe(["path/refused: no"]);
        reader.ThrowIfAllWereRefused();
    }

    [Fact]
    public void Where_nothing_can_be_read_the_run_ends_with_all_refusals_each_with_its_path()
    {
        var reader = new PayloadReader();
        reader.Refusal.ShouldBeNull();
        reader.ThrowIfAllWereRefused();
        reader.NewestFirst([Capture("refused"), Capture("refused too")], (payload, _) => Read(payload, [])).ShouldBeEmpty();
        Should.Throw<PermanentException>(reader.ThrowIfAllWereRefused).Message.ShouldBe("path/refused too: no; path/refused: no");
    }

    [Fact]
    public void A_list_in_which_nothing_is_is_a_finding_and_one_with_a_reason_is_none()
    {
        var reader = new PayloadReader();
        reader.ReadList(Capture("a"), _ => new Reading<string>([], [])).ShouldNotBeNull();
        reader.ReadList(Capture("b"), _ => new Reading<string>([], ["a reason"])).ShouldNotBeNull();
        reader.Findings.ShouldBe(["path/a: nothing is in it"]);
    }

    [Fact]
    public void Of_one_instant_the_earlier_scraper_of_the_declaration_stands_first_and_of_one_scraper_what_it_brought_last()
    {
        var inputs = new FakeInputs()
            .WithCapture(ScrapersPhase.Schedule.Name, Date.At(9), "old").WithCapture(ScrapersPhase.Schedule.Name, Date.At(10), "first").WithCapture(ScrapersPhase.Schedule.Name, Date.At(10), "second")
            .WithCapture(ScrapersPhase.ScheduleCdn.Name, Date.At(10), "network").WithCapture(ScrapersPhase.ScheduleEspn.Name, Date.At(11), "stand-in");
        ChainCaptures.NewestFirst(inputs, RawProcessorsPhase.Schedule).Select(capture => (capture.Scraper, Encoding.UTF8.GetString(capture.Payload.Bytes.Span))).ShouldBe(
        [
            (ScrapersPhase.ScheduleEspn.Name, "stand-in"), (ScrapersPhase.Schedule.Name, "second"), (ScrapersPhase.Schedule.Name, "first"), (ScrapersPhase.ScheduleCdn.Name, "network"),
            (ScrapersPhase.Schedule.Name, "old"),
        ]);
    }

    [Fact]
    public void A_PDF_is_set_apart_and_named_where_its_text_is_not_beside_it()
    {
        var scraper = ScrapersPhase.Gamebook.Name;
        var inputs = new FakeInputs()
            .WithCapture(scraper, Date.At(9), "%PDF-1", "1").WithCapture(scraper, Date.At(9), "%PDF-2", "2").WithCapture(scraper, Date.At(9), "text of 1", "1").WithCapture(scraper, Date.At(10), "text of another time", "2");
        var (payloads, unread) = ChainCaptures.WithoutPdfs(ChainCaptures.NewestFirst(inputs, RawProcessorsPhase.Gamebook));
        payloads.Select(capture => Encoding.UTF8.GetString(capture.Payload.Bytes.Span)).ShouldBe(["text of another time", "text of 1"]);
        unread.ShouldBe([$"{inputs.Captures(scraper)[1].Path}: is a PDF without a text"]);
    }

    [Fact]
    public void A_long_list_of_findings_is_told_up_to_the_twentieth()
    {
        string[] findings = [.. Enumerable.Range(1, 22).Select(number => $"finding {number}")];
        Outcome.Listed(findings[..20]).ShouldEndWith("; finding 20");
        Outcome.Listed(findings).ShouldEndWith("; finding 20; and 2 more");
        var run = Outcome.Of<NbacScheduleRow>([], "0 games", findings);
        (run.State, run.Reason).ShouldBe((RunState.Degraded, $"0 games; {Outcome.Listed(findings)}"));
        Outcome.Of<NbacScheduleRow>([], "0 games", []).State.ShouldBe(RunState.NoData);
    }

    private static CapturedPayload Capture(string content) => new($"path/{content}", Date.At(10), Encoding.UTF8.GetBytes(content), new Dictionary<string, string>(StringComparer.Ordinal));

    private static string Read(RawPayload payload, List<string> opened)
    {
        var text = Encoding.UTF8.GetString(payload.Bytes.Span);
        opened.Add(text);
        return text.StartsWith("refused", StringComparison.Ordinal) ? throw new PermanentException("no") : text;
    }
}
