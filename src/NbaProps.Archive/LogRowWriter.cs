using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

using NbaProps.Domain;
using NbaProps.Domain.Teams;

namespace NbaProps.Archive;

/// <summary>Writes one line of the archive's files as the league's game log has it. A prefix chooses the team's columns of a playoff row.</summary>
internal sealed class LogRowWriter : IDisposable
{
    // The league writes names in plain UTF-8.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Utf8JsonWriter _json;

    public LogRowWriter() => _json = new Utf8JsonWriter(_buffer, Options);

    /// <summary>The row as a JSON array; valid until the next call.</summary>
    public ReadOnlySpan<byte> Player(ArchiveRow row, GameId game, string videoColumn)
    {
        Begin(game);
        _json.WriteNumberValue(row.Number("PLAYER_ID"));
        _json.WriteStringValue(row.Text("PLAYER_NAME"));
        Game(row, game);
        Counts(row, string.Empty);
        _json.WriteNumberValue(row.Whole("PLUS_MINUS"));
        Decimal(row, "FANTASY_PTS");
        _json.WriteNumberValue(videoColumn.Length > 0 ? row.Whole(videoColumn) : 1);
        return End();
    }

    /// <summary>The row as a JSON array; valid until the next call.</summary>
    /// <param name="row">The row.</param>
    /// <param name="game">Its game.</param>
    /// <param name="prefix">What stands before the names of the team's columns.</param>
    /// <param name="margin">The team's points less the opponent's.</param>
    public ReadOnlySpan<byte> Team(ArchiveRow row, GameId game, string prefix, int margin)
    {
        Begin(game);
        Game(row, game);
        Counts(row, prefix);
        _json.WriteNumberValue(margin);
        _json.WriteNumberValue(1);
        return End();
    }

    public void Dispose() => _json.Dispose();

    private void Begin(GameId game)
    {
        _buffer.ResetWrittenCount();
        _json.Reset();
        _json.WriteStartArray();
        _json.WriteStringValue(game.Season.NbaSeasonId(game.Phase).ToString(CultureInfo.InvariantCulture));
    }

    private ReadOnlySpan<byte> End()
    {
        _json.WriteEndArray();
        _json.Flush();
        return _buffer.WrittenSpan;
    }

    private void Game(ArchiveRow row, GameId game)
    {
        var team = row.Team("TEAM_ABBREVIATION");
        _json.WriteNumberValue(TeamSpellings.NbaId(team));
        _json.WriteStringValue(team.Value);
        _json.WriteStringValue(TeamSpellings.FullName(team));
        _json.WriteStringValue(game.ToString());
        _json.WriteStringValue(row.Date("GAME_DATE").ToString());
        _json.WriteStringValue(row.Text("MATCHUP"));
        _json.WriteStringValue(row.Text("WL"));
    }

    private void Counts(ArchiveRow row, string prefix)
    {
        foreach (var column in Columns.Counts)
        {
            _json.WriteNumberValue(row.Whole(prefix + column));
            if (column is "FGA" or "FG3A" or "FTA")
            {
                Decimal(row, $"{prefix}{column[..^1]}_PCT");
            }
        }
    }

    private void Decimal(ArchiveRow row, string column)
    {
        if (row.Decimal(column) is { } number)
        {
            _json.WriteNumberValue(number);
        }
        else
        {
            _json.WriteNullValue();
        }
    }
}
