-- Generated from the table's record by: ./nbaprops schema write
-- Do not edit: change the record and run the command. Checked by: ./nbaprops schema check
-- Written by: fenced replace of a partition.
CREATE TABLE IF NOT EXISTS `${project}.nba_raw.nbac_injury_report` (
  `game_date` DATE NOT NULL OPTIONS (description = "US Eastern sports day of the game."),
  `team` STRING NOT NULL OPTIONS (description = "The player's team, tricode."),
  `name_key` STRING NOT NULL OPTIONS (description = "The player's name as a key: lower case, without marks, punctuation and suffix."),
  `report_at` TIMESTAMP NOT NULL OPTIONS (description = "The moment in the report's title, UTC; of a stand-in, which states none, when it was captured."),
  `game_id` STRING OPTIONS (description = "The league's ten digits, from the schedule by date and teams; NULL when it lists no such game."),
  `game_time` STRING OPTIONS (description = "Start as written, such as 07:30: Eastern time on a clock of twelve hours without am and pm, hence no instant. NULL of a stand-in."),
  `away_team` STRING NOT NULL OPTIONS (description = "Visiting team, tricode."),
  `home_team` STRING NOT NULL OPTIONS (description = "Home team, tricode."),
  `player_id` INT64 OPTIONS (description = "The league's person id; NULL while the name is not resolved."),
  `player_name` STRING NOT NULL OPTIONS (description = "The player's name as written: by the league last name first, \"Duke Jr., David\"."),
  `injury_status` STRING NOT NULL OPTIONS (description = "available, probable, questionable, doubtful or out; of a stand-in also day_to_day, which is none of the league's words."),
  `reason` STRING OPTIONS (description = "Why, as written; NULL when no reason is given."),
  `reason_category` STRING OPTIONS (description = "injury_illness, g_league, rest, personal, suspension, trade, not_with_team or other; NULL without a reason and of a stand-in."),
  `source` STRING NOT NULL OPTIONS (description = "Where the facts come from: an upstream's name for raw rows, the processor's name for computed ones."),
  `as_of` TIMESTAMP NOT NULL OPTIONS (description = "The moment of the game day that the row speaks for, UTC: the capture for raw rows, the run's as-of for computed ones. Since when this content has stood; not compared for change."),
  `run_id` STRING NOT NULL OPTIONS (description = "The run that wrote the row, as in the ledger."),
  `correlation_id` STRING NOT NULL OPTIONS (description = "The chain of runs, from the first trigger on."),
  `written_at` TIMESTAMP NOT NULL OPTIONS (description = "Wall clock at the write, UTC."),
  `token` INT64 NOT NULL OPTIONS (description = "Fencing token of the write."),
  `generation` INT64 NOT NULL OPTIONS (description = "Generation of the unit of work whose content this is."),
  PRIMARY KEY (`game_date`, `team`, `name_key`, `report_at`) NOT ENFORCED
)
PARTITION BY `game_date`
CLUSTER BY `team`, `name_key`, `injury_status`
OPTIONS (
  description = "One player of one of the league's injury reports, or of a list that stands in for it (source). Rule \"accumulate\": every report adds its rows, so that the status of any moment can be asked for.",
  require_partition_filter = TRUE
);
