using System.Globalization;
using System.Net.Http.Headers;

using NbaProps.GoogleCloud.Http;
using NbaProps.Shared.Resilience;

namespace NbaProps.GoogleCloud.Storage;

/// <summary>
/// An upload in parts, for what is too large to be sent again as a whole. The session's address is as good as a password for this object: it is kept in
/// this class and written nowhere.
/// </summary>
/// <param name="client">The way to Cloud Storage.</param>
/// <param name="begin">The request that opens a session.</param>
/// <param name="bytes">What is uploaded.</param>
internal sealed class ResumableUpload(GoogleRestClient client, GoogleRequest begin, ReadOnlyMemory<byte> bytes)
{
    /// <summary>Bytes of a part: a multiple of 256 KiB, as Cloud Storage asks.</summary>
    internal const int PartLength = 8 * 1024 * 1024;

    private const int GoesOn = 308;
    private const int MostTroubles = 5;
    private const int MostSessions = 3;

    /// <summary>The answer to the last part: the object, or why there is none.</summary>
    /// <exception cref="TransientException">It did not come to an end.</exception>
    public async Task<GoogleAnswer> SendAsync(CancellationToken cancellationToken)
    {
        for (var session = 1; session <= MostSessions; session++)
        {
            var begun = await client.SendAsync(begin, cancellationToken);
            if (begun.Meaning != StatusMeaning.Done)
            {
                return begun;
            }

            var place = begun.Header("Location") is { } text && Uri.TryCreate(text, UriKind.Absolute, out var location)
                ? location
                : throw new TransientException($"{begin.Operation}: the answer names no session");

            // Only its path: neither token nor payload goes to another host than the one that was asked.
            if (await FillAsync(new Uri(place.PathAndQuery, UriKind.Relative), cancellationToken) is { } answer)
            {
                return answer;
            }
        }

        throw new TransientException($"{begin.Operation}: {MostSessions} sessions were lost one after the other");
    }

    /// <summary>Sends the parts; null when the session is gone.</summary>
    private async Task<GoogleAnswer?> FillAsync(Uri session, CancellationToken cancellationToken)
    {
        var (offset, troubles) = (0L, 0);
        while (true)
        {
            var (answer, failure) = await TryPartAsync(session, offset, cancellationToken);

            // Whether the part arrived is asked before it is sent again.
            answer ??= await client.SendAsync(Question(session), cancellationToken);
            if (answer.Status is 404 or 410)
            {
                return null;
            }

            if (answer.Status != GoesOn)
            {
                return answer;
            }

            var next = NextByte(answer);
            troubles = next > offset ? 0 : troubles + 1;
            if (troubles > MostTroubles)
            {
                throw failure ?? new TransientException($"{begin.Operation}: Cloud Storage takes no byte beyond {offset} of {bytes.Length}");
            }

            offset = next;
        }
    }

    private async Task<(GoogleAnswer? Answer, TransientException? Failure)> TryPartAsync(Uri session, long offset, CancellationToken cancellationToken)
    {
        try
        {
            return (await client.SendAsync(Part(session, offset), cancellationToken), null);
        }
        catch (TransientException failure)
        {
            return (null, failure);
        }
    }

    private GoogleRequest Part(Uri session, long offset)
    {
        var part = bytes.Slice((int)offset, (int)Math.Min(PartLength, bytes.Length - offset));
        return new($"{begin.Operation}, part", HttpMethod.Put, session)
        {
            AlsoDone = [GoesOn, 410],
            Content = () => new ReadOnlyMemoryContent(part) { Headers = { ContentRange = new ContentRangeHeaderValue(offset, offset + part.Length - 1, bytes.Length) } },
        };
    }

    private GoogleRequest Question(Uri session) => new($"{begin.Operation}, how far", HttpMethod.Put, session)
    {
        Repeatable = true,
        AlsoDone = [GoesOn, 410],
        Content = () => new ByteArrayContent([]) { Headers = { ContentRange = new ContentRangeHeaderValue(bytes.Length) } },
    };

    // "bytes=0-8388607"; none where nothing has arrived.
    private static long NextByte(GoogleAnswer answer) =>
        answer.Header("Range") is { } range && long.TryParse(range[(range.LastIndexOf('-') + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? last + 1 : 0;
}
