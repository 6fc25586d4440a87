-- Generated from the table's record by: ./nbaprops schema write
-- Do not edit: change the record and run the command. Checked by: ./nbaprops schema check
-- Written by: fenced replace of a partition.
-- Key: game_date, game_id, bookmaker, name_key, market, points_line, snapshot_at. Not declared below: BigQuery takes no FLOAT64 and no more than 16 columns into a key.
CREATE TABLE IF NOT EXISTS `${project}.nba_raw.odds_api_player_points_props` (
  `game_date` DATE NOT NULL OPTIONS (description = "US Eastern sports day of the game."),
  `game_id` STRING NOT NULL OPTIONS (description = "The league's ten digits, from the schedule by date and teams."),
  `bookmaker` STRING NOT NULL OPTIONS (description = "The bookmaker's key, such as draftkings."),
  `name_key` STRING NOT NULL OPTIONS (description = "The player's name as a key: lower case, without marks, punctuation and suffix; not yet a player."),
  `market` STRING NOT NULL OPTIONS (description = "The market's key: player_points."),
  `points_line` FLOAT64 NOT NULL OPTIONS (description = "Points that the bet is over or under; alternate lines of a player are rows of their own."),
  `snapshot_at` TIMESTAMP NOT NULL OPTIONS (description = "When the quote was seen, UTC: the snapshot's own timestamp in a historical payload, otherwise the capture."),
  `event_id` STRING NOT NULL OPTIONS (description = "The source's own id of the game, as text: The Odds API's, or BettingPros' number of its event."),
  `home_team` STRING NOT NULL OPTIONS (description = "Home team, tricode."),
  `away_team` STRING NOT NULL OPTIONS (description = "Visiting team, tricode."),
  `player_name` STRING NOT NULL OPTIONS (description = "The player's name as the book writes it."),
  `over_price` INT64 OPTIONS (description = "American price of more points than the line; NULL when the book offers none."),
  `under_price` INT64 OPTIONS (description = "American price of fewer points than the line; NULL when the book offers none."),
  `over_price_decimal` FLOAT64 OPTIONS (description = "Decimal price of more points, stake included: as sent, or converted from the American one."),
  `under_price_decimal` FLOAT64 OPTIONS (description = "Decimal price of fewer points, stake included: as sent, or converted from the American one."),
  `commence_time` TIMESTAMP OPTIONS (description = "Start of the game as the book's feed states it, UTC; NULL when it states none (midnight Eastern)."),
  `bookmaker_last_update` TIMESTAMP OPTIONS (description = "When the book last changed the market, UTC; NULL when the payload does not say."),
  `snapshot_assumed` BOOL NOT NULL OPTIONS (description = "Whether the quote's own minute is unknown (no last update): snapshot_at then only says when it was read."),
  `minutes_before_tip_off` INT64 OPTIONS (description = "Whole minutes from snapshot_at to tip-off, negative after it; NULL when either time is assumed."),
  `captured_before_tip_off` BOOL NOT NULL OPTIONS (description = "Whether both the snapshot and the book's last update lie before tip-off (before noon Eastern where the start is unknown)."),
  `source` STRING NOT NULL OPTIONS (description = "Where the facts come from: an upstream's name for raw rows, the processor's name for computed ones."),
  `as_of` TIMESTAMP NOT NULL OPTIONS (description = "The moment of the game day that the row speaks for, UTC: the capture for raw rows, the run's as-of for computed ones. Since when this content has stood; not compared for change."),
  `run_id` STRING NOT NULL OPTIONS (description = "The run that wrote the row, as in the ledger."),
  `correlation_id` STRING NOT NULL OPTIONS (description = "The chain of runs, from the first trigger on."),
  `written_at` TIMESTAMP NOT NULL OPTIONS (description = "Wall clock at the write, UTC."),
  `token` INT64 NOT NULL OPTIONS (description = "Fencing token of the write."),
  `generation` INT64 NOT NULL OPTIONS (description = "Generation of the unit of work whose content this is.")
)
PARTITION BY `game_date`
CLUSTER BY `bookmaker`, `name_key`
OPTIONS (
  description = "One bookmaker's points line for one player as one capture shows it, Over and Under of the same point together. Rule \"accumulate\": every capture of the date adds its rows.",
  require_partition_filter = TRUE
);
