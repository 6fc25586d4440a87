using System.Globalization;

namespace NbaProps.GoogleCloud.Emulators;

/// <summary>One of Google's emulators, a Java program of its command line.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Folder">Where its archive is, below the command line's folder.</param>
/// <param name="Archive">The archive's name; may hold <c>*</c>.</param>
/// <param name="MainClass">The class to start; null where the archive says it.</param>
/// <param name="Ready">The line that it writes once it listens.</param>
public sealed record Emulator(string Name, string Folder, string Archive, string? MainClass, string Ready)
{
    /// <summary>Pub/Sub: pushes over HTTP, backs off, gives up into dead letters. It neither filters nor counts attempts.</summary>
    public static Emulator PubSub { get; } = new(
        "Pub/Sub", Path.Combine("platform", "pubsub-emulator", "lib"), "cloud-pubsub-emulator*.jar", MainClass: null, "Server started, listening on");

    /// <summary>Firestore: needs no index.</summary>
    public static Emulator Firestore { get; } = new(
        "Firestore",
        Path.Combine("platform", "cloud-firestore-emulator"),
        "cloud-firestore-emulator.jar",
        "com.google.cloud.datastore.emulator.firestore.CloudFirestore",
        "Dev App Server is now running");

    /// <summary>The emulator's archive below a command line's folder; null where it is not installed.</summary>
    public string? Find(string? root)
    {
        var folder = root is null ? null : Path.Combine(root, Folder);
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder, Archive).Order(StringComparer.Ordinal).LastOrDefault() : null;
    }

    internal IReadOnlyList<string> Arguments(string archive, int port)
    {
        string[] listen = ["--host=127.0.0.1", string.Create(CultureInfo.InvariantCulture, $"--port={port}")];
        return MainClass is null ? ["-jar", archive, .. listen] : ["-Duser.language=en", "-cp", archive, MainClass, .. listen];
    }
}
