namespace NbaProps.Simulator.Faults.Answering;

/// <summary>What a fault makes of an answer: a function of the request, the fault and the answer, one for each kind that faults answers.</summary>
public static class FaultyAnswers
{
    /// <summary>The answer as the faults leave it, one after the other.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="faults">Those that strike it.</param>
    /// <param name="answer">What would have been said.</param>
    public static ServedAnswer Of(FeedRequest request, IEnumerable<Fault> faults, ServedAnswer answer) =>
        faults.Aggregate(answer, (said, fault) => Of(request.Feed, fault, said));

    private static ServedAnswer Of(Feed feed, Fault fault, ServedAnswer answer) => fault.Kind switch
    {
        FaultKind.Slow => answer with { NeverComes = true },
        FaultKind.Forbidden => ServedAnswer.Error(403, "Access Denied"),
        FaultKind.NotFound => ServedAnswer.Error(404, "Not Found"),
        FaultKind.ServerError => ServedAnswer.Error(500, "Internal Server Error"),
        FaultKind.TooManyRequests => ServedAnswer.Error(429, "Too Many Requests") with { RetryAfter = fault.Number % 2 == 0 ? null : 1 },
        _ when !answer.HasPayload => answer,
        FaultKind.Html => WaitingPage.Instead(answer),
        FaultKind.Late or FaultKind.Missing => AbsentRows.Of(feed.Shape, answer),
        FaultKind.Truncated => CutOff.Of(fault.Number, answer),
        FaultKind.Duplicated => DoubledRows.Of(feed.Shape, answer),
        FaultKind.Reordered => ReorderedRows.Of(feed.Shape, fault.Number, answer),
        FaultKind.RenamedField => RenamedFields.Of(feed.Shape, fault.Number, answer),
        FaultKind.WrongType => WrongTypes.Of(feed.Shape, fault.Number, answer),

        // What happens to the league, and what single rows say, is the writers' who know games and players.
        _ => answer,
    };
}
