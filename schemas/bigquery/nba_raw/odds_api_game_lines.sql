-- Generated from the table's record by: ./nbaprops schema write
-- Do not edit: change the record and run the command. Checked by: ./nbaprops schema check
-- Written by: fenced replace of a partition.
-- Key: game_date, game_id, bookmaker, market, outcome, point, snapshot_at. Not declared below: BigQuery takes no FLOAT64 and no more than 16 columns into a key.
CREATE TABLE IF NOT EXISTS `${project}.nba_raw.odds_api_game_lines` (
  `game_date` DATE NOT NULL OPTIONS (description = "US Eastern sports day of the game."),
  `game_id` STRING NOT NULL OPTIONS (description = "The league's ten digits, from the schedule by date and teams."),
  `bookmaker` STRING NOT NULL OPTIONS (description = "The bookmaker's key, such as draftkings."),
  `market` STRING NOT NULL OPTIONS (description = "The market's key: spreads, totals or h2h."),
  `outcome` STRING NOT NULL OPTIONS (description = "What the bet is on: home or away in spreads and h2h, over or under in totals."),
  `point` FLOAT64 NOT NULL OPTIONS (description = "Points: in spreads the handicap that is added to the outcome's own team, with its sign; in totals those of both teams together; in h2h, which has none, 0."),
  `snapshot_at` TIMESTAMP NOT NULL OPTIONS (description = "When the quote was seen, UTC: the snapshot's own timestamp in a historical payload, otherwise the capture."),
  `event_id` STRING NOT NULL OPTIONS (description = "The Odds API's id of the game."),
  `home_team` STRING NOT NULL OPTIONS (description = "Home team, tricode."),
  `away_team` STRING NOT NULL OPTIONS (description = "Visiting team, tricode."),
  `price` INT64 NOT NULL OPTIONS (description = "American price of the outcome."),
  `price_decimal` FLOAT64 NOT NULL OPTIONS (description = "Decimal price of the outcome, stake included: as sent, or converted from the American one."),
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
CLUSTER BY `game_id`, `bookmaker`, `market`
OPTIONS (
  description = "One bookmaker's price of one outcome of a game as one capture shows it: a handicap, a total or the winner. Rule \"accumulate\": every capture of the date adds its rows.",
  require_partition_filter = TRUE
);
