using NbaProps.GoogleCloud.Emulators;

namespace NbaProps.EndToEnd.Support;

/// <summary>Google's two emulators, once for all tests of a class.</summary>
public sealed class StartedEmulators : IAsyncLifetime
{
    private EmulatorProcess? _pubSub;
    private EmulatorProcess? _firestore;

    /// <summary>Where Pub/Sub listens.</summary>
    public string PubSub => _pubSub!.Host;

    /// <summary>Where Firestore listens.</summary>
    public string Firestore => _firestore!.Host;

    /// <summary>Skips the calling test, visibly, where they are not installed.</summary>
    public void Require() => Skip.If(_pubSub is null, "Google's Pub/Sub and Firestore emulators are not installed: they come with Google's command line (gcloud).");

    public async Task InitializeAsync()
    {
        if (Emulator.PubSub.Find(GoogleCloudSdk.Root) is not { } pubSub || Emulator.Firestore.Find(GoogleCloudSdk.Root) is not { } firestore)
            return;
        var (starting, other) = (EmulatorProcess.StartAsync(Emulator.PubSub, pubSub, default), EmulatorProcess.StartAsync(Emulator.Firestore, firestore, default));
        (_pubSub, _firestore) = (await starting, await other);
    }

    public async Task DisposeAsync()
    {
        if (_pubSub is not null)
            await _pubSub.DisposeAsync();
        if (_firestore is not null)
            await _firestore.DisposeAsync();
    }
}
