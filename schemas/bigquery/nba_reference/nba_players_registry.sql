-- Generated from the table's record by: ./nbaprops schema write
-- Do not edit: change the record and run the command. Checked by: ./nbaprops schema check
-- Written by: fenced replace of a partition.
CREATE TABLE IF NOT EXISTS `${project}.nba_reference.nba_players_registry` (
  `game_date` DATE NOT NULL OPTIONS (description = "US Eastern sports day of the appearance."),
  `player_id` INT64 NOT NULL OPTIONS (description = "The league's person id."),
  `team` STRING NOT NULL OPTIONS (description = "Team he appeared for, tricode."),
  `player_name` STRING NOT NULL OPTIONS (description = "His name as the league wrote it on that date."),
  `name_key` STRING NOT NULL OPTIONS (description = "The name as a key: lower case, without marks, punctuation and suffix."),
  `source` STRING NOT NULL OPTIONS (description = "Where the facts come from: an upstream's name for raw rows, the processor's name for computed ones."),
  `as_of` TIMESTAMP NOT NULL OPTIONS (description = "The moment of the game day that the row speaks for, UTC: the capture for raw rows, the run's as-of for computed ones. Since when this content has stood; not compared for change."),
  `run_id` STRING NOT NULL OPTIONS (description = "The run that wrote the row, as in the ledger."),
  `correlation_id` STRING NOT NULL OPTIONS (description = "The chain of runs, from the first trigger on."),
  `written_at` TIMESTAMP NOT NULL OPTIONS (description = "Wall clock at the write, UTC."),
  `token` INT64 NOT NULL OPTIONS (description = "Fencing token of the write."),
  `generation` INT64 NOT NULL OPTIONS (description = "Generation of the unit of work whose content this is."),
  PRIMARY KEY (`game_date`, `player_id`, `team`) NOT ENFORCED
)
PARTITION BY `game_date`
CLUSTER BY `name_key`
OPTIONS (
  description = "Who appeared in a box score of the date, for whom, under which name. A reader folds the dates before its own: point in time.",
  require_partition_filter = TRUE
);
