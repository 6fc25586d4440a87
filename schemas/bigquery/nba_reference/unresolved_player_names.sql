-- Generated from the table's record by: ./nbaprops schema write
-- Do not edit: change the record and run the command. Checked by: ./nbaprops schema check
-- Written by: fenced replace of a partition.
CREATE TABLE IF NOT EXISTS `${project}.nba_reference.unresolved_player_names` (
  `game_date` DATE NOT NULL OPTIONS (description = "US Eastern sports day of the game."),
  `name_source` STRING NOT NULL OPTIONS (description = "Who wrote the name: an upstream such as odds_api."),
  `name_key` STRING NOT NULL OPTIONS (description = "The name as a key: lower case, without marks, punctuation and suffix."),
  `game_id` STRING NOT NULL OPTIONS (description = "The game in which it stands, the league's ten digits."),
  `player_name` STRING NOT NULL OPTIONS (description = "The name as the source writes it; the first spelling in ordinal order when there are several."),
  `home_team` STRING NOT NULL OPTIONS (description = "Home team of the game, tricode."),
  `away_team` STRING NOT NULL OPTIONS (description = "Visiting team of the game, tricode."),
  `reason` STRING NOT NULL OPTIONS (description = "unknown: nobody seen under this name; ambiguous: several were; not_seen: its alias names a player who had not appeared before the date."),
  `occurrences` INT64 NOT NULL OPTIONS (description = "How often the source writes the name in this game: lines of props, of injury lists, of rosters."),
  `source` STRING NOT NULL OPTIONS (description = "Where the facts come from: an upstream's name for raw rows, the processor's name for computed ones."),
  `as_of` TIMESTAMP NOT NULL OPTIONS (description = "The moment of the game day that the row speaks for, UTC: the capture for raw rows, the run's as-of for computed ones. Since when this content has stood; not compared for change."),
  `run_id` STRING NOT NULL OPTIONS (description = "The run that wrote the row, as in the ledger."),
  `correlation_id` STRING NOT NULL OPTIONS (description = "The chain of runs, from the first trigger on."),
  `written_at` TIMESTAMP NOT NULL OPTIONS (description = "Wall clock at the write, UTC."),
  `token` INT64 NOT NULL OPTIONS (description = "Fencing token of the write."),
  `generation` INT64 NOT NULL OPTIONS (description = "Generation of the unit of work whose content this is."),
  PRIMARY KEY (`game_date`, `name_source`, `name_key`, `game_id`) NOT ENFORCED
)
PARTITION BY `game_date`
OPTIONS (
  description = "A name in a source of the date (props, injury lists, rosters, box scores, inactive players) that does not resolve to one player: for a person to review, never for a guess.",
  require_partition_filter = TRUE
);
