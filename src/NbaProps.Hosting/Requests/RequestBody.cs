using System.Globalization;

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace NbaProps.Hosting.Requests;

/// <summary>Reads a request's body whole, or says why it is not read.</summary>
internal static class RequestBody
{
    /// <summary>Reads it.</summary>
    /// <param name="context">The request; nothing of its body has been read.</param>
    /// <param name="most">Most bytes that are accepted.</param>
    /// <param name="time">The clock.</param>
    /// <returns>The body; or the status to reply, and what is accepted.</returns>
    /// <exception cref="OperationCanceledException">The sender has hung up.</exception>
    public static async Task<ReadBody> ReadAsync(HttpContext context, long most, TimeProvider time)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = most;
        }

        using var patience = new CancellationTokenSource(RequestLimits.BodyPatience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, patience.Token);
        try
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, either.Token);
            return new(StatusCodes.Status200OK, body.GetBuffer().AsMemory(0, checked((int)body.Length)), string.Empty);
        }
        catch (BadHttpRequestException refused)
        {
            return new(refused.StatusCode, default, refused.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? string.Create(CultureInfo.InvariantCulture, $"The request body is too large; accepted here: at most {most} bytes.")
                : TooSlow(refused.StatusCode));
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !context.RequestAborted.IsCancellationRequested)
        {
            return new(StatusCodes.Status408RequestTimeout, default, TooSlow(StatusCodes.Status408RequestTimeout));
        }
    }

    private static string TooSlow(int status) => status == StatusCodes.Status408RequestTimeout
        ? string.Create(CultureInfo.InvariantCulture, $"The request body arrives too slowly; accepted: all of it within {RequestLimits.BodyPatience.TotalSeconds:0} s.")
        : "The request body is not as HTTP has it; accepted: as many bytes as Content-Length says, or chunks.";
}

/// <summary>What came of reading a body.</summary>
/// <param name="Status">200, or the status to reply.</param>
/// <param name="Bytes">The body.</param>
/// <param name="Accepted">Why it was not read, and what is accepted; empty where it was.</param>
internal sealed record ReadBody(int Status, ReadOnlyMemory<byte> Bytes, string Accepted)
{
    /// <summary>Whether it was read.</summary>
    public bool IsWhole => Status == StatusCodes.Status200OK;
}
