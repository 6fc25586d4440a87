-- Generated from the table's record by: ./nbaprops schema write
-- Do not edit: change the record and run the command. Checked by: ./nbaprops schema check
-- Written by: fenced replace of a partition.
CREATE TABLE IF NOT EXISTS `${project}.nba_raw.nbac_team_boxscore` (
  `game_date` DATE NOT NULL OPTIONS (description = "US Eastern sports day of the game."),
  `game_id` STRING NOT NULL OPTIONS (description = "The league's ten digits."),
  `team` STRING NOT NULL OPTIONS (description = "The team, tricode."),
  `opponent` STRING NOT NULL OPTIONS (description = "The other team, tricode."),
  `is_home` BOOL NOT NULL OPTIONS (description = "Whether the team played at home."),
  `won` BOOL OPTIONS (description = "Whether the team won; NULL while the game is not over."),
  `season` STRING NOT NULL OPTIONS (description = "Season such as 2022-23, from the game id."),
  `season_phase` STRING NOT NULL OPTIONS (description = "preseason, regular, playoffs, play_in or cup_final, from the game id."),
  `minutes` INT64 NOT NULL OPTIONS (description = "Minutes of all its players, as the league adds up rounded minutes: about 240, and 25 more per overtime."),
  `field_goals_made` INT64 NOT NULL OPTIONS (description = "Field goals made, threes included."),
  `field_goals_attempted` INT64 NOT NULL OPTIONS (description = "Field goals attempted, threes included."),
  `three_pointers_made` INT64 NOT NULL OPTIONS (description = "Three-point field goals made."),
  `three_pointers_attempted` INT64 NOT NULL OPTIONS (description = "Three-point field goals attempted."),
  `free_throws_made` INT64 NOT NULL OPTIONS (description = "Free throws made."),
  `free_throws_attempted` INT64 NOT NULL OPTIONS (description = "Free throws attempted."),
  `offensive_rebounds` INT64 NOT NULL OPTIONS (description = "Offensive rebounds."),
  `defensive_rebounds` INT64 NOT NULL OPTIONS (description = "Defensive rebounds."),
  `rebounds` INT64 NOT NULL OPTIONS (description = "Rebounds, offensive and defensive. Team rebounds are not counted."),
  `assists` INT64 NOT NULL OPTIONS (description = "Assists."),
  `steals` INT64 NOT NULL OPTIONS (description = "Steals."),
  `blocks` INT64 NOT NULL OPTIONS (description = "Blocked shots."),
  `turnovers` INT64 NOT NULL OPTIONS (description = "Turnovers. Sum of the players'; team turnovers may come on top."),
  `personal_fouls` INT64 NOT NULL OPTIONS (description = "Personal fouls."),
  `points` INT64 NOT NULL OPTIONS (description = "Points: 2 x field goals made + threes made + free throws made."),
  `plus_minus` INT64 OPTIONS (description = "Margin of the game for the team; NULL when the league does not give it."),
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
  description = "One team's line of one game as the league's game log has it, or else the game's own box score. Rule \"latest\" per game; one source decides a whole game.",
  require_partition_filter = TRUE
);
