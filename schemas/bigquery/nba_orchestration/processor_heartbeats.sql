-- Generated from the table's record by: ./nbaprops schema write
-- Do not edit: change the record and run the command. Checked by: ./nbaprops schema check
-- Written by: append, at least once.
CREATE TABLE IF NOT EXISTS `${project}.nba_orchestration.processor_heartbeats` (
  `beat_date` DATE NOT NULL OPTIONS (description = "US Eastern day of the wall clock."),
  `processor` STRING NOT NULL OPTIONS (description = "The processor, scraper or hand-off."),
  `last_run_ended_at` TIMESTAMP NOT NULL OPTIONS (description = "End of its newest run by the state store's clock, UTC."),
  `last_state` STRING NOT NULL OPTIONS (description = "How the newest run ended."),
  `last_unit` STRING NOT NULL OPTIONS (description = "Unit of the newest run."),
  `runs` INT64 NOT NULL OPTIONS (description = "Runs since the heartbeat before."),
  `failed` INT64 NOT NULL OPTIONS (description = "Those of them that failed."),
  `source` STRING NOT NULL OPTIONS (description = "Where the facts come from: an upstream's name for raw rows, the processor's name for computed ones."),
  `as_of` TIMESTAMP NOT NULL OPTIONS (description = "The moment of the game day that the row speaks for, UTC: the capture for raw rows, the run's as-of for computed ones. Since when this content has stood; not compared for change."),
  `run_id` STRING NOT NULL OPTIONS (description = "The run that wrote the row, as in the ledger."),
  `correlation_id` STRING NOT NULL OPTIONS (description = "The chain of runs, from the first trigger on."),
  `written_at` TIMESTAMP NOT NULL OPTIONS (description = "Wall clock at the write, UTC."),
  `token` INT64 NOT NULL OPTIONS (description = "Fencing token of the write."),
  `generation` INT64 NOT NULL OPTIONS (description = "Generation of the unit of work whose content this is."),
  PRIMARY KEY (`beat_date`, `processor`, `last_run_ended_at`) NOT ENFORCED
)
PARTITION BY `beat_date`
OPTIONS (
  description = "A sign of life: the newest run of a processor among those that one export found, and how many there were.",
  require_partition_filter = TRUE
);
