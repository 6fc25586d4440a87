using NbaProps.GoogleCloud.BigQuery;
using NbaProps.GoogleCloud.Http;
using NbaProps.GoogleCloud.PubSub;

namespace NbaProps.GoogleCloud.Verification;

/// <summary>The ways to the four interfaces.</summary>
/// <param name="BigQuery">Tables.</param>
/// <param name="PubSub">Messages.</param>
/// <param name="Firestore">State.</param>
/// <param name="Storage">Payloads.</param>
public sealed record GoogleWays(GoogleRestClient BigQuery, GoogleRestClient PubSub, GoogleRestClient Firestore, GoogleRestClient Storage);

/// <summary>Where and how a project is verified.</summary>
/// <param name="Project">The project's id.</param>
/// <param name="Run">Names this verification, and all that it makes: lower-case letters, digits and <c>_</c>, at most 30.</param>
/// <param name="FirestoreDatabase">The Firestore database.</param>
/// <param name="BigQuery">Location and times of the warehouse; its names are replaced by scratch ones.</param>
/// <param name="PubSub">What subscriptions are like; the dead-letter topic is replaced by a scratch one.</param>
public sealed record VerificationPlan(string Project, string Run, string FirestoreDatabase, BigQueryOptions BigQuery, PubSubOptions PubSub);

/// <summary>
/// Asks the promises of each port of the real services, in resources that are made for it and deleted afterwards. It proves what can be seen from outside in a minute;
/// what it does not prove stands in <see cref="NotProven"/>.
/// </summary>
/// <param name="ways">The ways to the interfaces.</param>
/// <param name="plan">Where and how.</param>
/// <param name="time">The clock.</param>
public sealed class DeploymentVerification(GoogleWays ways, VerificationPlan plan, TimeProvider time)
{
    private readonly IReadOnlyList<IPortVerification> _ports =
    [
        new WarehouseVerification(ways.BigQuery, plan, time), new BusVerification(ways.PubSub, plan, time), new StateVerification(ways.Firestore, plan, time), new ObjectVerification(ways.Storage, plan),
    ];

    /// <summary>What a verification says nothing of.</summary>
    public static IReadOnlyList<string> NotProven { get; } =
    [
        "a push with its token, and the service that lets it in: nothing listens where the scratch subscription points",
        "dead letters after the last attempt, and what a subscription's filter holds back: both take longer than a verification",
        "the order of a takeover between two writers: the explored orders of the contract suite are on a double",
        "quotas, costs, and what happens at the limit of either",
        "the permissions of the services' own accounts: the checks ran with the credentials of whoever started them",
    ];

    /// <summary>Asks everything. A port whose resources could not be made counts as failed in all that was to be asked of it.</summary>
    /// <param name="keep">Whether what was made is left, to be looked at.</param>
    /// <param name="told">Called with each promise as soon as it was asked.</param>
    /// <param name="cancellationToken">Stops; what was made is deleted all the same.</param>
    public async Task<IReadOnlyList<VerifiedPromise>> RunAsync(bool keep, Action<VerifiedPromise> told, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(told);
        var all = new List<VerifiedPromise>();
        foreach (var port in _ports)
        {
            try
            {
                await AskAsync(port, Tell, cancellationToken);
            }
            finally
            {
                if (!keep)
                {
                    Tell(new(port.Port, "what was made is deleted again", await ReasonOfAsync(async token =>
                    {
                        await port.CleanAsync(token);
                        return null;
                    }, CancellationToken.None)));
                }
            }
        }

        return all;

        void Tell(VerifiedPromise promise)
        {
            all.Add(promise);
            told(promise);
        }
    }

    private static async Task AskAsync(IPortVerification port, Action<VerifiedPromise> tell, CancellationToken cancellationToken)
    {
        var unprepared = await ReasonOfAsync(async token =>
        {
            await port.PrepareAsync(token);
            return null;
        }, cancellationToken);
        foreach (var check in port.Checks)
        {
            var reason = unprepared is null ? await ReasonOfAsync(check.WhyNotAsync, cancellationToken) : $"not asked, its resources could not be made: {unprepared}";
            tell(new(port.Port, check.What, reason));
        }
    }

    // Whatever goes wrong is what the table is there to tell.
    private static async Task<string?> ReasonOfAsync(Func<CancellationToken, Task<string?>> whyNotAsync, CancellationToken cancellationToken)
    {
        try
        {
            return await whyNotAsync(cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            return failure.Message.ReplaceLineEndings(" ");
        }
    }
}
