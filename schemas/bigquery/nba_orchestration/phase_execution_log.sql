-- Generated from the table's record by: ./nbaprops schema write
-- Do not edit: change the record and run the command. Checked by: ./nbaprops schema check
-- Written by: append, at least once.
CREATE TABLE IF NOT EXISTS `${project}.nba_orchestration.phase_execution_log` (
  `game_date` DATE NOT NULL OPTIONS (description = "US Eastern sports day that the run worked on."),
  `execution_id` STRING NOT NULL OPTIONS (description = "The run: derived from unit and token. Another column than lineage's run_id, which is the export's."),
  `processor` STRING NOT NULL OPTIONS (description = "The processor, scraper or hand-off."),
  `phase` INT64 NOT NULL OPTIONS (description = "The phase."),
  `game_id` STRING OPTIONS (description = "The game, for units per game; NULL for the whole date."),
  `state` STRING NOT NULL OPTIONS (description = "Succeeded, NoData, Degraded, Blocked or Failed."),
  `reason` STRING NOT NULL OPTIONS (description = "Why it ended so, in a sentence."),
  `fault` STRING OPTIONS (description = "Transient, Permanent or Defect for failed runs; NULL for others."),
  `output_rows` INT64 NOT NULL OPTIONS (description = "Rows or captures of the output after the run."),
  `counts` STRING OPTIONS (description = "What the run counted besides its rows, such as errors by section of the gamebooks: name=count, parted by \"; \". NULL when it counted nothing."),
  `wrote` BOOL NOT NULL OPTIONS (description = "Whether the run wrote."),
  `unit_generation` INT64 NOT NULL OPTIONS (description = "Generation of the unit after the run."),
  `fencing_token` INT64 NOT NULL OPTIONS (description = "Fencing token of the run."),
  `asked_by` STRING NOT NULL OPTIONS (description = "What asked for the run: a hint's kind and sender."),
  `chain_id` STRING NOT NULL OPTIONS (description = "The chain of runs that it belongs to."),
  `instance` STRING NOT NULL OPTIONS (description = "Name and process of the service that ran it."),
  `started_at` TIMESTAMP NOT NULL OPTIONS (description = "Beginning by the state store's clock, UTC."),
  `ended_at` TIMESTAMP NOT NULL OPTIONS (description = "End by the state store's clock, UTC."),
  `source` STRING NOT NULL OPTIONS (description = "Where the facts come from: an upstream's name for raw rows, the processor's name for computed ones."),
  `as_of` TIMESTAMP NOT NULL OPTIONS (description = "The moment of the game day that the row speaks for, UTC: the capture for raw rows, the run's as-of for computed ones. Since when this content has stood; not compared for change."),
  `run_id` STRING NOT NULL OPTIONS (description = "The run that wrote the row, as in the ledger."),
  `correlation_id` STRING NOT NULL OPTIONS (description = "The chain of runs, from the first trigger on."),
  `written_at` TIMESTAMP NOT NULL OPTIONS (description = "Wall clock at the write, UTC."),
  `token` INT64 NOT NULL OPTIONS (description = "Fencing token of the write."),
  `generation` INT64 NOT NULL OPTIONS (description = "Generation of the unit of work whose content this is."),
  PRIMARY KEY (`game_date`, `execution_id`) NOT ENFORCED
)
PARTITION BY `game_date`
CLUSTER BY `processor`
OPTIONS (
  description = "One run that has ended, as the ledger has it. At least once: rows of one run_id are one run.",
  require_partition_filter = TRUE
);
