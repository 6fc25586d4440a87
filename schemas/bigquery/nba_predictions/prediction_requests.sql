-- Generated from the table's record by: ./nbaprops schema write
-- Do not edit: change the record and run the command. Checked by: ./nbaprops schema check
-- Written by: fenced replace of a partition.
CREATE TABLE IF NOT EXISTS `${project}.nba_predictions.prediction_requests` (
  `game_date` DATE NOT NULL OPTIONS (description = "US Eastern sports day of the game."),
  `game_id` STRING NOT NULL OPTIONS (description = "The league's ten digits."),
  `home_team` STRING NOT NULL OPTIONS (description = "Home team, tricode."),
  `away_team` STRING NOT NULL OPTIONS (description = "Visiting team, tricode."),
  `tip_off` TIMESTAMP NOT NULL OPTIONS (description = "Start of the game, UTC."),
  `candidates` INT64 NOT NULL OPTIONS (description = "Players with a feature row in the game."),
  `candidates_ready` INT64 NOT NULL OPTIONS (description = "Players whose required features are all there."),
  `candidates_with_line` INT64 NOT NULL OPTIONS (description = "Players with a points line."),
  `source` STRING NOT NULL OPTIONS (description = "Where the facts come from: an upstream's name for raw rows, the processor's name for computed ones."),
  `as_of` TIMESTAMP NOT NULL OPTIONS (description = "The moment of the game day that the row speaks for, UTC: the capture for raw rows, the run's as-of for computed ones. Since when this content has stood; not compared for change."),
  `run_id` STRING NOT NULL OPTIONS (description = "The run that wrote the row, as in the ledger."),
  `correlation_id` STRING NOT NULL OPTIONS (description = "The chain of runs, from the first trigger on."),
  `written_at` TIMESTAMP NOT NULL OPTIONS (description = "Wall clock at the write, UTC."),
  `token` INT64 NOT NULL OPTIONS (description = "Fencing token of the write."),
  `generation` INT64 NOT NULL OPTIONS (description = "Generation of the unit of work whose content this is."),
  PRIMARY KEY (`game_date`, `game_id`) NOT ENFORCED
)
PARTITION BY `game_date`
OPTIONS (
  description = "One game that predictions are made for: what the coordinator asks the workers to do. Each row is a unit of work of prediction_staging.",
  require_partition_filter = TRUE
);
