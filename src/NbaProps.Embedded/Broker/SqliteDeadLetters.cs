using System.Globalization;

using NbaProps.Shared.Messaging;

namespace NbaProps.Embedded.Broker;

/// <summary>The dead letters in <c>bus.db</c>. Works from any process, with or without a dispatcher running.</summary>
public sealed class SqliteDeadLetters(BrokerFile file) : IDeadLetters
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<DeadLetter>> ListAsync(string? subscription, CancellationToken cancellationToken) =>
        await file.RunAsync(connection => DeadLetterTable.List(connection, subscription), cancellationToken);

    /// <inheritdoc />
    public Task<DeadLetter?> GetAsync(long id, CancellationToken cancellationToken) =>
        file.RunAsync(connection => DeadLetterTable.Get(connection, id), cancellationToken);

    /// <inheritdoc />
    public async Task<string> ReplayAsync(long id, string? editedBody, CancellationToken cancellationToken)
    {
        var messageId = await file.RunAndWakeAsync(connection => DeadLetterTable.Replay(connection, id, editedBody, file.Now), cancellationToken);
        return messageId.ToString(CultureInfo.InvariantCulture);
    }
}
