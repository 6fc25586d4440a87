using System.Collections.Concurrent;

using NbaProps.Fuzzing.Running;
using NbaProps.Fuzzing.Seeding;
using NbaProps.RawProcessors.Formats;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Resilience;
using NbaProps.Tests.Support;

namespace NbaProps.Fuzzing;

/// <summary>Parsers that do what none may: each is found.</summary>
public sealed class JudgeTests
{
    private static readonly FormSeeds Form = new("invented", "form", [new SeedPayload("seed", "{\"a\":[1,2,3]}"u8.ToArray())]);

    [Fact]
    public void A_refusal_in_one_line_that_names_the_payload_is_allowed() => Wrong(path => throw new PermanentException($"{path}: is nothing")).ShouldBeNull();

    [Fact]
    public void A_refusal_of_two_lines_is_found() => Wrong(path => throw new PermanentException($"{path}: is\nnothing")).ShouldBe("form: the refusal is not one line: fuzzing/payload: is\\u000anothing");

    [Fact]
    public void A_refusal_that_a_terminal_would_obey_is_found() => Wrong(path => throw new PermanentException($"{path}: \u001b[2J"))!.ShouldContain("is not one line");

    [Fact]
    public void A_refusal_with_half_a_character_is_found() => Wrong(path => throw new PermanentException($"{path}: \ud83d"))!.ShouldContain("half of a surrogate pair");

    [Fact]
    public void An_endless_refusal_is_found() => Wrong(path => throw new PermanentException($"{path}: {new string('x', 5_000)}"))!.ShouldContain("characters long");

    [Fact]
    public void A_refusal_without_the_payload_is_found() => Wrong(_ => throw new PermanentException("something is wrong"))!.ShouldContain("does not begin with the payload");

    [Fact]
    public void Any_other_exception_is_found() => Wrong(_ => throw new InvalidOperationException("no"))!.ShouldStartWith("form: InvalidOperationException: no");

    [Fact]
    public void A_text_that_no_store_gives_back_is_found() => Wrong(_ => Reading<object>.Of([new Named("a\0b")])).ShouldBe("Named.Name holds a NUL or half of a surrogate pair");

    [Fact]
    public void A_row_that_breaks_a_rule_of_its_table_is_found() => Wrong(_ => Reading<object>.Of([Official(0)]))!.ShouldContain("official_code");

    [Fact]
    public void Two_rows_of_one_key_are_found()
    {
        Wrong(_ => Reading<object>.Of([Official(1), Official(2)])).ShouldBeNull();
        Wrong(_ => Reading<object>.Of([Official(1), Official(1)]))!.ShouldContain("two rows share the key");
    }

    [Fact]
    public void A_parser_that_does_not_end_is_left_behind_and_the_rest_goes_on()
    {
        using var never = new ManualResetEventSlim();
        var seen = new ConcurrentBag<long>();
        var progress = new FormProgress();
        var count = 0L;
        var campaign = new FormCampaign(
            Form,
            _ =>
            {
                var number = Interlocked.Increment(ref count) - 1;
                seen.Add(number);
                if (number == 3)
                {
                    never.Wait();
                }

                return null;
            },
            1,
            progress,
            new Patience(TimeSpan.FromMinutes(1), TimeSpan.FromMilliseconds(300)));
        campaign.Run(10, CancellationToken.None);
        progress.Done.ShouldBe(10);
        progress.Findings.Single().Number.ShouldBe(3);
        progress.Findings.Single().What.ShouldStartWith("hangs");
        seen.Count.ShouldBe(10);
        never.Set();
    }

    [Fact]
    public void A_parser_that_is_slow_twice_is_found()
    {
        var progress = new FormProgress();
        new FormCampaign(Form, _ => null, 1, progress, new Patience(TimeSpan.FromTicks(-1), TimeSpan.FromMinutes(1))).Run(1, CancellationToken.None);
        progress.Findings.Single().What.ShouldStartWith("is slow");
    }

    [Fact]
    public void A_campaign_that_was_stopped_goes_on_from_its_file_and_finds_what_one_without_a_stop_finds()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Of("state.json");
        var whole = new FormProgress();
        new FormCampaign(Form, WrongWhenOdd, 7, whole, Patience.Usual).Run(40, CancellationToken.None);

        foreach (var until in new[] { 15, 40 })
        {
            var state = CampaignState.Load(file, 7);
            new FormCampaign(Form, WrongWhenOdd, 7, state.Of(Form.Name, "seeds"), Patience.Usual).Run(until, CancellationToken.None);
            state.Save(file);
        }

        var kept = CampaignState.Load(file, 7).Of(Form.Name, "seeds");
        (kept.Done, kept.AllFindings).ShouldBe((40, whole.AllFindings));
        kept.Findings.ShouldBe(whole.Findings);
        whole.Findings.ShouldNotBeEmpty();
        CampaignState.Load(file, 8).Forms.ShouldBeEmpty();
        CampaignState.Load(file, 7).Of(Form.Name, "other seeds").Done.ShouldBe(0);

        static string? WrongWhenOdd(byte[] bytes) => bytes.Length % 2 == 1 ? "odd" : null;
    }

    [Fact]
    public void Arguments_that_are_not_known_are_refused()
    {
        Arguments.Read(["--mutations", "5", "--source", "espn", "--replay", "3"]).ShouldNotBeNull().Replay.ShouldBe(3);
        foreach (var wrong in new[] { "--seeds 1", "--mutations", "--mutations x", "--mutations -1", "--workers 0", "--seed 1 --seed 2" })
        {
            Arguments.Read(wrong.Split(' ')).ShouldBeNull(wrong);
        }
    }

    private static string? Wrong(Func<string, Reading<object>> read)
    {
        var format = PayloadFormat.Other("invented", "form", _ => true, (payload, _) => read(payload.Path));
        return new Judge(_ => format).Wrong([1]);
    }

    private static NbacRefereeReplayCenterRow Official(int code) => new()
    {
        GameDate = new(2025, 1, 8), OfficialCode = code, OfficialName = "Ann Able", Source = "nba_referees", AsOf = new NbaProps.Domain.Calendar.GameDate(2025, 1, 8).At(18),
    };

    private sealed record Named(string Name);
}
