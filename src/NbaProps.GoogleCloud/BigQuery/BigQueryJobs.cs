using System.Globalization;
using System.Text.Json;

using NbaProps.GoogleCloud.Http;
using NbaProps.Shared.Resilience;

namespace NbaProps.GoogleCloud.BigQuery;

/// <summary>Jobs by id. An id can be used once: who inserts it second hears 409, and reads what became of the first.</summary>
/// <param name="client">The way to BigQuery.</param>
/// <param name="names">Addresses.</param>
/// <param name="options">Times.</param>
/// <param name="time">The clock.</param>
internal sealed class BigQueryJobs(GoogleRestClient client, BigQueryNames names, BigQueryOptions options, TimeProvider time)
{
    private const string Done = "DONE";

    /// <summary>Inserts a job, and says whether this call did; otherwise the one that has the id.</summary>
    /// <param name="operation">For messages.</param>
    /// <param name="id">The job's id.</param>
    /// <param name="configuration">What it does.</param>
    /// <param name="rows">What it brings; null for nothing.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<(WireJob Job, bool IsOurs)> InsertAsync(string operation, string id, WireJobConfiguration configuration, byte[]? rows, CancellationToken cancellationToken)
    {
        var timeout = ((long)options.JobTimeout.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new WireJob { JobReference = names.Job(id), Configuration = configuration with { JobTimeoutMs = timeout } }, BigQueryJson.Default.WireJob);
        var request = new GoogleRequest(operation, HttpMethod.Post, new Uri(rows is null ? names.Jobs : names.Uploads, UriKind.Relative))
        {
            // The id makes the second insert of one job harmless.
            Repeatable = true,
            Content = () => rows is null ? new ByteArrayContent(body) { Headers = { ContentType = new("application/json", "utf-8") } } : MultipartBody.Of(body, rows),
        };
        var answer = await client.SendAsync(request, cancellationToken);
        return answer.Meaning == StatusMeaning.AlreadyThere
            ? (await GetAsync(operation, id, cancellationToken), false)
            : (answer.Read(BigQueryJson.Default.WireJob), true);
    }

    /// <summary>Waits until a job is done, and hands back how it ended.</summary>
    /// <exception cref="TransientException">It did not end in time; it may still.</exception>
    public async Task<WireJob> UntilDoneAsync(string operation, string id, WireJob job, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        for (var delay = options.PollDelay; !string.Equals(job.Status?.State, Done, StringComparison.Ordinal); delay = Longer(delay))
        {
            if (time.GetElapsedTime(began) + delay > options.JobPatience)
            {
                throw new TransientException($"{operation}: the job {id} is {job.Status?.State} after {options.JobPatience}; it may still end");
            }

            await Pause.ForAsync(delay, time, cancellationToken);
            job = await GetAsync(operation, id, cancellationToken);
        }

        return job;
    }

    /// <summary>Asks for a job to be stopped. It may end as it likes all the same: see <see cref="UntilDoneAsync"/>.</summary>
    public async Task CancelAsync(string operation, string id, CancellationToken cancellationToken)
    {
        var request = new GoogleRequest($"{operation}, cancel", HttpMethod.Post, new Uri(names.CancelOf(id), UriKind.Relative)) { Repeatable = true };
        (await client.SendAsync(request, cancellationToken)).RequireDone();
    }

    /// <summary>Whether an id is taken.</summary>
    public async Task<bool> IsTakenAsync(string operation, string id, CancellationToken cancellationToken)
    {
        var answer = await LookAsync(operation, id, cancellationToken);
        if (answer.Meaning != StatusMeaning.NotFound)
        {
            answer.RequireDone();
        }

        return answer.Meaning != StatusMeaning.NotFound;
    }

    private Task<GoogleAnswer> LookAsync(string operation, string id, CancellationToken cancellationToken) => client.SendAsync(
        new GoogleRequest($"{operation}, state", HttpMethod.Get, new Uri(names.AddressOfJob(id), UriKind.Relative)) { Repeatable = true }, cancellationToken);

    private async Task<WireJob> GetAsync(string operation, string id, CancellationToken cancellationToken)
    {
        var answer = await LookAsync(operation, id, cancellationToken);

        // It was inserted: who does not see it yet asks again.
        return answer.Meaning == StatusMeaning.NotFound
            ? throw new TransientException($"{operation}: the job {id} was inserted and is not to be seen: {answer.Error}")
            : answer.Read(BigQueryJson.Default.WireJob);
    }

    private TimeSpan Longer(TimeSpan delay) => delay + delay < options.LongestPollDelay ? delay + delay : options.LongestPollDelay;
}
