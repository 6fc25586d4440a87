-- Generated from the table's record by: ./nbaprops schema write
-- Do not edit: change the record and run the command. Checked by: ./nbaprops schema check
-- Written by: fenced replace of a partition.
CREATE TABLE IF NOT EXISTS `${project}.nba_raw.nbac_player_movement` (
  `transaction_date` DATE NOT NULL OPTIONS (description = "Day of the transaction as the league dates it."),
  `line_id` STRING NOT NULL OPTIONS (description = "Hash of all that the league states of the line, 32 hexadecimal digits: lines have no id of their own."),
  `transaction_type` STRING NOT NULL OPTIONS (description = "Kind as the league writes it: Signing, Waive, Trade, ContractConverted, AwardOnWaivers."),
  `transaction_group` STRING NOT NULL OPTIONS (description = "The transaction that the line is part of, such as \"Trade 2023014\": a trade's lines share it."),
  `team` STRING NOT NULL OPTIONS (description = "The team that the league files the line under, tricode."),
  `player_id` INT64 OPTIONS (description = "The league's person id; NULL when the line is of a draft pick, cash or other rights."),
  `player_slug` STRING OPTIONS (description = "The player's name in the league's addresses, such as luka-doncic; NULL when not stated."),
  `description` STRING NOT NULL OPTIONS (description = "The line in the league's words."),
  `additional_sort` INT64 OPTIONS (description = "The league's further number for sorting; NULL when not stated."),
  `season` STRING NOT NULL OPTIONS (description = "Season that the day falls in, such as 2025-26; days between two seasons count to the one that ended."),
  `source` STRING NOT NULL OPTIONS (description = "Where the facts come from: an upstream's name for raw rows, the processor's name for computed ones."),
  `as_of` TIMESTAMP NOT NULL OPTIONS (description = "The moment of the game day that the row speaks for, UTC: the capture for raw rows, the run's as-of for computed ones. Since when this content has stood; not compared for change."),
  `run_id` STRING NOT NULL OPTIONS (description = "The run that wrote the row, as in the ledger."),
  `correlation_id` STRING NOT NULL OPTIONS (description = "The chain of runs, from the first trigger on."),
  `written_at` TIMESTAMP NOT NULL OPTIONS (description = "Wall clock at the write, UTC."),
  `token` INT64 NOT NULL OPTIONS (description = "Fencing token of the write."),
  `generation` INT64 NOT NULL OPTIONS (description = "Generation of the unit of work whose content this is."),
  PRIMARY KEY (`transaction_date`, `line_id`) NOT ENFORCED
)
PARTITION BY `transaction_date`
CLUSTER BY `player_id`, `team`, `transaction_type`
OPTIONS (
  description = "One line of a transaction: a signing, a waiver, or one player or right that changes its team in a trade. Rule \"latest\": the newest payload decides the date's partition.",
  require_partition_filter = TRUE
);
