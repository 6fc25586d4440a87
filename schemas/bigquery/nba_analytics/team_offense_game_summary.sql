-- Generated from the table's record by: ./nbaprops schema write
-- Do not edit: change the record and run the command. Checked by: ./nbaprops schema check
-- Written by: fenced replace of a partition.
CREATE TABLE IF NOT EXISTS `${project}.nba_analytics.team_offense_game_summary` (
  `game_date` DATE NOT NULL OPTIONS (description = "US Eastern sports day of the game."),
  `game_id` STRING NOT NULL OPTIONS (description = "The league's ten digits."),
  `team` STRING NOT NULL OPTIONS (description = "The team, tricode."),
  `opponent` STRING NOT NULL OPTIONS (description = "The other team, tricode."),
  `season` STRING NOT NULL OPTIONS (description = "Season such as 2022-23."),
  `season_phase` STRING NOT NULL OPTIONS (description = "preseason, regular, playoffs, play_in or cup_final."),
  `home_game` BOOL NOT NULL OPTIONS (description = "Whether the team played at home."),
  `won` BOOL OPTIONS (description = "Whether the team won; NULL when the box score does not say."),
  `margin_of_victory` INT64 OPTIONS (description = "Points minus the opponent's; NULL without the opponent's line."),
  `team_minutes` INT64 NOT NULL OPTIONS (description = "Minutes of all its players, rounded by the league: about 240, and 25 more per overtime."),
  `overtime_periods` INT64 OPTIONS (description = "Number of overtimes; NULL when the minutes are too few for a finished game."),
  `points_scored` INT64 NOT NULL OPTIONS (description = "Points."),
  `fg_makes` INT64 NOT NULL OPTIONS (description = "Field goals made, threes included."),
  `fg_attempts` INT64 NOT NULL OPTIONS (description = "Field goals attempted, threes included."),
  `three_pt_makes` INT64 NOT NULL OPTIONS (description = "Three-point field goals made."),
  `three_pt_attempts` INT64 NOT NULL OPTIONS (description = "Three-point field goals attempted."),
  `ft_makes` INT64 NOT NULL OPTIONS (description = "Free throws made."),
  `ft_attempts` INT64 NOT NULL OPTIONS (description = "Free throws attempted."),
  `offensive_rebounds` INT64 NOT NULL OPTIONS (description = "Offensive rebounds."),
  `rebounds` INT64 NOT NULL OPTIONS (description = "Rebounds, offensive and defensive, without team rebounds."),
  `assists` INT64 NOT NULL OPTIONS (description = "Assists."),
  `turnovers` INT64 NOT NULL OPTIONS (description = "Turnovers."),
  `personal_fouls` INT64 NOT NULL OPTIONS (description = "Personal fouls."),
  `possessions` FLOAT64 OPTIONS (description = "Possessions, FGA + 0.44 x FTA + TOV - OREB; NULL when that is not above zero."),
  `pace` FLOAT64 OPTIONS (description = "Possessions per 48 minutes, the mean of both teams'; of its own without the opponent's line."),
  `offensive_rating` FLOAT64 OPTIONS (description = "Points per 100 possessions."),
  `ts_pct` FLOAT64 OPTIONS (description = "True shooting, a ratio."),
  `efg_pct` FLOAT64 OPTIONS (description = "Effective field-goal share, a ratio."),
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
  description = "What one team did with the ball in one final game.",
  require_partition_filter = TRUE
);
