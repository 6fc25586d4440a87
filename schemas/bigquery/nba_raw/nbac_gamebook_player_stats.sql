-- Generated from the table's record by: ./nbaprops schema write
-- Do not edit: change the record and run the command. Checked by: ./nbaprops schema check
-- Written by: fenced replace of a partition.
CREATE TABLE IF NOT EXISTS `${project}.nba_raw.nbac_gamebook_player_stats` (
  `game_date` DATE NOT NULL OPTIONS (description = "US Eastern sports day of the game."),
  `game_id` STRING NOT NULL OPTIONS (description = "The league's ten digits."),
  `team` STRING NOT NULL OPTIONS (description = "The player's team, tricode."),
  `name_key` STRING NOT NULL OPTIONS (description = "His name as a key; of an inactive player the resolved player's, or the last name alone while he is not resolved."),
  `opponent` STRING NOT NULL OPTIONS (description = "The other team, tricode."),
  `is_home` BOOL NOT NULL OPTIONS (description = "Whether his team played at home."),
  `season` STRING NOT NULL OPTIONS (description = "Season such as 2022-23, from the game id."),
  `quality` STRING NOT NULL OPTIONS (description = "gold: from the gamebook; silver: from the box score, without those who did not play."),
  `player_name` STRING NOT NULL OPTIONS (description = "His name as the gamebook writes it; of an inactive player the last name alone, with its suffix."),
  `player_status` STRING NOT NULL OPTIONS (description = "active, dnp (did not play), dnd (did not dress), nwt (not with the team) or inactive."),
  `player_id` INT64 OPTIONS (description = "The league's person id; NULL while the name is not resolved."),
  `name_resolution_status` STRING NOT NULL OPTIONS (description = "resolved, ambiguous (several players may be meant) or not_found."),
  `name_resolution_confidence` FLOAT64 OPTIONS (description = "How sure the answer is, 0 to 1; NULL when nobody was found."),
  `name_resolution_method` STRING OPTIONS (description = "What told: box_score (the game's lists him under the name), full_name (of earlier games), roster, suffix, injury_list or alias (an operator's); NULL when nothing did."),
  `jersey_number` STRING OPTIONS (description = "The number on his shirt, \"00\" and \"0\" being two; NULL for an inactive player and in silver rows."),
  `position` STRING OPTIONS (description = "F, C or G of a starter; NULL for others and in silver rows."),
  `reason` STRING OPTIONS (description = "Why he did not play, as written; NULL for active players and where no reason is given."),
  `reason_category` STRING OPTIONS (description = "injury_illness, g_league, rest, personal, suspension, trade, not_with_team or other; NULL without a reason."),
  `seconds_played` INT64 OPTIONS (description = "Playing time in seconds; this and all counts are NULL for players who are not active. NULL in silver rows, whose source may round to whole minutes."),
  `field_goals_made` INT64 OPTIONS (description = "Field goals made, threes included."),
  `field_goals_attempted` INT64 OPTIONS (description = "Field goals attempted, threes included."),
  `three_pointers_made` INT64 OPTIONS (description = "Three-point field goals made."),
  `three_pointers_attempted` INT64 OPTIONS (description = "Three-point field goals attempted."),
  `free_throws_made` INT64 OPTIONS (description = "Free throws made."),
  `free_throws_attempted` INT64 OPTIONS (description = "Free throws attempted."),
  `offensive_rebounds` INT64 OPTIONS (description = "Offensive rebounds."),
  `defensive_rebounds` INT64 OPTIONS (description = "Defensive rebounds."),
  `rebounds` INT64 OPTIONS (description = "Rebounds, offensive and defensive."),
  `assists` INT64 OPTIONS (description = "Assists."),
  `personal_fouls` INT64 OPTIONS (description = "Personal fouls."),
  `steals` INT64 OPTIONS (description = "Steals."),
  `turnovers` INT64 OPTIONS (description = "Turnovers."),
  `blocks` INT64 OPTIONS (description = "Blocked shots."),
  `plus_minus` INT64 OPTIONS (description = "Margin of the team while he was on court."),
  `points` INT64 OPTIONS (description = "Points."),
  `source` STRING NOT NULL OPTIONS (description = "Where the facts come from: an upstream's name for raw rows, the processor's name for computed ones."),
  `as_of` TIMESTAMP NOT NULL OPTIONS (description = "The moment of the game day that the row speaks for, UTC: the capture for raw rows, the run's as-of for computed ones. Since when this content has stood; not compared for change."),
  `run_id` STRING NOT NULL OPTIONS (description = "The run that wrote the row, as in the ledger."),
  `correlation_id` STRING NOT NULL OPTIONS (description = "The chain of runs, from the first trigger on."),
  `written_at` TIMESTAMP NOT NULL OPTIONS (description = "Wall clock at the write, UTC."),
  `token` INT64 NOT NULL OPTIONS (description = "Fencing token of the write."),
  `generation` INT64 NOT NULL OPTIONS (description = "Generation of the unit of work whose content this is."),
  PRIMARY KEY (`game_date`, `game_id`, `team`, `name_key`) NOT ENFORCED
)
PARTITION BY `game_date`
CLUSTER BY `team`, `player_status`, `name_resolution_status`
OPTIONS (
  description = "One player whom a gamebook lists: with counts, without having played, or inactive. Rule \"latest\" per game. A game whose gamebook is missing has the box score's players instead, who are all active; source is then the box score's.",
  require_partition_filter = TRUE
);
