using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

using NbaProps.Hosting.Deployments;
using NbaProps.Hosting.Health;
using NbaProps.Shared.Deployment;
using NbaProps.Shared.Resilience;

namespace NbaProps.Deployment.Applying;

/// <summary>Asks deployed services what they say of themselves.</summary>
/// <param name="http">What sends.</param>
/// <param name="routed">How long requests may go elsewhere after they were sent to a build.</param>
/// <param name="time">The clock.</param>
internal sealed class ServiceProbe(HttpMessageInvoker http, TimeSpan routed, TimeProvider time)
{
    // A service that was scaled to none starts first.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(3);
    private const int Tries = 3;

    /// <summary>What speaks against a build taking requests, in one sentence without a full stop; null when nothing does. 
    /// One answer of the build that fails may be chance: the third counts. Answers of another build, and of nobody, say nothing of it while Cloud Run still reroutes.</summary>
    /// <param name="at">Where it is asked.</param>
    /// <param name="service">The service's own address, which its tokens are for.</param>
    /// <param name="expected">What it has to be.</param>
    /// <param name="cancellationToken">Ends the questions.</param>
    public async Task<string?> WhyNotAsync(Uri at, Uri service, ExpectedBuild expected, CancellationToken cancellationToken)
    {
        for (var (began, failures) = (time.GetTimestamp(), 0); ;)
        {
            var objection = await TryAsync(at, service, expected, cancellationToken);
            if (objection is null || (objection.IsOfTheBuild ? ++failures == Tries : time.GetElapsedTime(began) >= routed))
            {
                return objection?.Problem;
            }

            await Pause.ForAsync(Between, time, cancellationToken);
        }
    }

    /// <summary>The contracts that a service states; null where it does not answer or says none.</summary>
    public async Task<IReadOnlyDictionary<string, string>?> ContractsAsync(Uri service, CancellationToken cancellationToken) =>
        (await AskAsync(service, BuildIdentity.Address, service, cancellationToken)).Document is { } said ? ContractsOf(said) : null;

    /// <summary>What speaks against an address being called by the clock; null when somebody is there. The question is no call: whoever is there refuses its method.</summary>
    public async Task<string?> WhyNoCallAsync(Uri target, Uri service, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(new Uri(target.GetLeftPart(UriPartial.Authority)), target.AbsolutePath, service, cancellationToken);
        return answer.Status switch
        {
            null => $"{target} does not answer: {answer.Problem}",

            // Google in front of the services says 401, 403, 404 and 429 of its own, whoever is behind it.
            (>= 200 and < 300) or 400 or 405 => null,
            401 or 403 => string.Create(
                CultureInfo.InvariantCulture, $"{target} may not be asked ({answer.Status}): without a token that Google takes, or without roles/run.invoker, nobody can tell who is there"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{target} answers {answer.Status}"),
        };
    }

    private async Task<Objection?> TryAsync(Uri at, Uri service, ExpectedBuild expected, CancellationToken cancellationToken)
    {
        var ready = await AskAsync(at, HealthEndpoints.Ready, service, cancellationToken);
        var version = await AskAsync(at, BuildIdentity.Address, service, cancellationToken);
        if (version is { Status: 200, Document: { } other } && (other["service"]?.ToString() != expected.Service || other["commit"]?.ToString() != expected.Commit))
        {
            return new($"{at} is {other["service"]} of commit {other["commit"]}, deployed was {expected.Service} of {expected.Commit}", IsOfTheBuild: false);
        }

        // Every build answers at both: who does not find them is Google, which does not know the address yet.
        if (ready.Status != 200)
        {
            return new(Said(at, HealthEndpoints.Ready, ready), IsOfTheBuild: ready.Status != 404);
        }

        if (version is not { Status: 200, Document: { } said })
        {
            return new(Said(at, BuildIdentity.Address, version), IsOfTheBuild: version.Status != 404);
        }

        if (expected.WhyNot(ContractsOf(said)) is { } disagreement)
        {
            return new(disagreement, IsOfTheBuild: true);
        }

        foreach (var path in expected.Called)
        {
            if (await WhyNoCallAsync(new Uri(at, path), service, cancellationToken) is { } silent)
            {
                return new(silent, IsOfTheBuild: true);
            }
        }

        return null;
    }

    private async Task<Answer> AskAsync(Uri at, string path, Uri service, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(at, path));
            request.Options.Set(IdentityTokenHandler.Audience, service.GetLeftPart(UriPartial.Authority));
            using var answer = await http.SendAsync(request, either.Token);
            var text = await answer.Content.ReadAsStringAsync(either.Token);
            return new((int)answer.StatusCode, Document(text), text.ReplaceLineEndings(" "));
        }
        catch (HttpRequestException failure)
        {
            return new(null, null, failure.Message.ReplaceLineEndings(" "));
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new(null, null, string.Create(CultureInfo.InvariantCulture, $"no answer within {Patience.TotalSeconds:0} s"));
        }
    }

    private static string Said(Uri at, string path, Answer answer) => answer.Status is { } status
        ? string.Create(CultureInfo.InvariantCulture, $"{new Uri(at, path)} answers {status}: {(answer.Problem.Length > 300 ? answer.Problem[..300] : answer.Problem)}")
        : $"{new Uri(at, path)} does not answer: {answer.Problem}";

    // Whatever is no document says nothing: a page of Google's own, for one.
    private static JsonObject? Document(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Dictionary<string, string> ContractsOf(JsonObject said) =>
        (said["contracts"] as JsonObject ?? []).ToDictionary(pair => pair.Key, pair => pair.Value?.ToString() ?? string.Empty, StringComparer.Ordinal);

    private sealed record Objection(string Problem, bool IsOfTheBuild);

    private sealed record Answer(int? Status, JsonObject? Document, string Problem);
}
