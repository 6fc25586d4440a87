using System.Globalization;
using System.Text.Json;

using NbaProps.Domain.Teams;
using NbaProps.Simulator.Books;
using NbaProps.Simulator.Play;

namespace NbaProps.Simulator.Serving.BallDontLie;

/// <summary>balldontlie's list of injuries.</summary>
internal static class BallDontLieInjuryWriter
{
    /// <summary>Writes somebody who is listed.</summary>
    public static void Write(Utf8JsonWriter json, KnownInjury injury)
    {
        var (absence, game) = (injury.Absence, injury.Game);
        var date = game.Scheduled.Date.ToDateOnly();
        var opponent = TeamSpellings.SimulatedNickname(game.Plan.Of(injury.Side.Other()).Team);
        json.WriteStartObject();
        BallDontLiePlayerWriter.Write(json, absence.Player, game.Plan.Of(injury.Side).Team);
        json.WriteString("return_date", Day(date.AddDays(1)));
        json.WriteString(
            "description",
            $"{Day(date)}: {PlainLetters.Of(absence.Player.FamilyName)} ({Part(absence.Reason)}) is {Word(injury)} for {date.DayOfWeek}'s game against the {opponent}.");
        json.WriteString("status", injury.NewsStatus);
        json.WriteEndObject();
    }

    private static string Word(KnownInjury injury) => injury.Status.ToString().ToLowerInvariant();

    // "Injury/Illness - Left Knee; Sprain" is his knee, "Injury/Illness - N/A; Illness" is an illness.
    private static string Part(string reason)
    {
        var parts = reason.Split(" - ")[^1].Split("; ");
        return (parts[0] is "N/A" ? parts[^1] : parts[0].Split(' ')[^1]).ToLowerInvariant();
    }

    private static string Day(DateOnly date) => date.ToString("MMM d", CultureInfo.InvariantCulture);
}
