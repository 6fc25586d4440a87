using NbaProps.Domain;
using NbaProps.Domain.Calendar;

namespace NbaProps.Simulator.Faults;

/// <summary>What a request asks for.</summary>
/// <param name="Feed">Of which feed.</param>
/// <param name="Date">The game date that it states, or its game's; null where it asks for what holds now.</param>
/// <param name="Game">The game; null where it asks for a date's, or for none.</param>
public sealed record FeedRequest(Feed Feed, GameDate? Date, GameId? Game);
