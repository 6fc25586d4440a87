-- Generated from the table's record by: ./nbaprops schema write
-- Do not edit: change the record and run the command. Checked by: ./nbaprops schema check
-- Written by: append, at least once.
CREATE TABLE IF NOT EXISTS `${project}.nba_orchestration.upstream_credits` (
  `called_on` DATE NOT NULL OPTIONS (description = "US Eastern day of the wall clock at the call."),
  `call_id` STRING NOT NULL OPTIONS (description = "The call."),
  `upstream` STRING NOT NULL OPTIONS (description = "Name of the source's section in the configuration."),
  `url` STRING NOT NULL OPTIONS (description = "What was asked, without the key."),
  `status` INT64 NOT NULL OPTIONS (description = "The answer's HTTP status."),
  `credits_last` INT64 OPTIONS (description = "Credits that the call cost; NULL when the source did not say."),
  `credits_used` INT64 OPTIONS (description = "Credits used since the source began to count anew; NULL when it did not say."),
  `credits_remaining` INT64 OPTIONS (description = "Credits left until it does; NULL when it did not say."),
  `exhausted` BOOL NOT NULL OPTIONS (description = "Whether the source refused the call because none are left."),
  `called_at` TIMESTAMP NOT NULL OPTIONS (description = "When it was sent, wall clock, UTC."),
  `answered_at` TIMESTAMP NOT NULL OPTIONS (description = "When the answer began to come, wall clock, UTC."),
  `source` STRING NOT NULL OPTIONS (description = "Where the facts come from: an upstream's name for raw rows, the processor's name for computed ones."),
  `as_of` TIMESTAMP NOT NULL OPTIONS (description = "The moment of the game day that the row speaks for, UTC: the capture for raw rows, the run's as-of for computed ones. Since when this content has stood; not compared for change."),
  `run_id` STRING NOT NULL OPTIONS (description = "The run that wrote the row, as in the ledger."),
  `correlation_id` STRING NOT NULL OPTIONS (description = "The chain of runs, from the first trigger on."),
  `written_at` TIMESTAMP NOT NULL OPTIONS (description = "Wall clock at the write, UTC."),
  `token` INT64 NOT NULL OPTIONS (description = "Fencing token of the write."),
  `generation` INT64 NOT NULL OPTIONS (description = "Generation of the unit of work whose content this is."),
  PRIMARY KEY (`called_on`, `call_id`) NOT ENFORCED
)
PARTITION BY `called_on`
CLUSTER BY `upstream`
OPTIONS (
  description = "One request that a source which counts credits has answered, be the answer of use or not. At least once: rows of one call_id are one call.",
  require_partition_filter = TRUE
);
