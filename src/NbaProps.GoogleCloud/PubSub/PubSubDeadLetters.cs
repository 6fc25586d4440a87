using System.Globalization;
using System.Text;

using NbaProps.GoogleCloud.Http;
using NbaProps.Shared.Messaging;
using NbaProps.Shared.Resilience;
using NbaProps.Shared.State;

namespace NbaProps.GoogleCloud.PubSub;

/// <summary>The dead letters of Pub/Sub, which are collected out of its subscription into state: Pub/Sub forgets what nobody asks for, and can only hand out, not list.</summary>
/// <remarks>A letter leaves state after its message was published again, so that none is lost; two who send one again at the same time may publish it twice.</remarks>
/// <param name="client">The way to Pub/Sub.</param>
/// <param name="state">Where they are kept.</param>
/// <param name="project">The project's id.</param>
/// <param name="options">Where dead letters go.</param>
public sealed class PubSubDeadLetters(GoogleRestClient client, IStateStore state, string project, PubSubOptions options) : IDeadLetters
{
    private const int LettersPerPull = 100;

    private readonly PubSubNames _names = new(project);
    private readonly PubSubMessageBus _bus = new(client, project);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DeadLetter>> ListAsync(string? subscription, CancellationToken cancellationToken)
    {
        await CollectAsync(cancellationToken);
        var documents = await state.QueryAsync(new DocumentQuery(DeadLetterDocument.Collection), cancellationToken);
        return
        [
            .. documents.Select(document => DeadLetterDocument.Read(document).Letter)
                .Where(letter => subscription is null || string.Equals(letter.Subscription, subscription, StringComparison.Ordinal))
                .OrderBy(letter => letter.At)
                .ThenBy(letter => letter.Id),
        ];
    }

    /// <inheritdoc/>
    public async Task<DeadLetter?> GetAsync(long id, CancellationToken cancellationToken) =>
        (await state.GetAsync(DeadLetterDocument.PathOf(id), cancellationToken)).Document is { } document
            ? await WholeAsync(DeadLetterDocument.Read(document), cancellationToken)
            : null;

    /// <inheritdoc/>
    public async Task<string> ReplayAsync(long id, string? editedBody, CancellationToken cancellationToken)
    {
        var document = (await state.GetAsync(DeadLetterDocument.PathOf(id), cancellationToken)).Document
            ?? throw new PermanentException(string.Create(CultureInfo.InvariantCulture, $"There is no dead letter {id}: it was replayed already, or never was."));
        var kept = DeadLetterDocument.Read(document);
        var letter = editedBody is null ? await WholeAsync(kept, cancellationToken) : kept.Letter;
        if (letter.Topic.Length == 0)
        {
            throw new PermanentException(string.Create(
                CultureInfo.InvariantCulture, $"Dead letter {id} is for the subscription '{letter.Subscription}', which was no longer there when it was collected."));
        }

        var attributes = new Dictionary<string, string>(letter.Attributes, StringComparer.Ordinal) { [SubscriptionFilter.ReplayFor] = letter.Subscription };
        var ids = await _bus.SendAsync(letter.Topic, [new OutgoingMessage(editedBody ?? letter.Body, attributes)], cancellationToken);

        // Another who was as quick has removed it: that is what was wanted. Parts whose letter is gone nobody would find.
        DocumentWrite[] parts = [.. Enumerable.Range(0, kept.Parts).Select(part => new DocumentWrite(DeadLetterDocument.PartOf(id, part), null, Precondition.None))];
        await state.CommitAsync([new DocumentWrite(document.Path, null, Precondition.VersionIs(document.Version)), .. parts], cancellationToken);
        return ids[0];
    }

    private async Task<DeadLetter> WholeAsync(KeptDeadLetter kept, CancellationToken cancellationToken)
    {
        if (kept.Parts == 0)
        {
            return kept.Letter;
        }

        var body = new StringBuilder();
        for (var part = 0; part < kept.Parts; part++)
        {
            var path = DeadLetterDocument.PartOf(kept.Letter.Id, part);
            var document = (await state.GetAsync(path, cancellationToken)).Document ?? throw new TransientException($"{path} is gone: the dead letter was replayed meanwhile");
            body.Append(DeadLetterDocument.ReadPart(document));
        }

        return kept.Letter with { Body = body.ToString() };
    }

    /// <summary>Takes what Pub/Sub gave up on into state. A letter is acknowledged only once it is kept; what is lost in between comes again.</summary>
    public async Task CollectAsync(CancellationToken cancellationToken)
    {
        var topics = new Dictionary<string, string>(StringComparer.Ordinal);
        while (true)
        {
            var received = await PullAsync(cancellationToken);
            if (received.Count == 0)
            {
                return;
            }

            foreach (var message in received.Select(one => one.Message).OfType<WireMessage>())
            {
                var letter = DeadLetterDocument.Of(message);
                if (!topics.TryGetValue(letter.Subscription, out var topic))
                {
                    topics[letter.Subscription] = topic = await TopicOfAsync(letter.Subscription, cancellationToken);
                }

                foreach (var (path, json) in DeadLetterDocument.Write(letter with { Topic = topic }))
                {
                    // A conflict says that it is kept already.
                    await state.CommitAsync([new DocumentWrite(path, json, Precondition.Absent)], cancellationToken);
                }
            }

            var acknowledge = GoogleRequest.Json(
                "Pub/Sub acknowledge", HttpMethod.Post, Kept("acknowledge"), new AcknowledgeRequest([.. received.Select(one => one.AckId)]), PubSubJson.Short.AcknowledgeRequest);
            (await client.SendAsync(acknowledge with { Repeatable = true }, cancellationToken)).RequireDone();
        }
    }

    private async Task<IReadOnlyList<WireReceived>> PullAsync(CancellationToken cancellationToken)
    {
        // What an answer that was lost has handed out comes again after its deadline.
        var pull = GoogleRequest.Json(
            "Pub/Sub pull", HttpMethod.Post, Kept("pull"), new PullRequest(LettersPerPull, ReturnImmediately: true), PubSubJson.Short.PullRequest);
        var answer = await client.SendAsync(pull with { Repeatable = true }, cancellationToken);
        return answer.Read(PubSubJson.Short.PullResponse).ReceivedMessages ?? [];
    }

    private async Task<string> TopicOfAsync(string subscription, CancellationToken cancellationToken)
    {
        var get = new GoogleRequest(
            "Pub/Sub get subscription", HttpMethod.Get, new Uri(PubSubNames.Address(_names.Subscription(subscription)), UriKind.Relative)) { Repeatable = true };
        var answer = await client.SendAsync(get, cancellationToken);
        return answer.Meaning == StatusMeaning.NotFound ? string.Empty : PubSubNames.Short(answer.Read(PubSubJson.Short.WireSubscription).Topic ?? string.Empty);
    }

    private string Kept(string method) => PubSubNames.Address(_names.Subscription(options.DeadLetterSubscription), method);
}
