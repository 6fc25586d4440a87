namespace NbaProps.Embedded.Broker;

/// <summary>Deliveries from claim to settlement. An attempt is counted when it is claimed, so that a message that kills the process counts too.</summary>
internal static class DeliveryTable
{
    /// <summary>Whether any delivery is open: due, backing off or in flight.</summary>
    public static bool Any(BrokerConnection connection) => connection.Scalar("SELECT 1 FROM deliveries LIMIT 1") is not null;

    /// <summary>Takes what is due of these subscriptions, in turn, so that a long queue of one does not hold up the others.</summary>
    public static List<ClaimedDelivery> Claim(BrokerConnection connection, IReadOnlyList<SubscriptionRoom> rooms, int atMost, long now, long leasedUntil)
    {
        var due = rooms
            .Select(room => (room.Subscription, Ids: connection.Query(
                """
                SELECT message_id FROM deliveries
                WHERE subscription = $1 AND state = 'waiting' AND next_attempt_at <= $2
                ORDER BY next_attempt_at, message_id LIMIT $3
                """,
                row => row.GetInt64(0),
                room.Subscription,
                now,
                Math.Min(room.Free, atMost))))
            .Where(queue => queue.Ids.Count > 0)
            .ToList();

        var claimed = new List<ClaimedDelivery>();
        for (var turn = 0; claimed.Count < atMost && due.Exists(queue => queue.Ids.Count > turn); turn++)
        {
            foreach (var (subscription, ids) in due)
            {
                if (claimed.Count < atMost && turn < ids.Count)
                    claimed.Add(Take(connection, new DeliveryKey(ids[turn], subscription), leasedUntil));
            }
        }

        return claimed;
    }

    /// <summary>When the next of these subscriptions' waiting deliveries is due; null when there is none.</summary>
    public static long? NextDue(BrokerConnection connection, IReadOnlyList<SubscriptionRoom> rooms) =>
        rooms
            .Select(room => (long?)connection.Scalar("SELECT MIN(next_attempt_at) FROM deliveries WHERE subscription = $1 AND state = 'waiting'", room.Subscription))
            .Min();

    /// <summary>Records how a push ended. Doing it twice is doing it once. Answers whether the message was given up.</summary>
    public static bool Settle(BrokerConnection connection, PushOutcome outcome, SubscriptionLimits limits, long now)
    {
        var (messageId, subscription) = outcome.Delivery.Key;
        var attempt = outcome.Delivery.Attempt;
        switch (outcome.Verdict)
        {
            case PushVerdict.Acknowledged:
                connection.Execute("DELETE FROM deliveries WHERE message_id = $1 AND subscription = $2 AND attempt = $3", messageId, subscription, attempt);
                MessageTable.RemoveIfSettled(connection, messageId);
                return false;
            case PushVerdict.Refused when attempt >= limits.MaxDeliveryAttempts:
                DeadLetterTable.GiveUp(connection, messageId, subscription, outcome.Error ?? "refused", now);
                return true;
            case PushVerdict.Refused:
                Wait(connection, outcome, now + limits.BackoffAfter(attempt), attempt);
                return false;
            case PushVerdict.CutOff:
                Wait(connection, outcome, now, attempt - 1);
                return false;
            default:
                throw new ArgumentOutOfRangeException(nameof(outcome), outcome.Verdict, "Not a verdict.");
        }
    }

    /// <summary>
    /// Frees deliveries that a dead dispatcher had in flight: they wait until their lease is over, or are given up when that was their last
    /// attempt. Only the holder of the folder's lock may do this.
    /// </summary>
    public static (int Freed, int GivenUp) RecoverOrphans(BrokerConnection connection, IReadOnlyDictionary<string, SubscriptionLimits> limits, long now)
    {
        var givenUp = 0;
        var orphans = InFlight(connection);
        foreach (var (key, attempt) in orphans)
        {
            if (attempt >= limits[key.Subscription].MaxDeliveryAttempts)
            {
                DeadLetterTable.GiveUp(connection, key.MessageId, key.Subscription, "the dispatcher's process ended during the push", now);
                givenUp++;
                continue;
            }

            connection.Execute(
                """
                UPDATE deliveries SET state = 'waiting', next_attempt_at = COALESCE(leased_until, $3), leased_until = NULL,
                    last_error = 'the dispatcher''s process ended during the push'
                WHERE message_id = $1 AND subscription = $2
                """,
                key.MessageId,
                key.Subscription,
                now);
        }

        return (orphans.Count - givenUp, givenUp);
    }

    /// <summary>Frees what a claim took whose answer was lost: it is in flight in the file, but nobody pushes it.</summary>
    public static void ReleaseUnknown(BrokerConnection connection, IReadOnlySet<DeliveryKey> known, long now)
    {
        foreach (var (key, _) in InFlight(connection).Where(delivery => !known.Contains(delivery.Key)))
        {
            connection.Execute(
                """
                UPDATE deliveries SET state = 'waiting', attempt = attempt - 1, next_attempt_at = $3, leased_until = NULL
                WHERE message_id = $1 AND subscription = $2
                """,
                key.MessageId,
                key.Subscription,
                now);
        }
    }

    private static List<(DeliveryKey Key, int Attempt)> InFlight(BrokerConnection connection) => connection.Query(
        "SELECT message_id, subscription, attempt FROM deliveries WHERE state = 'in_flight'",
        row => (new DeliveryKey(row.GetInt64(0), row.GetString(1)), row.GetInt32(2)));

    private static ClaimedDelivery Take(BrokerConnection connection, DeliveryKey key, long leasedUntil)
    {
        var attempt = (long)connection.Scalar(
            """
            UPDATE deliveries SET state = 'in_flight', attempt = attempt + 1, leased_until = $3
            WHERE message_id = $1 AND subscription = $2 RETURNING attempt
            """,
            key.MessageId,
            key.Subscription,
            leasedUntil)!;
        return connection.Query(
            "SELECT body, attributes, published_at FROM messages WHERE message_id = $1",
            row => new ClaimedDelivery(
                key,
                (int)attempt,
                row.GetString(0),
                MessageTable.ReadAttributes(row.GetString(1)),
                DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2))),
            key.MessageId)[0];
    }

    // The state and the attempt make it harmless to record an outcome again after a commit whose answer was lost.
    private static void Wait(BrokerConnection connection, PushOutcome outcome, long until, int attemptsSoFar) =>
        connection.Execute(
            """
            UPDATE deliveries SET state = 'waiting', attempt = $4, next_attempt_at = $5, last_error = $6, leased_until = NULL
            WHERE message_id = $1 AND subscription = $2 AND attempt = $3 AND state = 'in_flight'
            """,
            outcome.Delivery.Key.MessageId,
            outcome.Delivery.Key.Subscription,
            outcome.Delivery.Attempt,
            attemptsSoFar,
            until,
            outcome.Error);
}
