-- Generated from the table's record by: ./nbaprops schema write
-- Do not edit: change the record and run the command. Checked by: ./nbaprops schema check
-- Written by: fenced replace of a partition.
CREATE TABLE IF NOT EXISTS `${project}.nba_raw.nbac_referee_replay_center` (
  `game_date` DATE NOT NULL OPTIONS (description = "US Eastern sports day of the games."),
  `official_code` INT64 NOT NULL OPTIONS (description = "The league's number of the official, 1 or more."),
  `official_name` STRING NOT NULL OPTIONS (description = "The official's name as the league writes it."),
  `source` STRING NOT NULL OPTIONS (description = "Where the facts come from: an upstream's name for raw rows, the processor's name for computed ones."),
  `as_of` TIMESTAMP NOT NULL OPTIONS (description = "The moment of the game day that the row speaks for, UTC: the capture for raw rows, the run's as-of for computed ones. Since when this content has stood; not compared for change."),
  `run_id` STRING NOT NULL OPTIONS (description = "The run that wrote the row, as in the ledger."),
  `correlation_id` STRING NOT NULL OPTIONS (description = "The chain of runs, from the first trigger on."),
  `written_at` TIMESTAMP NOT NULL OPTIONS (description = "Wall clock at the write, UTC."),
  `token` INT64 NOT NULL OPTIONS (description = "Fencing token of the write."),
  `generation` INT64 NOT NULL OPTIONS (description = "Generation of the unit of work whose content this is."),
  PRIMARY KEY (`game_date`, `official_code`) NOT ENFORCED
)
PARTITION BY `game_date`
CLUSTER BY `official_code`
OPTIONS (
  description = "One official who is at the league's replay centre for a day's games. Rule \"latest\": the newest payload decides the date's partition.",
  require_partition_filter = TRUE
);
