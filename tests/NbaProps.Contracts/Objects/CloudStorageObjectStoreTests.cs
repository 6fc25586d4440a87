using System.Text;

using NbaProps.Contracts.GoogleCloud;
using NbaProps.GoogleCloud.Storage;
using NbaProps.GoogleDouble;
using NbaProps.Shared.Objects;
using NbaProps.Shared.Resilience;

namespace NbaProps.Contracts.Objects;

public sealed class CloudStorageObjectStoreTests : ObjectStoreContract
{
    private CloudDouble _cloud = null!;

    public override async Task InitializeAsync()
    {
        _cloud = await CloudDouble.StartAsync();
        await base.InitializeAsync();
    }

    public override async Task DisposeAsync() => await _cloud.DisposeAsync();

    [Theory]
    [InlineData("", "AAAAAA==")]
    [InlineData("123456789", "4waSgw==")]
    public void The_checksum_is_that_of_the_standard(string text, string checksum)
    {
        Crc32C.Of(Encoding.ASCII.GetBytes(text)).ShouldBe(checksum);
    }

    [Fact]
    public async Task A_list_of_several_pages_holds_them_all()
    {
        _cloud.Server.Storage.PathsPerPage = 3;
        for (var n = 0; n < 8; n++)
            await Store.PutIfAbsentAsync($"a/{n}", Content("x"), default);

        (await Store.ListAsync("a/", default)).ShouldBe(Enumerable.Range(0, 8).Select(n => $"a/{n}"));
    }

    [Fact]
    public async Task A_payload_above_eight_megabytes_goes_in_parts_and_is_the_same()
    {
        var bytes = Random(20_000_001);

        (await Store.PutIfAbsentAsync("a/large", Content(bytes), default)).ShouldBe(PutOutcome.Created);
        (await Store.PutIfAbsentAsync("a/large", Content(bytes), default)).ShouldBe(PutOutcome.AlreadyThere);

        (await Other.GetAsync("a/large", default))!.Bytes.Span.SequenceEqual(bytes).ShouldBeTrue();
        _cloud.Server.Requests.Count(request => request.Method is "PUT").ShouldBe(6);
    }

    [Fact]
    public async Task Parts_go_on_where_they_stopped_after_answers_that_were_lost_and_begin_anew_when_the_session_was()
    {
        var puts = 0;
        _cloud.Server.Fault = request => Task.FromResult(request.Method is "PUT" ? Next() : null);
        var bytes = Random(20_000_001);

        (await Store.PutIfAbsentAsync("a/large", Content(bytes), default)).ShouldBe(PutOutcome.Created);

        (await Store.GetAsync("a/large", default))!.Bytes.Span.SequenceEqual(bytes).ShouldBeTrue();
        _cloud.Server.Requests.Count(request => request.Query.GetValueOrDefault("uploadType") is "resumable" && request.Method is "POST").ShouldBe(2);

        DoubleFault? Next()
        {
            switch (++puts)
            {
                case 1:
                    return DoubleFault.Lost;
                case 3:
                    return DoubleFault.Of(503);
                case 5:
                    _cloud.Server.Storage.LoseSessions();
                    return null;
                case 8:
                    return DoubleFault.Lost;
                default:
                    return null;
            }
        }
    }

    [Fact]
    public async Task The_address_of_a_session_is_in_no_line_of_the_log()
    {
        var puts = 0;
        _cloud.Server.Fault = request => Task.FromResult(request.Method is "PUT" && ++puts <= 3 ? puts == 2 ? DoubleFault.Lost : DoubleFault.Of(503) : null);

        await Store.PutIfAbsentAsync("a/large", Content(Random(9_000_000)), default);

        string[] lines = [.. _cloud.CallLog.Lines.Select(line => line.Text)];
        lines.Length.ShouldBe(2, "two questions how far it has come were asked again");
        lines.ShouldAllBe(line => line.StartsWith("Cloud Storage put, how far: attempt ") && !line.Contains("session-") && !line.Contains("upload_id"));
    }

    [Fact]
    public async Task The_address_of_a_session_is_in_no_error()
    {
        _cloud.Server.Fault = request => Task.FromResult(request.Method is "PUT" ? DoubleFault.Of(403, "forbidden") : null);

        var refusal = await Should.ThrowAsync<PermanentException>(() => Store.PutIfAbsentAsync("a/large", Content(Random(9_000_000)), default));

        refusal.ToString().ShouldNotContain("session-");
        refusal.ToString().ShouldNotContain("upload_id");
    }

    [Fact]
    public async Task A_put_whose_answer_was_lost_finds_itself()
    {
        var lost = false;
        _cloud.Server.Fault = request => Task.FromResult(request.Method is "POST" && !lost ? Once() : null);

        (await Store.PutIfAbsentAsync("a/b", Content("payload"), default)).ShouldBe(PutOutcome.AlreadyThere);

        _cloud.StorageLog.Lines.ShouldBeEmpty();

        DoubleFault Once()
        {
            lost = true;
            return DoubleFault.Lost;
        }
    }

    [Fact]
    public async Task Other_bytes_under_a_path_that_is_taken_are_told()
    {
        await Store.PutIfAbsentAsync("a/b", Content("first"), default);
        await Store.PutIfAbsentAsync("a/b", Content("first"), default);
        _cloud.StorageLog.Lines.ShouldBeEmpty();

        await Store.PutIfAbsentAsync("a/b", Content("second"), default);

        _cloud.StorageLog.Lines.ShouldHaveSingleItem().Text.ShouldContain("a/b");
    }

    [Fact]
    public async Task Bytes_that_do_not_match_their_checksum_are_no_answer()
    {
        await Store.PutIfAbsentAsync("a/b", Content("payload"), default);
        _cloud.Server.Storage.Damage("a/b");

        (await Should.ThrowAsync<TransientException>(() => Store.GetAsync("a/b", default))).Message.ShouldContain("checksum");
    }

    [Fact]
    public async Task An_object_that_is_stored_packed_comes_as_it_is_stored()
    {
        await Store.PutIfAbsentAsync("a/b", Content("packed"), default);
        _cloud.Server.Storage.Pack("a/b");

        (await Store.GetAsync("a/b", default))!.Bytes.ToArray().ShouldBe("packed"u8.ToArray());
    }

    [Fact]
    public async Task A_bucket_that_is_missing_is_not_an_archive_without_objects()
    {
        var elsewhere = _cloud.Objects("elsewhere");

        await Should.ThrowAsync<PermanentException>(() => elsewhere.GetAsync("a/b", default));
        await Should.ThrowAsync<PermanentException>(() => elsewhere.ListAsync("a/", default));
        await Should.ThrowAsync<PermanentException>(() => elsewhere.PutIfAbsentAsync("a/b", Content("x"), default));
    }

    [Fact]
    public async Task An_upload_that_is_sent_elsewhere_does_not_go_there()
    {
        _cloud.Server.Fault = request => Task.FromResult<DoubleFault?>(DoubleFault.Of(307, "redirect", ("Location", "http://127.0.0.1:1/")));

        await Should.ThrowAsync<PermanentException>(() => Store.PutIfAbsentAsync("a/b", Content("x"), default));

        _cloud.Server.Requests.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Metadata_that_Cloud_Storage_would_not_keep_is_refused()
    {
        await Should.ThrowAsync<PermanentException>(() => Store.PutIfAbsentAsync("a/b", Content("x", ("k", new string('x', 9000))), default));
    }

    protected override IObjectStore Open() => _cloud.Objects();

    private static byte[] Random(int length)
    {
        var bytes = new byte[length];
        new Random(7).NextBytes(bytes);
        return bytes;
    }
}
