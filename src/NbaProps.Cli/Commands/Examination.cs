using System.Globalization;
using System.Runtime.InteropServices;

using NbaProps.Hosting.Configuration;

namespace NbaProps.Cli.Commands;

/// <summary>One thing that the machine has or lacks.</summary>
/// <param name="What">The thing.</param>
/// <param name="There">Whether it is there.</param>
/// <param name="Essential">Whether nothing works without it.</param>
/// <param name="Detail">What it is for, and how to get it.</param>
internal sealed record Examination(string What, bool There, bool Essential, string Detail)
{
    private const long SmallestDisk = 1L << 30;

    public static IReadOnlyList<Examination> Of(NbaPropsOptions options) =>
    [
        new("runtime", There: true, Essential: true, RuntimeInformation.FrameworkDescription),
        Folder(options.DataDirectory),
        Disk(options.DataDirectory),
        Program("pdftotext", "reads the league's PDFs (injury reports, gamebooks); without it balldontlie and ESPN stand in for injuries: apt-get install poppler-utils"),
        Library("libxgboost.so.0", "trains models; they come with a later step: apt-get install libxgboost0"),
        Key("key of The Odds API", options.Upstreams.OddsApi.ApiKey, "OddsApi__ApiKey", "live lines need it; without it BettingPros stands in for points lines, and there are no lines of games"),
        Key("key of balldontlie", options.Upstreams.BallDontLie.ApiKey, "BallDontLie__ApiKey", "box scores and injuries when the league and ESPN fail"),
        Account(options.Upstreams.GoogleDrive.ServiceAccountFile),
    ];

    private static Examination Key(string what, string? key, string variable, string purpose) =>
        new(what, key is { Length: > 0 }, Essential: false, $"{purpose}: set NBAPROPS__Upstreams__{variable}; the archive needs none");

    private static Examination Account(string? file)
    {
        const string what = "service account of BigDataBall's folder";
        const string purpose = "play-by-play with the ten players on court; without it the league's own stands in, without line-ups: set NBAPROPS__Upstreams__GoogleDrive__ServiceAccountFile";
        return file is { Length: > 0 } && !File.Exists(file)
            ? new(what, There: false, Essential: false, $"{file} is not there; {purpose}")
            : new(what, file is { Length: > 0 }, Essential: false, purpose);
    }

    private static Examination Folder(string path)
    {
        try
        {
            var folder = Directory.CreateDirectory(path);
            var probe = Path.Combine(folder.FullName, ".doctor");
            File.WriteAllText(probe, string.Empty);
            File.Delete(probe);
            return new("data folder", There: true, Essential: true, folder.FullName);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return new("data folder", There: false, Essential: true, $"{refused.Message} Choose another with --data DIR");
        }
    }

    private static Examination Disk(string path)
    {
        // Of a folder that is not there the disk is that of the nearest one above it that is.
        var folder = new DirectoryInfo(Path.GetFullPath(path));
        while (!folder.Exists && folder.Parent is { } above)
        {
            folder = above;
        }

        var free = new DriveInfo(folder.FullName).AvailableFreeSpace;
        return new("free disk", free > SmallestDisk, Essential: true, string.Create(CultureInfo.InvariantCulture, $"{free >> 20} MiB; a season takes a few hundred"));
    }

    private static Examination Program(string name, string purpose)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator);
        return new(name, folders.Any(folder => File.Exists(Path.Combine(folder, name))), Essential: false, purpose);
    }

    private static Examination Library(string name, string purpose)
    {
        var there = NativeLibrary.TryLoad(name, out var handle);
        if (there)
        {
            NativeLibrary.Free(handle);
        }

        return new(name, there, Essential: false, purpose);
    }
}
