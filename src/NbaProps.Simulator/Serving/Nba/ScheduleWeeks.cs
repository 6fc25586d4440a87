using System.Globalization;
using System.Text.Json;

using NbaProps.Domain.Calendar;

namespace NbaProps.Simulator.Serving.Nba;

/// <summary>The weeks of a season, Monday to Sunday; the first begins with the first game.</summary>
/// <param name="First">Date of the first game.</param>
/// <param name="Last">Date of the last one.</param>
internal readonly record struct ScheduleWeeks(GameDate First, GameDate Last)
{
    /// <summary>The number of a date's week, from 1.</summary>
    public int Of(GameDate date) => (date.DaysSince(Monday(First)) / 7) + 1;

    /// <summary>The name of a week: "Week 3".</summary>
    public static string Name(int week) => string.Create(CultureInfo.InvariantCulture, $"Week {week}");

    /// <summary>All of them.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartArray("weeks");
        for (var week = 1; week <= Of(Last); week++)
        {
            var monday = Monday(First).AddDays(7 * (week - 1));
            json.WriteStartObject();
            json.WriteNumber("weekNumber", week);
            json.WriteString("weekName", Name(week));
            json.WriteString("startDate", $"{(week == 1 ? First : monday)}T00:00:00Z");
            json.WriteString("endDate", $"{monday.AddDays(6)}T00:00:00Z");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static GameDate Monday(GameDate date) => date.AddDays(-(((int)date.DayOfWeek + 6) % 7));
}
