-- Generated from the table's record by: ./nbaprops schema write
-- Do not edit: change the record and run the command. Checked by: ./nbaprops schema check
-- Written by: append, at least once.
CREATE TABLE IF NOT EXISTS `${project}.nba_orchestration.phase_status` (
  `game_date` DATE NOT NULL OPTIONS (description = "US Eastern sports day."),
  `phase` INT64 NOT NULL OPTIONS (description = "The phase."),
  `observed_at` TIMESTAMP NOT NULL OPTIONS (description = "When it was compared, wall clock, UTC."),
  `status` STRING NOT NULL OPTIONS (description = "The state that wants attention first: Failed, Blocked, Overdue, Running, Expected, Degraded, Complete, EmptyOk, NotDue."),
  `not_due` INT64 NOT NULL OPTIONS (description = "Outputs not due yet."),
  `expected` INT64 NOT NULL OPTIONS (description = "Outputs that are due and not late."),
  `running` INT64 NOT NULL OPTIONS (description = "Outputs that a run is making."),
  `complete` INT64 NOT NULL OPTIONS (description = "Outputs that are there."),
  `empty_ok` INT64 NOT NULL OPTIONS (description = "Outputs that are rightly empty."),
  `degraded` INT64 NOT NULL OPTIONS (description = "Outputs with something missing."),
  `failed` INT64 NOT NULL OPTIONS (description = "Outputs whose last run failed."),
  `blocked` INT64 NOT NULL OPTIONS (description = "Outputs behind a closed gate."),
  `overdue` INT64 NOT NULL OPTIONS (description = "Outputs that are late."),
  `source` STRING NOT NULL OPTIONS (description = "Where the facts come from: an upstream's name for raw rows, the processor's name for computed ones."),
  `as_of` TIMESTAMP NOT NULL OPTIONS (description = "The moment of the game day that the row speaks for, UTC: the capture for raw rows, the run's as-of for computed ones. Since when this content has stood; not compared for change."),
  `run_id` STRING NOT NULL OPTIONS (description = "The run that wrote the row, as in the ledger."),
  `correlation_id` STRING NOT NULL OPTIONS (description = "The chain of runs, from the first trigger on."),
  `written_at` TIMESTAMP NOT NULL OPTIONS (description = "Wall clock at the write, UTC."),
  `token` INT64 NOT NULL OPTIONS (description = "Fencing token of the write."),
  `generation` INT64 NOT NULL OPTIONS (description = "Generation of the unit of work whose content this is."),
  PRIMARY KEY (`game_date`, `phase`, `observed_at`) NOT ENFORCED
)
PARTITION BY `game_date`
OPTIONS (
  description = "How a phase of a date stood when it had last changed: the expected outputs by state. Written when a figure changes, never repeated.",
  require_partition_filter = TRUE
);
