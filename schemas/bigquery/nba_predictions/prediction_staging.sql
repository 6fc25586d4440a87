-- Generated from the table's record by: ./nbaprops schema write
-- Do not edit: change the record and run the command. Checked by: ./nbaprops schema check
-- Written by: fenced replace of a partition.
CREATE TABLE IF NOT EXISTS `${project}.nba_predictions.prediction_staging` (
  `game_date` DATE NOT NULL OPTIONS (description = "US Eastern sports day of the game."),
  `game_id` STRING NOT NULL OPTIONS (description = "The league's ten digits."),
  `player_id` INT64 NOT NULL OPTIONS (description = "The league's person id."),
  `market` STRING NOT NULL OPTIONS (description = "What is predicted: points."),
  `system_id` STRING NOT NULL OPTIONS (description = "The system that predicts, such as moving_average_v1."),
  `serving` STRING NOT NULL OPTIONS (description = "served: as it stood before tip-off; replay: as it would be by what became known later. Only what was served is graded."),
  `player_name` STRING NOT NULL OPTIONS (description = "The player's name as the league last wrote it."),
  `team` STRING NOT NULL OPTIONS (description = "His team, tricode."),
  `opponent` STRING NOT NULL OPTIONS (description = "The other team, tricode."),
  `season` STRING NOT NULL OPTIONS (description = "Season such as 2022-23."),
  `season_phase` STRING NOT NULL OPTIONS (description = "regular, playoffs, play_in or cup_final."),
  `predicted_points` FLOAT64 OPTIONS (description = "Points that the system predicts, 0 to 60; NULL when it makes no prediction, and then the reason says why."),
  `line` FLOAT64 OPTIONS (description = "The points line that the prediction is held against; NULL without one."),
  `bookmaker` STRING OPTIONS (description = "The book whose line it is."),
  `over_price` INT64 OPTIONS (description = "American price of more points than the line."),
  `under_price` INT64 OPTIONS (description = "American price of fewer points than the line."),
  `p_over` FLOAT64 OPTIONS (description = "Probability of more points than the line; NULL for systems that have no calibrated one."),
  `confidence` FLOAT64 OPTIONS (description = "A rule of thumb for how much the system trusts itself, 0 to 1. It is no probability; NULL without a prediction."),
  `recommendation` STRING NOT NULL OPTIONS (description = "OVER, UNDER, PASS or NO_LINE."),
  `home_game` BOOL NOT NULL OPTIONS (description = "Whether his team plays at home."),
  `tip_off` TIMESTAMP NOT NULL OPTIONS (description = "Start of the game, UTC."),
  `line_snapshot_at` TIMESTAMP OPTIONS (description = "When the line was seen, UTC."),
  `line_snapshot_assumed` BOOL OPTIONS (description = "Whether the line's own minute is unknown."),
  `edge` FLOAT64 OPTIONS (description = "Predicted points minus the line."),
  `reason` STRING NOT NULL OPTIONS (description = "Why the side was taken, or why none was; names what was left out."),
  `feature_version` STRING NOT NULL OPTIONS (description = "Name of the feature contract: v2_33features."),
  `features_missing` STRING NOT NULL OPTIONS (description = "Names of the features of the contract without a usable value, separated by commas; empty when none is."),
  `similar_games` INT64 OPTIONS (description = "How many earlier games the prediction rests on; NULL for systems that look for none."),
  `source` STRING NOT NULL OPTIONS (description = "Where the facts come from: an upstream's name for raw rows, the processor's name for computed ones."),
  `as_of` TIMESTAMP NOT NULL OPTIONS (description = "The moment of the game day that the row speaks for, UTC: the capture for raw rows, the run's as-of for computed ones. Since when this content has stood; not compared for change."),
  `run_id` STRING NOT NULL OPTIONS (description = "The run that wrote the row, as in the ledger."),
  `correlation_id` STRING NOT NULL OPTIONS (description = "The chain of runs, from the first trigger on."),
  `written_at` TIMESTAMP NOT NULL OPTIONS (description = "Wall clock at the write, UTC."),
  `token` INT64 NOT NULL OPTIONS (description = "Fencing token of the write."),
  `generation` INT64 NOT NULL OPTIONS (description = "Generation of the unit of work whose content this is."),
  PRIMARY KEY (`game_date`, `game_id`, `player_id`, `market`, `system_id`, `serving`) NOT ENFORCED
)
PARTITION BY `game_date`
CLUSTER BY `system_id`, `player_id`
OPTIONS (
  description = "One system's prediction for one player of one game, as the game's worker computed it from a feature row of the same serving; not yet consolidated with what was served.",
  require_partition_filter = TRUE
);
