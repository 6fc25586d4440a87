-- Generated from the table's record by: ./nbaprops schema write
-- Do not edit: change the record and run the command. Checked by: ./nbaprops schema check
-- Written by: fenced replace of a partition.
CREATE TABLE IF NOT EXISTS `${project}.nba_analytics.player_game_summary` (
  `game_date` DATE NOT NULL OPTIONS (description = "US Eastern sports day of the game."),
  `game_id` STRING NOT NULL OPTIONS (description = "The league's ten digits."),
  `player_id` INT64 NOT NULL OPTIONS (description = "The league's person id."),
  `player_name` STRING NOT NULL OPTIONS (description = "The player's name as the league writes it."),
  `name_key` STRING NOT NULL OPTIONS (description = "The name as a key: lower case, without marks, punctuation and suffix."),
  `team` STRING NOT NULL OPTIONS (description = "Team he played for, tricode."),
  `opponent` STRING NOT NULL OPTIONS (description = "The other team, tricode."),
  `home_game` BOOL NOT NULL OPTIONS (description = "Whether his team played at home."),
  `won` BOOL OPTIONS (description = "Whether his team won; NULL when the box score does not say."),
  `season` STRING NOT NULL OPTIONS (description = "Season such as 2022-23."),
  `season_phase` STRING NOT NULL OPTIONS (description = "preseason, regular, playoffs, play_in or cup_final."),
  `played` BOOL NOT NULL OPTIONS (description = "Whether he played: minutes above zero. The league rounds minutes, so a few seconds on court count as not played."),
  `minutes_played` INT64 NOT NULL OPTIONS (description = "Playing time in the league's rounded whole minutes."),
  `points` INT64 NOT NULL OPTIONS (description = "Points."),
  `fg_makes` INT64 NOT NULL OPTIONS (description = "Field goals made, threes included."),
  `fg_attempts` INT64 NOT NULL OPTIONS (description = "Field goals attempted, threes included."),
  `three_pt_makes` INT64 NOT NULL OPTIONS (description = "Three-point field goals made."),
  `three_pt_attempts` INT64 NOT NULL OPTIONS (description = "Three-point field goals attempted."),
  `ft_makes` INT64 NOT NULL OPTIONS (description = "Free throws made."),
  `ft_attempts` INT64 NOT NULL OPTIONS (description = "Free throws attempted."),
  `offensive_rebounds` INT64 NOT NULL OPTIONS (description = "Offensive rebounds."),
  `defensive_rebounds` INT64 NOT NULL OPTIONS (description = "Defensive rebounds."),
  `assists` INT64 NOT NULL OPTIONS (description = "Assists."),
  `steals` INT64 NOT NULL OPTIONS (description = "Steals."),
  `blocks` INT64 NOT NULL OPTIONS (description = "Blocked shots."),
  `turnovers` INT64 NOT NULL OPTIONS (description = "Turnovers."),
  `personal_fouls` INT64 NOT NULL OPTIONS (description = "Personal fouls."),
  `plus_minus` INT64 OPTIONS (description = "Margin of the team while he was on court; NULL when the league does not give it."),
  `usage_rate` FLOAT64 OPTIONS (description = "Percent of his team's possessions that he ended while on court, by the share of team minutes over five; NULL when not played or without the team's line. Rounded minutes make very short stints absurd, above 100 too: weigh it by minutes."),
  `ts_pct` FLOAT64 OPTIONS (description = "True shooting, PTS / (2 x (FGA + 0.44 x FTA)), a ratio; NULL without an attempt."),
  `efg_pct` FLOAT64 OPTIONS (description = "Effective field-goal share, (FGM + 0.5 x 3PM) / FGA, a ratio; NULL without an attempt."),
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
  description = "What one player did in one final game. Rows of zero minutes are kept with played false; who has no row did not appear.",
  require_partition_filter = TRUE
);
