-- Generated from the table's record by: ./nbaprops schema write
-- Do not edit: change the record and run the command. Checked by: ./nbaprops schema check
-- Written by: fenced replace of a partition.
CREATE TABLE IF NOT EXISTS `${project}.nba_analytics.upcoming_player_game_context` (
  `game_date` DATE NOT NULL OPTIONS (description = "US Eastern sports day of the game."),
  `game_id` STRING NOT NULL OPTIONS (description = "The league's ten digits."),
  `player_id` INT64 NOT NULL OPTIONS (description = "The league's person id; in one game of a date at most."),
  `player_name` STRING NOT NULL OPTIONS (description = "The player's name as the league last wrote it."),
  `team` STRING NOT NULL OPTIONS (description = "His team, tricode: the one he last appeared for."),
  `opponent` STRING NOT NULL OPTIONS (description = "The other team, tricode."),
  `home_game` BOOL NOT NULL OPTIONS (description = "Whether his team plays at home."),
  `season` STRING NOT NULL OPTIONS (description = "Season such as 2022-23."),
  `season_phase` STRING NOT NULL OPTIONS (description = "regular, playoffs, play_in or cup_final."),
  `tip_off` TIMESTAMP NOT NULL OPTIONS (description = "Start of the game, UTC."),
  `tip_off_assumed` BOOL NOT NULL OPTIONS (description = "Whether the start is assumed because the schedule states none."),
  `candidate_because` STRING NOT NULL OPTIONS (description = "Why he is here: appearance (a recent one for the team) or line (only a book's line)."),
  `history_is_whole` BOOL NOT NULL OPTIONS (description = "Whether his team's earlier games of the season are there, but for one in twenty. Where they are not, form and rest are NULL."),
  `days_rest` INT64 OPTIONS (description = "Days without a game since the last one he played: 0 when he played the day before; NULL before his first of the season."),
  `back_to_back` BOOL OPTIONS (description = "Whether his team played the day before; NULL when not known."),
  `games_in_last_7_days` INT64 NOT NULL OPTIONS (description = "Games he played on the seven days before the date."),
  `games_in_last_14_days` INT64 NOT NULL OPTIONS (description = "Games he played on the fourteen days before the date."),
  `minutes_in_last_7_days` INT64 NOT NULL OPTIONS (description = "His minutes on the seven days before the date."),
  `minutes_in_last_14_days` INT64 NOT NULL OPTIONS (description = "His minutes on the fourteen days before the date."),
  `back_to_backs_last_14_days` INT64 NOT NULL OPTIONS (description = "Pairs of games on consecutive days that he played on the fourteen days before the date."),
  `points_avg_last_5` FLOAT64 OPTIONS (description = "Mean points of the last five games played; NULL when he has played none."),
  `points_avg_last_10` FLOAT64 OPTIONS (description = "Mean points of the last ten games played; NULL when he has played none."),
  `games_played_season` INT64 NOT NULL OPTIONS (description = "Games he has played this season."),
  `has_prop_line` BOOL OPTIONS (description = "Whether there is a line for him before tip-off; NULL when no line at all was captured for the game."),
  `current_points_line` FLOAT64 OPTIONS (description = "The line: of the first book in order (draftkings, fanduel, betmgm, williamhill_us, pointsbetus, others by name), its latest before tip-off."),
  `opening_points_line` FLOAT64 OPTIONS (description = "The same book's earliest line."),
  `line_movement` FLOAT64 OPTIONS (description = "Current line minus opening line."),
  `bookmaker` STRING OPTIONS (description = "The book whose line it is."),
  `over_price` INT64 OPTIONS (description = "American price of more points than the line; NULL when the book offers none."),
  `under_price` INT64 OPTIONS (description = "American price of fewer points than the line; NULL when the book offers none."),
  `line_snapshot_at` TIMESTAMP OPTIONS (description = "When the line was seen, UTC."),
  `line_snapshot_assumed` BOOL OPTIONS (description = "Whether the line's own minute is unknown."),
  `minutes_before_tip_off` FLOAT64 OPTIONS (description = "Minutes from the line to tip-off; NULL when either moment is assumed."),
  `source` STRING NOT NULL OPTIONS (description = "Where the facts come from: an upstream's name for raw rows, the processor's name for computed ones."),
  `as_of` TIMESTAMP NOT NULL OPTIONS (description = "The moment of the game day that the row speaks for, UTC: the capture for raw rows, the run's as-of for computed ones. Since when this content has stood; not compared for change."),
  `run_id` STRING NOT NULL OPTIONS (description = "The run that wrote the row, as in the ledger."),
  `correlation_id` STRING NOT NULL OPTIONS (description = "The chain of runs, from the first trigger on."),
  `written_at` TIMESTAMP NOT NULL OPTIONS (description = "Wall clock at the write, UTC."),
  `token` INT64 NOT NULL OPTIONS (description = "Fencing token of the write."),
  `generation` INT64 NOT NULL OPTIONS (description = "Generation of the unit of work whose content this is."),
  PRIMARY KEY (`game_date`, `game_id`, `player_id`) NOT ENFORCED
)
PARTITION BY `game_date`
CLUSTER BY `player_id`, `team`
OPTIONS (
  description = "How one player comes into one game of the date, and his points line. A player stands here when he last appeared, within 45 days, for one of the game's teams, or when a book has a line for him in the game.",
  require_partition_filter = TRUE
);
