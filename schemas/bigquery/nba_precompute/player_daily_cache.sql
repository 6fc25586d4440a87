-- Generated from the table's record by: ./nbaprops schema write
-- Do not edit: change the record and run the command. Checked by: ./nbaprops schema check
-- Written by: fenced replace of a partition.
CREATE TABLE IF NOT EXISTS `${project}.nba_precompute.player_daily_cache` (
  `cache_date` DATE NOT NULL OPTIONS (description = "US Eastern sports day that the figures are for."),
  `player_id` INT64 NOT NULL OPTIONS (description = "The league's person id."),
  `game_id` STRING NOT NULL OPTIONS (description = "The game he is a candidate for."),
  `player_name` STRING NOT NULL OPTIONS (description = "The player's name as the league last wrote it."),
  `team` STRING NOT NULL OPTIONS (description = "His team, tricode."),
  `opponent` STRING NOT NULL OPTIONS (description = "The other team, tricode."),
  `games_played_season` INT64 NOT NULL OPTIONS (description = "Games he has played this season."),
  `points_avg_last_5` FLOAT64 OPTIONS (description = "Mean points of the last five games played."),
  `points_avg_last_10` FLOAT64 OPTIONS (description = "Mean points of the last ten games played."),
  `points_avg_season` FLOAT64 OPTIONS (description = "Mean points of the games played this season."),
  `points_std_last_10` FLOAT64 OPTIONS (description = "Sample standard deviation of the points of the last ten games played; NULL below two."),
  `points_trend_last_5` FLOAT64 OPTIONS (description = "Mean points of the last two games played minus that of the three before, above zero when rising; NULL below five."),
  `minutes_avg_last_10` FLOAT64 OPTIONS (description = "Mean minutes of the last ten games played."),
  `minutes_avg_season` FLOAT64 OPTIONS (description = "Mean minutes of the games played this season."),
  `points_per_minute_last_10` FLOAT64 OPTIONS (description = "Points over minutes, each summed over the last ten games played."),
  `usage_rate_last_10` FLOAT64 OPTIONS (description = "Usage in percent over the last ten games played, weighed by minutes."),
  `ts_pct_last_10` FLOAT64 OPTIONS (description = "True shooting over the last ten games played, points and attempts each summed; a ratio."),
  `free_throw_point_share_last_10` FLOAT64 OPTIONS (description = "Points from free throws over all points of the last ten games played; NULL below five games or without points."),
  `games_in_last_7_days` INT64 NOT NULL OPTIONS (description = "Games played on the seven days before the date."),
  `points_avg_vs_opponent` FLOAT64 OPTIONS (description = "Mean points of the games played against this opponent within 365 days; NULL when there were none."),
  `games_vs_opponent` INT64 NOT NULL OPTIONS (description = "Number of games played against this opponent within 365 days."),
  `team_pace_last_10` FLOAT64 OPTIONS (description = "Mean pace of his team's last ten games."),
  `team_off_rating_last_10` FLOAT64 OPTIONS (description = "Mean offensive rating of his team's last ten games."),
  `team_win_pct` FLOAT64 OPTIONS (description = "Share of this season's games that his team won; NULL below five."),
  `opponent_def_rating_last_15` FLOAT64 OPTIONS (description = "Mean defensive rating of the opponent's last fifteen games."),
  `opponent_pace_last_15` FLOAT64 OPTIONS (description = "Mean pace of the opponent's last fifteen games."),
  `opponent_pace_last_10` FLOAT64 OPTIONS (description = "Mean pace of the opponent's last ten games."),
  `source` STRING NOT NULL OPTIONS (description = "Where the facts come from: an upstream's name for raw rows, the processor's name for computed ones."),
  `as_of` TIMESTAMP NOT NULL OPTIONS (description = "The moment of the game day that the row speaks for, UTC: the capture for raw rows, the run's as-of for computed ones. Since when this content has stood; not compared for change."),
  `run_id` STRING NOT NULL OPTIONS (description = "The run that wrote the row, as in the ledger."),
  `correlation_id` STRING NOT NULL OPTIONS (description = "The chain of runs, from the first trigger on."),
  `written_at` TIMESTAMP NOT NULL OPTIONS (description = "Wall clock at the write, UTC."),
  `token` INT64 NOT NULL OPTIONS (description = "Fencing token of the write."),
  `generation` INT64 NOT NULL OPTIONS (description = "Generation of the unit of work whose content this is."),
  PRIMARY KEY (`cache_date`, `player_id`) NOT ENFORCED
)
PARTITION BY `cache_date`
CLUSTER BY `player_id`
OPTIONS (
  description = "Figures of one candidate of the date, and of the two teams of his game, from earlier dates only. Counts games played (minutes above zero), also of last season where fewer than wanted were played this season; a figure without its games is NULL.",
  require_partition_filter = TRUE
);
