-- Generated from the table's record by: ./nbaprops schema write
-- Do not edit: change the record and run the command. Checked by: ./nbaprops schema check
-- Written by: fenced replace of a partition.
CREATE TABLE IF NOT EXISTS `${project}.nba_raw.nbac_schedule` (
  `game_date` DATE NOT NULL OPTIONS (description = "US Eastern sports day of the game."),
  `game_id` STRING NOT NULL OPTIONS (description = "The league's ten digits."),
  `season` STRING NOT NULL OPTIONS (description = "Season such as 2022-23, from the game id."),
  `season_phase` STRING NOT NULL OPTIONS (description = "preseason, regular, all_star, playoffs, play_in or cup_final, from the game id."),
  `game_status` INT64 NOT NULL OPTIONS (description = "1 scheduled, 2 live, 3 final."),
  `game_status_text` STRING NOT NULL OPTIONS (description = "Status as the league writes it: \"7:30 pm ET\", \"Q3 4:12\", \"Final/OT\", \"PPD\", \"TBD\"."),
  `home_team` STRING NOT NULL OPTIONS (description = "Home team, tricode."),
  `away_team` STRING NOT NULL OPTIONS (description = "Visiting team, tricode."),
  `home_score` INT64 OPTIONS (description = "Points of the home team; NULL until the game is final."),
  `away_score` INT64 OPTIONS (description = "Points of the visiting team; NULL until the game is final."),
  `tip_off` TIMESTAMP NOT NULL OPTIONS (description = "Start of the game, UTC; noon Eastern of the date when the schedule states none. As stated before the start."),
  `tip_off_assumed` BOOL NOT NULL OPTIONS (description = "Whether the schedule states no start (midnight Eastern), so that tip_off is assumed and differences to it mean nothing."),
  `postponed` BOOL NOT NULL OPTIONS (description = "Whether the league has postponed the game without listing a new date."),
  `home_games_before` INT64 NOT NULL OPTIONS (description = "Games of the home team that the schedule lists for earlier dates of the season: regular season, play-in and play-offs, postponed ones left out."),
  `away_games_before` INT64 NOT NULL OPTIONS (description = "Games of the visiting team that the schedule lists for earlier dates of the season, counted alike."),
  `neutral_site` BOOL NOT NULL OPTIONS (description = "Whether the game is played at a neutral site."),
  `arena_name` STRING OPTIONS (description = "Name of the arena; NULL when not stated."),
  `source` STRING NOT NULL OPTIONS (description = "Where the facts come from: an upstream's name for raw rows, the processor's name for computed ones."),
  `as_of` TIMESTAMP NOT NULL OPTIONS (description = "The moment of the game day that the row speaks for, UTC: the capture for raw rows, the run's as-of for computed ones. Since when this content has stood; not compared for change."),
  `run_id` STRING NOT NULL OPTIONS (description = "The run that wrote the row, as in the ledger."),
  `correlation_id` STRING NOT NULL OPTIONS (description = "The chain of runs, from the first trigger on."),
  `written_at` TIMESTAMP NOT NULL OPTIONS (description = "Wall clock at the write, UTC."),
  `token` INT64 NOT NULL OPTIONS (description = "Fencing token of the write."),
  `generation` INT64 NOT NULL OPTIONS (description = "Generation of the unit of work whose content this is."),
  PRIMARY KEY (`game_date`, `game_id`) NOT ENFORCED
)
PARTITION BY `game_date`
CLUSTER BY `home_team`, `away_team`
OPTIONS (
  description = "One game as the newest captured schedule of its date lists it. Rule \"latest\": that payload decides the date's partition, but for a game's start, which no payload captured after it can move. ESPN's has no ids: it only says how games stand that the league has listed.",
  require_partition_filter = TRUE
);
