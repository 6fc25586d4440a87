using System.Globalization;

using NbaProps.Shared.Resilience;

namespace NbaProps.Embedded.Broker;

/// <summary>The tables of <c>bus.db</c>. Times are Unix milliseconds, UTC.</summary>
internal static class BrokerSchema
{
    private const long Version = 2;

    // A delivery is 'waiting' (due at next_attempt_at) or 'in_flight' (left alone until leased_until if its dispatcher dies).
    private static readonly string[] Statements =
    [
        """
        CREATE TABLE IF NOT EXISTS topics (
            name TEXT NOT NULL PRIMARY KEY,
            unrouted INTEGER NOT NULL DEFAULT 0
        ) WITHOUT ROWID
        """,
        """
        CREATE TABLE IF NOT EXISTS subscriptions (
            name TEXT NOT NULL PRIMARY KEY,
            topic TEXT NOT NULL,
            push_endpoint TEXT NOT NULL,
            max_delivery_attempts INTEGER NOT NULL,
            min_backoff_ms INTEGER NOT NULL,
            max_backoff_ms INTEGER NOT NULL,
            ack_deadline_ms INTEGER NOT NULL,
            required_attribute TEXT
        ) WITHOUT ROWID
        """,
        // AUTOINCREMENT: an id is never given twice, also after its message is gone.
        """
        CREATE TABLE IF NOT EXISTS messages (
            message_id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            topic TEXT NOT NULL,
            body TEXT NOT NULL,
            attributes TEXT NOT NULL,
            published_at INTEGER NOT NULL
        )
        """,
        """
        CREATE TABLE IF NOT EXISTS deliveries (
            message_id INTEGER NOT NULL,
            subscription TEXT NOT NULL,
            state TEXT NOT NULL,
            attempt INTEGER NOT NULL,
            next_attempt_at INTEGER NOT NULL,
            last_error TEXT,
            leased_until INTEGER,
            PRIMARY KEY (message_id, subscription)
        ) WITHOUT ROWID
        """,
        "CREATE INDEX IF NOT EXISTS deliveries_due ON deliveries (subscription, state, next_attempt_at)",
        """
        CREATE TABLE IF NOT EXISTS dead_letters (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            subscription TEXT NOT NULL,
            topic TEXT NOT NULL,
            message_id INTEGER NOT NULL,
            body TEXT NOT NULL,
            attributes TEXT NOT NULL,
            published_at INTEGER NOT NULL,
            attempts INTEGER NOT NULL,
            last_error TEXT NOT NULL,
            at INTEGER NOT NULL
        )
        """,
    ];

    /// <summary>Creates what is missing; refuses a file that another version of the program wrote.</summary>
    public static void Ensure(BrokerConnection connection)
    {
        var version = (long)connection.Scalar("PRAGMA user_version")!;
        if (version == Version)
            return;
        if (version == 1)
        {
            // What subscriptions ask for is of layout 2: until they are declared anew they get everything, as they did.
            connection.Execute("ALTER TABLE subscriptions ADD COLUMN required_attribute TEXT");
        }
        else if (version != 0)
        {
            throw new PermanentException(string.Create(
                CultureInfo.InvariantCulture,
                $"bus.db has layout {version}; this program reads and writes layout {Version}. Use the program that wrote it, or another folder."));
        }

        foreach (var statement in Statements)
            connection.Execute(statement);
        connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {Version}"));
    }
}
