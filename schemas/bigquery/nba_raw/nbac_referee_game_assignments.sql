-- Generated from the table's record by: ./nbaprops schema write
-- Do not edit: change the record and run the command. Checked by: ./nbaprops schema check
-- Written by: fenced replace of a partition.
CREATE TABLE IF NOT EXISTS `${project}.nba_raw.nbac_referee_game_assignments` (
  `game_date` DATE NOT NULL OPTIONS (description = "US Eastern sports day of the game."),
  `game_id` STRING NOT NULL OPTIONS (description = "The league's ten digits."),
  `official_position` INT64 NOT NULL OPTIONS (description = "Place in the league's list of the game's officials, 1 to 4; the fourth is mostly empty."),
  `official_code` INT64 NOT NULL OPTIONS (description = "The league's number of the official, 1 or more."),
  `official_name` STRING NOT NULL OPTIONS (description = "The official's name as the league writes it."),
  `official_jersey_number` STRING OPTIONS (description = "Number on the official's jersey, as text; NULL when not stated."),
  `home_team` STRING NOT NULL OPTIONS (description = "Home team, tricode."),
  `away_team` STRING NOT NULL OPTIONS (description = "Visiting team, tricode."),
  `season` STRING NOT NULL OPTIONS (description = "Season such as 2022-23, from the game id."),
  `season_phase` STRING NOT NULL OPTIONS (description = "preseason, regular, all_star, playoffs, play_in or cup_final, from the game id."),
  `source` STRING NOT NULL OPTIONS (description = "Where the facts come from: an upstream's name for raw rows, the processor's name for computed ones."),
  `as_of` TIMESTAMP NOT NULL OPTIONS (description = "The moment of the game day that the row speaks for, UTC: the capture for raw rows, the run's as-of for computed ones. Since when this content has stood; not compared for change."),
  `run_id` STRING NOT NULL OPTIONS (description = "The run that wrote the row, as in the ledger."),
  `correlation_id` STRING NOT NULL OPTIONS (description = "The chain of runs, from the first trigger on."),
  `written_at` TIMESTAMP NOT NULL OPTIONS (description = "Wall clock at the write, UTC."),
  `token` INT64 NOT NULL OPTIONS (description = "Fencing token of the write."),
  `generation` INT64 NOT NULL OPTIONS (description = "Generation of the unit of work whose content this is."),
  PRIMARY KEY (`game_date`, `game_id`, `official_position`) NOT ENFORCED
)
PARTITION BY `game_date`
CLUSTER BY `official_code`, `home_team`
OPTIONS (
  description = "One official of one game as the league announces the crew on the morning of the day. Rule \"latest\": the newest payload decides the date's partition.",
  require_partition_filter = TRUE
);
