using System.Text;

using NbaProps.Shared.Deployment.Drift;
using NbaProps.Shared.Resilience;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Shared.Deployment.Drift;

public sealed class HeadFileTests
{
    private static readonly MainHistory History = Main.History([Main.On(2, 1, "predictions"), Main.On(1, 3), Main.On(0, 9, "analytics", "predictions")]);

    [Fact]
    public void It_is_written_as_it_is_read()
    {
        var text = Encoding.UTF8.GetString(HeadFile.Write(History));
        text.ShouldBe($$"""
            {
              "schema": 1,
              "publishedAt": "2026-01-15T17:00:00+00:00",
              "services": {
                "analytics": "{{Main.Commit(0)}}",
                "predictions": "{{Main.Commit(2)}}"
              },
              "commits": [
                {
                  "commit": "{{Main.Commit(2)}}",
                  "at": "2026-01-15T16:00:00+00:00",
                  "services": [
                    "predictions"
                  ]
                },
                {
                  "commit": "{{Main.Commit(1)}}",
                  "at": "2026-01-15T14:00:00+00:00",
                  "services": []
                },
                {
                  "commit": "{{Main.Commit(0)}}",
                  "at": "2026-01-15T08:00:00+00:00",
                  "services": [
                    "analytics",
                    "predictions"
                  ]
                }
              ]
            }

            """);
        var read = HeadFile.Read(HeadFile.Write(History));
        HeadFile.Write(read).ShouldBe(HeadFile.Write(History));
        read.DriftOf(new("analytics", Main.Commit(0))).State.ShouldBe(DriftState.Current);
        read.DriftOf(new("predictions", Main.Commit(1))).Commits.ShouldBe(1);
    }

    [Theory]
    [InlineData("\"schema\": 1", "\"schema\": 2", "it is of schema 2, this build reads 1")]
    [InlineData("\"schema\": 1,", "", "schema")]
    [InlineData("\"publishedAt\"", "\"published\"", "published")]
    [InlineData("\"services\": {", "\"more\": {}, \"services\": {", "more")]
    [InlineData("\"commits\": [", "\"commits\": null, \"other\": [", "commits")]
    [InlineData("\"at\": \"2026-01-15T14:00:00+00:00\"", "\"at\": \"yesterday\"", "at")]
    [InlineData("0000000001\"", "001\"", "is no commit of forty hexadecimal digits")]
    [InlineData("\"services\": []", "\"services\": [\"scrapers\"]", "a commit changes scrapers, of which no newest commit is named")]
    [InlineData("{", "[", "")]
    public void What_it_cannot_be_is_refused_and_said(string known, string other, string problem)
    {
        var text = Encoding.UTF8.GetString(HeadFile.Write(History));
        text.ShouldContain(known);
        var at = text.IndexOf(known, StringComparison.Ordinal);
        var wrong = text[..at] + other + text[(at + known.Length)..];
        Should.Throw<PermanentException>(() => HeadFile.Read(Encoding.UTF8.GetBytes(wrong))).Message.ShouldContain(problem);
    }

    [Fact]
    public async Task Missing_unreadable_and_old_ones_are_each_said()
    {
        var bucket = new Bucket();
        (await ReadAsync(bucket, Main.Noon)).ShouldBe(new HeadReading(null, "deployments/head.json is missing"));

        bucket.Head = "{}"u8.ToArray();
        (await ReadAsync(bucket, Main.Noon)).Warning.ShouldStartWith("deployments/head.json cannot be read: ");

        bucket.Publish(History);
        (await ReadAsync(bucket, Main.Noon.AddHours(48))).Warning.ShouldBeNull();
        var old = await ReadAsync(bucket, Main.Noon.AddHours(48).AddSeconds(1));
        old.Warning.ShouldBe("deployments/head.json is of 2026-01-15 17:00:00Z, more than 48 hours ago");
        old.History.ShouldNotBeNull();
    }

    private static Task<HeadReading> ReadAsync(Bucket bucket, DateTimeOffset now) => HeadReading.FindAsync(bucket, now, CancellationToken.None);
}
