-- Generated from the table's record by: ./nbaprops schema write
-- Do not edit: change the record and run the command. Checked by: ./nbaprops schema check
-- Written by: fenced replace of a partition.
CREATE TABLE IF NOT EXISTS `${project}.nba_raw.nbac_player_list_current` (
  `game_date` DATE NOT NULL OPTIONS (description = "US Eastern sports day that the list was captured for; the list itself states none."),
  `player_id` INT64 NOT NULL OPTIONS (description = "The league's person id."),
  `player_name` STRING NOT NULL OPTIONS (description = "First name and last name as the league writes them."),
  `name_key` STRING NOT NULL OPTIONS (description = "The name as a key: lower case, without marks, punctuation and suffix."),
  `player_slug` STRING OPTIONS (description = "The name in the league's addresses, such as luka-doncic; NULL when not stated."),
  `team` STRING OPTIONS (description = "His team, tricode; NULL for a free agent."),
  `season` STRING NOT NULL OPTIONS (description = "Season that the list is of, such as 2025-26."),
  `on_roster` BOOL OPTIONS (description = "Whether the league counts him to its rosters; NULL when not stated."),
  `jersey_number` STRING OPTIONS (description = "Number on his jersey, as text (\"00\" is not \"0\"); NULL when he has none."),
  `position` STRING OPTIONS (description = "G, F, C or two of them, first the main one: \"G-F\"; NULL when not stated."),
  `height_inches` INT64 OPTIONS (description = "Height, inches; NULL when not stated."),
  `weight_pounds` INT64 OPTIONS (description = "Weight, pounds; NULL when not stated."),
  `college` STRING OPTIONS (description = "College or last club before the league; NULL when not stated."),
  `country` STRING OPTIONS (description = "Country; NULL when not stated."),
  `draft_year` INT64 OPTIONS (description = "Year of the draft; NULL when not stated, also for most of those who were not drafted."),
  `draft_round` INT64 OPTIONS (description = "Round of the draft; NULL for who was not drafted."),
  `draft_number` INT64 OPTIONS (description = "Number of the pick in the draft, over all rounds; NULL for who was not drafted."),
  `from_year` INT64 OPTIONS (description = "Calendar year in which his first season began; NULL when not stated."),
  `to_year` INT64 OPTIONS (description = "Calendar year in which his latest season began; NULL when not stated."),
  `source` STRING NOT NULL OPTIONS (description = "Where the facts come from: an upstream's name for raw rows, the processor's name for computed ones."),
  `as_of` TIMESTAMP NOT NULL OPTIONS (description = "The moment of the game day that the row speaks for, UTC: the capture for raw rows, the run's as-of for computed ones. Since when this content has stood; not compared for change."),
  `run_id` STRING NOT NULL OPTIONS (description = "The run that wrote the row, as in the ledger."),
  `correlation_id` STRING NOT NULL OPTIONS (description = "The chain of runs, from the first trigger on."),
  `written_at` TIMESTAMP NOT NULL OPTIONS (description = "Wall clock at the write, UTC."),
  `token` INT64 NOT NULL OPTIONS (description = "Fencing token of the write."),
  `generation` INT64 NOT NULL OPTIONS (description = "Generation of the unit of work whose content this is."),
  PRIMARY KEY (`game_date`, `player_id`) NOT ENFORCED
)
PARTITION BY `game_date`
CLUSTER BY `name_key`, `team`
OPTIONS (
  description = "One player as the league's list of players shows him on a day. Rule \"latest\": the newest list captured for the date decides its partition.",
  require_partition_filter = TRUE
);
