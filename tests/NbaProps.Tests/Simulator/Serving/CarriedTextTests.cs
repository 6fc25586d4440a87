using System.Text;

using NbaProps.Domain;
using NbaProps.Shared.Objects;
using NbaProps.Simulator.League;
using NbaProps.Simulator.Serving;
using NbaProps.Simulator.Serving.Gamebook;
using NbaProps.Simulator.Serving.InjuryReport;
using NbaProps.Simulator.Serving.Pdf;

namespace NbaProps.Tests.Simulator.Serving;

/// <summary>The text that a simulated PDF carries is what pdftotext says of the same PDF.</summary>
public sealed class CarriedTextTests
{
    private static readonly Paper Paper = new(842, 595, 8, 24);

    [SkippableFact]
    public async Task An_injury_report_has_the_same_lines_and_the_same_cells_in_them()
    {
        foreach (var seed in new long[] { 1, 2, 3 })
        {
            var season = Leagues.Pocket(seed);
            var date = season.ByDate.Keys.Order().ElementAt((int)seed + 2);
            foreach (var at in new[] { date.At(9, 30), date.At(19, 30) })
            {
                var pdf = ReportLayout.Write(at, ReportEdition.Of(new(season, at), new(date, at))!);
                PdfReading.Cells(await PdfReading.ByToolAsync(pdf)).ShouldBe(PdfReading.Cells(await PdfReading.CarriedAsync(pdf)));
            }
        }
    }

    [SkippableFact]
    public async Task A_gamebook_has_the_same_lines_and_the_same_words_in_them()
    {
        foreach (var game in Leagues.Pocket(4).Games.Take(6))
        {
            var pdf = GamebookWriter.Write(new LeagueMoment(Leagues.Pocket(4), game.Scheduled.Date.AddDays(2).At(12)), game);
            PdfReading.Words(await PdfReading.ByToolAsync(pdf)).ShouldBe(PdfReading.Words(await PdfReading.CarriedAsync(pdf)));
        }
    }

    [SkippableFact]
    public async Task Every_letter_of_every_name_is_there()
    {
        var pages = NameLists.Given.Concat(NameLists.Family).Concat(["Đđ Łł Šš Žž Čč Ćć Řř ıİ Ğğ Şş ņģūėńęąěůőăţ", "Àÿ Ññ Øø ß", "(a) \\ 'b' \"c\" <d>"])
            .Chunk(40).Select(lines => new TextPage(lines)).ToArray();
        var pdf = PdfFile.Write(Paper, pages);

        var carried = await PdfReading.CarriedAsync(pdf);
        carried.ShouldContain("Đurovanić\n");
        (await PdfReading.ByToolAsync(pdf)).ShouldBe(carried);
    }

    [Fact]
    public void A_letter_without_a_code_and_a_page_that_is_too_large_are_refused()
    {
        Should.Throw<ArgumentException>(() => PdfFile.Write(Paper, [new(["愛"])])).Message.ShouldContain("U+611B");
        Should.Throw<ArgumentException>(() => PdfFile.Write(Paper, [new([new string('x', 300)])])).Message.ShouldContain("does not fit");
    }

    [Fact]
    public void The_same_pages_are_the_same_bytes() =>
        ContentHash.Of(PdfFile.Write(Paper, [new(["One", "", "Two"])])).ShouldBe(ContentHash.Of(PdfFile.Write(Paper, [new(["One", "", "Two"])])));

    [Fact]
    public async Task What_is_cut_off_or_somebody_elses_is_damaged()
    {
        var pdf = PdfFile.Write(Paper, [new(["One", "", "Two"])]);

        for (var length = 0; length < pdf.Length - 1; length += 7)
        {
            (await new CarriedText().ReadAsync(pdf.AsMemory(0, length), CancellationToken.None)).ShouldBeOfType<PdfText.Damaged>();
        }

        (await new CarriedText().ReadAsync(Encoding.ASCII.GetBytes("%PDF-1.4\n%%EOF\n"), CancellationToken.None)).ShouldBe(new PdfText.Damaged("it carries no text"));
        (await new CarriedText().ReadAsync(pdf, CancellationToken.None)).ShouldBe(new PdfText.Extracted("One\n\nTwo\n\f"));
    }
}
