using NbaProps.Simulator.Books;
using NbaProps.Simulator.Running;

namespace NbaProps.Truth.Knowledge;

/// <summary>A book's line on a player as it was seen.</summary>
/// <param name="Game">The game.</param>
/// <param name="Quote">The line.</param>
/// <param name="SeenAt">When it was asked for, UTC.</param>
internal sealed record SeenQuote(SimulatedGame Game, Quote Quote, DateTimeOffset SeenAt);
