-- Generated from the table's record by: ./nbaprops schema write
-- Do not edit: change the record and run the command. Checked by: ./nbaprops schema check
-- Written by: fenced replace of a partition.
CREATE TABLE IF NOT EXISTS `${project}.nba_analytics.upcoming_team_game_context` (
  `game_date` DATE NOT NULL OPTIONS (description = "US Eastern sports day of the game."),
  `game_id` STRING NOT NULL OPTIONS (description = "The league's ten digits."),
  `team` STRING NOT NULL OPTIONS (description = "The team, tricode."),
  `opponent` STRING NOT NULL OPTIONS (description = "The other team, tricode."),
  `home_game` BOOL NOT NULL OPTIONS (description = "Whether the team plays at home."),
  `season` STRING NOT NULL OPTIONS (description = "Season such as 2022-23."),
  `season_phase` STRING NOT NULL OPTIONS (description = "regular, playoffs, play_in or cup_final."),
  `tip_off` TIMESTAMP NOT NULL OPTIONS (description = "Start of the game, UTC."),
  `tip_off_assumed` BOOL NOT NULL OPTIONS (description = "Whether the start is assumed because the schedule states none."),
  `team_days_rest` INT64 OPTIONS (description = "Days without a game since its last one: 0 on the second of a back-to-back; NULL before the season's first game."),
  `back_to_back` BOOL OPTIONS (description = "Whether the team played the day before; NULL when no earlier game of it is known at all."),
  `games_in_last_7_days` INT64 OPTIONS (description = "Games on the seven days before the date; NULL when no earlier game of it is known at all."),
  `games_in_last_14_days` INT64 OPTIONS (description = "Games on the fourteen days before the date; NULL when no earlier game of it is known at all."),
  `game_number_in_season` INT64 NOT NULL OPTIONS (description = "Which game of the team's season this is by the schedule, 1 for the first."),
  `season_games_missing` INT64 NOT NULL OPTIONS (description = "Earlier games of the season that have no summary here: not walked yet, or not to be had."),
  `history_is_whole` BOOL NOT NULL OPTIONS (description = "Whether at most one in twenty of them is missing. Where it is not, what rests on earlier games is NULL, here and in what is made of it."),
  `team_win_streak` INT64 OPTIONS (description = "Games won in a row this season; 0 after a defeat; NULL without a whole history."),
  `team_loss_streak` INT64 OPTIONS (description = "Games lost in a row this season; 0 after a win; NULL without a whole history."),
  `season_win_pct` FLOAT64 OPTIONS (description = "Share of this season's games won; NULL before the first."),
  `last_game_margin` INT64 OPTIONS (description = "Margin of its last game this season, above zero when won; NULL before the first."),
  `source` STRING NOT NULL OPTIONS (description = "Where the facts come from: an upstream's name for raw rows, the processor's name for computed ones."),
  `as_of` TIMESTAMP NOT NULL OPTIONS (description = "The moment of the game day that the row speaks for, UTC: the capture for raw rows, the run's as-of for computed ones. Since when this content has stood; not compared for change."),
  `run_id` STRING NOT NULL OPTIONS (description = "The run that wrote the row, as in the ledger."),
  `correlation_id` STRING NOT NULL OPTIONS (description = "The chain of runs, from the first trigger on."),
  `written_at` TIMESTAMP NOT NULL OPTIONS (description = "Wall clock at the write, UTC."),
  `token` INT64 NOT NULL OPTIONS (description = "Fencing token of the write."),
  `generation` INT64 NOT NULL OPTIONS (description = "Generation of the unit of work whose content this is."),
  PRIMARY KEY (`game_date`, `game_id`, `team`) NOT ENFORCED
)
PARTITION BY `game_date`
CLUSTER BY `team`
OPTIONS (
  description = "How one team comes into one game of the date, by facts of earlier dates only. Postponed, preseason and All-Star games have no row.",
  require_partition_filter = TRUE
);
