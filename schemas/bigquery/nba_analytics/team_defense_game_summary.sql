-- Generated from the table's record by: ./nbaprops schema write
-- Do not edit: change the record and run the command. Checked by: ./nbaprops schema check
-- Written by: fenced replace of a partition.
CREATE TABLE IF NOT EXISTS `${project}.nba_analytics.team_defense_game_summary` (
  `game_date` DATE NOT NULL OPTIONS (description = "US Eastern sports day of the game."),
  `game_id` STRING NOT NULL OPTIONS (description = "The league's ten digits."),
  `team` STRING NOT NULL OPTIONS (description = "The defending team, tricode."),
  `opponent` STRING NOT NULL OPTIONS (description = "The attacking team, whose figures these are, tricode."),
  `season` STRING NOT NULL OPTIONS (description = "Season such as 2022-23."),
  `season_phase` STRING NOT NULL OPTIONS (description = "preseason, regular, playoffs, play_in or cup_final."),
  `home_game` BOOL NOT NULL OPTIONS (description = "Whether the defending team played at home."),
  `won` BOOL OPTIONS (description = "Whether the defending team won; NULL when the box score does not say."),
  `margin_of_victory` INT64 NOT NULL OPTIONS (description = "Points of the defending team minus the opponent's."),
  `overtime_periods` INT64 OPTIONS (description = "Number of overtimes; NULL when the minutes are too few for a finished game."),
  `points_allowed` INT64 NOT NULL OPTIONS (description = "The opponent's points."),
  `opp_fg_makes` INT64 NOT NULL OPTIONS (description = "The opponent's field goals made, threes included."),
  `opp_fg_attempts` INT64 NOT NULL OPTIONS (description = "The opponent's field goals attempted, threes included."),
  `opp_three_pt_makes` INT64 NOT NULL OPTIONS (description = "The opponent's three-point field goals made."),
  `opp_three_pt_attempts` INT64 NOT NULL OPTIONS (description = "The opponent's three-point field goals attempted."),
  `opp_ft_makes` INT64 NOT NULL OPTIONS (description = "The opponent's free throws made."),
  `opp_ft_attempts` INT64 NOT NULL OPTIONS (description = "The opponent's free throws attempted."),
  `opp_rebounds` INT64 NOT NULL OPTIONS (description = "The opponent's rebounds, without team rebounds."),
  `opp_assists` INT64 NOT NULL OPTIONS (description = "The opponent's assists."),
  `turnovers_forced` INT64 NOT NULL OPTIONS (description = "The opponent's turnovers."),
  `fouls_committed` INT64 NOT NULL OPTIONS (description = "Fouls of the defending team."),
  `steals` INT64 NOT NULL OPTIONS (description = "Steals of the defending team."),
  `blocks` INT64 NOT NULL OPTIONS (description = "Blocked shots of the defending team."),
  `defensive_rebounds` INT64 NOT NULL OPTIONS (description = "Defensive rebounds of the defending team."),
  `defensive_rating` FLOAT64 OPTIONS (description = "The opponent's points per 100 of its possessions; lower is better."),
  `opponent_pace` FLOAT64 OPTIONS (description = "Possessions per 48 minutes of the game, the mean of both teams'."),
  `opponent_ts_pct` FLOAT64 OPTIONS (description = "The opponent's true shooting, a ratio."),
  `opponent_efg_pct` FLOAT64 OPTIONS (description = "The opponent's effective field-goal share, a ratio."),
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
  description = "What one team allowed its opponent in one final game.",
  require_partition_filter = TRUE
);
