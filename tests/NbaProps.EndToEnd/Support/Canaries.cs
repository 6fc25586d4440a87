using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

using NbaProps.Hosting.Configuration;

namespace NbaProps.EndToEnd.Support;

/// <summary>A secret of its own for every setting that is one, and where they have got to.</summary>
internal sealed class Canaries
{
    private readonly SortedDictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly string _privateKey;

    public Canaries()
    {
        foreach (var key in SecretSettings.Keys)
        {
            _values[key] = $"c4n4ry{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..20]}";
        }

        using var rsa = RSA.Create(2048);
        _privateKey = rsa.ExportPkcs8PrivateKeyPem();
        var lines = _privateKey.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        _values["the account's private key"] = lines[lines.Length / 2];
        _values["the account's token"] = AccessToken;
    }

    /// <summary>What the account's key is exchanged for.</summary>
    public string AccessToken { get; } = "ya29.c4n4ry-of-the-account-0123456789";

    /// <summary>What each is a secret of, and the secret.</summary>
    public IReadOnlyDictionary<string, string> Values => _values;

    /// <summary>Options with all of them.</summary>
    /// <param name="options">The options.</param>
    /// <param name="folder">Where the account's key file is put.</param>
    /// <param name="server">Where every source is, and who hands out tokens.</param>
    public NbaPropsOptions In(NbaPropsOptions options, string folder, Uri server)
    {
        var upstreams = options.Upstreams;
        UpstreamOptions Of(UpstreamOptions source, string name) => source with
        {
            ApiKey = _values[$"Upstreams:{name}:ApiKey"],

            // Of no source that is asked: it is there all the same, and must stay there.
            Proxy = name == nameof(UpstreamsOptions.EspnPages) ? new Uri($"http://somebody:{_values[$"Upstreams:{name}:Proxy"]}@{server.Authority}") : null,
        };
        return options with
        {
            Upstreams = upstreams with
            {
                NbaStats = Of(upstreams.NbaStats, nameof(upstreams.NbaStats)),
                NbaCdn = Of(upstreams.NbaCdn, nameof(upstreams.NbaCdn)),
                NbaOfficials = Of(upstreams.NbaOfficials, nameof(upstreams.NbaOfficials)),
                NbaInjuryReports = Of(upstreams.NbaInjuryReports, nameof(upstreams.NbaInjuryReports)),
                NbaGamebooks = Of(upstreams.NbaGamebooks, nameof(upstreams.NbaGamebooks)),
                Espn = Of(upstreams.Espn, nameof(upstreams.Espn)),
                EspnPages = Of(upstreams.EspnPages, nameof(upstreams.EspnPages)),
                BallDontLie = Of(upstreams.BallDontLie, nameof(upstreams.BallDontLie)),
                OddsApi = Of(upstreams.OddsApi, nameof(upstreams.OddsApi)),
                BettingPros = Of(upstreams.BettingPros, nameof(upstreams.BettingPros)),
                GoogleDrive = Of(upstreams.GoogleDrive, nameof(upstreams.GoogleDrive)) with { ServiceAccountFile = Account(folder, server) },
            },
        };
    }

    /// <summary>The secrets that stand somewhere, as they are, as they are sent in an address, or as base64.</summary>
    public IEnumerable<string> FoundIn(string where, ReadOnlySpan<byte> bytes)
    {
        var found = new List<string>();
        var text = Encoding.Latin1.GetString(bytes.StartsWith((ReadOnlySpan<byte>)[0x1f, 0x8b]) ? Unpacked(bytes.ToArray()) : bytes);
        foreach (var (of, value) in _values)
        {
            string[] forms = [value, Uri.EscapeDataString(value), Convert.ToBase64String(Encoding.UTF8.GetBytes(value)), string.Join('\0', value.ToCharArray())];
            if (forms.Any(form => text.Contains(form, StringComparison.Ordinal)))
            {
                found.Add($"{where}: {of}");
            }
        }

        return found;
    }

    private static byte[] Unpacked(byte[] packed)
    {
        using var unpacked = new MemoryStream();
        using var zip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        zip.CopyTo(unpacked);
        return unpacked.ToArray();
    }

    private string Account(string folder, Uri server)
    {
        var file = Path.Combine(Directory.CreateDirectory(folder).FullName, "account.json");
        File.WriteAllText(file, JsonSerializer.Serialize(new Dictionary<string, string>
        {
            ["type"] = "service_account", ["project_id"] = "p", ["private_key_id"] = "1", ["private_key"] = _privateKey,
            ["client_email"] = "reader@p.iam.gserviceaccount.com", ["client_id"] = "1", ["token_uri"] = new Uri(server, "/token").ToString(),
        }));
        return file;
    }
}
