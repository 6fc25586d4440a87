-- Generated from the table's record by: ./nbaprops schema write
-- Do not edit: change the record and run the command. Checked by: ./nbaprops schema check
-- Written by: append, at least once.
CREATE TABLE IF NOT EXISTS `${project}.nba_orchestration.pipeline_event_log` (
  `event_date` DATE NOT NULL OPTIONS (description = "US Eastern day of the wall clock on which it was handled."),
  `message_id` STRING NOT NULL OPTIONS (description = "The bus's id."),
  `instance` STRING NOT NULL OPTIONS (description = "The service instance that handled it: a topic's subscriptions each deliver the message."),
  `kind` STRING OPTIONS (description = "Look or Completed; NULL for what is no hint."),
  `unit` STRING OPTIONS (description = "The unit that it names; NULL for what is no hint."),
  `chain_id` STRING OPTIONS (description = "The chain of runs; NULL where it began none."),
  `origin` STRING OPTIONS (description = "Who sent it: a run, the scheduler, the tick, an operator; NULL where it does not say."),
  `delivery_attempt` INT64 OPTIONS (description = "Which delivery it was, from 1; NULL where the bus does not say."),
  `disposition` STRING NOT NULL OPTIONS (description = "Done, Retry or Malformed."),
  `outcome` STRING NOT NULL OPTIONS (description = "What came of each unit that was looked at, or what was wrong."),
  `handled_at` TIMESTAMP NOT NULL OPTIONS (description = "When it had been handled, wall clock, UTC."),
  `source` STRING NOT NULL OPTIONS (description = "Where the facts come from: an upstream's name for raw rows, the processor's name for computed ones."),
  `as_of` TIMESTAMP NOT NULL OPTIONS (description = "The moment of the game day that the row speaks for, UTC: the capture for raw rows, the run's as-of for computed ones. Since when this content has stood; not compared for change."),
  `run_id` STRING NOT NULL OPTIONS (description = "The run that wrote the row, as in the ledger."),
  `correlation_id` STRING NOT NULL OPTIONS (description = "The chain of runs, from the first trigger on."),
  `written_at` TIMESTAMP NOT NULL OPTIONS (description = "Wall clock at the write, UTC."),
  `token` INT64 NOT NULL OPTIONS (description = "Fencing token of the write."),
  `generation` INT64 NOT NULL OPTIONS (description = "Generation of the unit of work whose content this is."),
  PRIMARY KEY (`event_date`, `message_id`, `instance`) NOT ENFORCED
)
PARTITION BY `event_date`
CLUSTER BY `unit`
OPTIONS (
  description = "One message that a service was handed, with what came of its newest delivery. At least once: rows of one message_id are one message.",
  require_partition_filter = TRUE
);
