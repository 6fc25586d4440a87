namespace NbaProps.Deployment.Declaring;

/// <summary>A secret in Secret Manager. The newest version counts from the next revision on.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Variable">The environment variable that carries it; or, with a <paramref name="File"/>, the one that says where the file is.</param>
/// <param name="Meaning">What it is.</param>
/// <param name="File">Where it is mounted as a file; null for one that is a variable.</param>
public sealed record DeployedSecret(string Name, string Variable, string Meaning, string? File = null)
{
    /// <summary>The key of The Odds API.</summary>
    public static DeployedSecret OddsApi { get; } = new("nbaprops-odds-api-key", "NBAPROPS__Upstreams__OddsApi__ApiKey", "the key of The Odds API");

    /// <summary>The key of balldontlie.</summary>
    public static DeployedSecret BallDontLie { get; } = new("nbaprops-balldontlie-key", "NBAPROPS__Upstreams__BallDontLie__ApiKey", "the key of balldontlie");

    /// <summary>The key of BettingPros.</summary>
    public static DeployedSecret BettingPros { get; } = new("nbaprops-bettingpros-key", "NBAPROPS__Upstreams__BettingPros__ApiKey", "the key of BettingPros");

    /// <summary>The account that BigDataBall's folder is shared with. Google Drive knows no other way in for a program.</summary>
    public static DeployedSecret GoogleDrive { get; } = new(
        "nbaprops-google-drive-account", "NBAPROPS__Upstreams__GoogleDrive__ServiceAccountFile", "the key file of the service account that BigDataBall's folder is shared with", "/secrets/google-drive/account.json");

    /// <summary>All.</summary>
    public static IReadOnlyList<DeployedSecret> All { get; } = [OddsApi, BallDontLie, BettingPros, GoogleDrive];
}
