namespace NbaProps.GoogleCloud.Http;

/// <summary>What an HTTP status means, for every Google interface alike.</summary>
public enum StatusMeaning
{
    /// <summary>It was done.</summary>
    Done,

    /// <summary>What the call is about is not there.</summary>
    NotFound,

    /// <summary>What was to be made is there already.</summary>
    AlreadyThere,

    /// <summary>A condition of the call did not hold; nothing was done.</summary>
    PreconditionFailed,

    /// <summary>The token is not accepted; nothing was done.</summary>
    TokenRefused,

    /// <summary>The same call will be refused again: it is wrong, or not allowed.</summary>
    Refused,

    /// <summary>Too much was asked for in a time; nothing was done.</summary>
    Limited,

    /// <summary>Google could not do it now. Whether it was done all the same is unknown.</summary>
    Unavailable,
}

/// <summary>Reads what an answer means.</summary>
public static class StatusMeanings
{
    // Google's older interfaces say with 403 what the others say with 429.
    private static readonly string[] LimitReasons = ["rateLimitExceeded", "userRateLimitExceeded", "jobRateLimitExceeded", "quotaExceeded", "dailyLimitExceeded", "RATE_LIMIT_EXCEEDED"];

    /// <summary>The meaning of a status.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="error">What the body said; null for nothing.</param>
    public static StatusMeaning Of(int status, GoogleError? error) => status switch
    {
        >= 200 and < 300 => StatusMeaning.Done,
        400 when error?.Code is "FAILED_PRECONDITION" => StatusMeaning.PreconditionFailed,
        401 => StatusMeaning.TokenRefused,
        403 when error?.Reason is { } reason && LimitReasons.Contains(reason, StringComparer.Ordinal) => StatusMeaning.Limited,
        404 => StatusMeaning.NotFound,

        // Two met at one document: nothing was done, and the one that comes later will find out.
        409 when error?.Code is "ABORTED" => StatusMeaning.Unavailable,
        409 => StatusMeaning.AlreadyThere,
        412 => StatusMeaning.PreconditionFailed,
        429 => StatusMeaning.Limited,
        408 or 499 or 500 or 502 or 503 or 504 => StatusMeaning.Unavailable,
        _ => StatusMeaning.Refused,
    };
}
