using System.Net;
using System.Text;

using NbaProps.GoogleCloud.Emulators;
using NbaProps.GoogleDouble;

namespace NbaProps.Contracts.Deployment;

/// <summary>The double of what a deployment changes takes what Google's command line could send, and nothing else.</summary>
[Trait("Part", "emulators")]
public sealed class DeploymentDoubleTests
{
    private const string Service = """{"apiVersion":"serving.knative.dev/v1","kind":"Service","metadata":{"name":"s"},"spec":{"template":{"spec":{"containers":[{"image":"i","startupProbe":{"httpGet":{"path":"/"}}}]}},"traffic":[{"latestRevision":true,"percent":100}]}}""";
    private const string Job = """{"name":"projects/p/locations/r/jobs/j","schedule":"* * * * *","retryConfig":{"retryCount":1},"httpTarget":{"uri":"https://example.com","httpMethod":"POST"}}""";
    private const string Policy = """{"policy":{"etag":"AAAAAA==","bindings":[{"role":"r","members":["m"]}]}}""";

    [SkippableTheory]
    [InlineData("POST", "apis/serving.knative.dev/v1/namespaces/p/services", Service, "httpGet", "httpGets")]
    [InlineData("POST", "apis/serving.knative.dev/v1/namespaces/p/services", Service, "\"percent\":100", "\"percent\":\"all\"")]
    [InlineData("POST", "v1/projects/p/locations/r/jobs", Job, "retryCount", "retries")]
    [InlineData("POST", "v1/projects/p/locations/r/jobs", Job, "POST", "PUSH")]
    [InlineData("PUT", "v1/projects/p/topics/t", """{"labels":{"a":"b"}}""", "labels", "label")]
    [InlineData("POST", "v1/projects/p/serviceAccounts/a:setIamPolicy", Policy, "members", "member")]
    [InlineData("POST", "v1/projects/p:setIamPolicy", Policy, "bindings", "binding")]
    public async Task A_field_or_a_word_that_Google_does_not_know_is_refused(string method, string path, string known, string part, string unknown)
    {
        Skip.If(GoogleCloudSdk.Root is null, "Google's command line (gcloud) is not installed: its message classes are the judge.");
        await using var google = await GoogleDoubleServer.StartAsync();
        known.ShouldContain(part);

        (await SendAsync(google, method, path, known)).ShouldBe(HttpStatusCode.OK);
        google.Objections.ShouldBeEmpty();
        (await SendAsync(google, method, path, known.Replace(part, unknown, StringComparison.Ordinal))).ShouldBe(HttpStatusCode.BadRequest);
        google.Objections.ShouldNotBeEmpty();
    }

    private static async Task<HttpStatusCode> SendAsync(GoogleDoubleServer google, string method, string path, string body)
    {
        using var http = new HttpClient { BaseAddress = google.Address };
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        return (await http.SendAsync(request)).StatusCode;
    }
}
