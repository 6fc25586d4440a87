using NbaProps.GoogleCloud.Http;
using NbaProps.Shared.Resilience;

namespace NbaProps.GoogleCloud.Verification;

/// <summary>Takes away what a verification has made. What cannot be deleted keeps nothing else from being deleted, and is named in the end.</summary>
/// <param name="client">Google's side of the port.</param>
internal sealed class Cleaning(GoogleRestClient client)
{
    private readonly List<(string What, Exception Failure)> _left = [];

    /// <summary>Deletes one thing.</summary>
    /// <param name="what">Its name.</param>
    /// <param name="operation">The call, as it is named in errors.</param>
    /// <param name="address">Where it is; what is not there is no failure.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task DeleteAsync(string what, string operation, string address, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await client.SendAsync(new GoogleRequest(operation, HttpMethod.Delete, new Uri(address, UriKind.Relative)) { Repeatable = true }, cancellationToken);
            if (answer.Meaning != StatusMeaning.NotFound)
            {
                answer.RequireDone();
            }
        }
        catch (Exception failure) when (failure is TransientException or PermanentException)
        {
            _left.Add((what, failure));
        }
    }

    /// <summary>Says what is left.</summary>
    /// <exception cref="TransientException">Something is, with its name and why.</exception>
    public void RequireNothingLeft()
    {
        if (_left.Count > 0)
        {
            throw new TransientException($"left: {string.Join("; ", _left.Select(one => $"{one.What} ({one.Failure.Message})"))}", _left[0].Failure);
        }
    }
}
