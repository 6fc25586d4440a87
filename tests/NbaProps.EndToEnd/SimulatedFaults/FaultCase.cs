using NbaProps.Domain.Calendar;
using NbaProps.Simulator.Faults;
using NbaProps.Simulator.Running;

namespace NbaProps.EndToEnd.SimulatedFaults;

/// <summary>A fault as one part of the page.</summary>
/// <param name="Name">The fault in words.</param>
/// <param name="Script">What goes wrong on the date of a season.</param>
internal sealed record FaultCase(string Name, Func<SimulatedSeason, GameDate, FaultScript> Script);
