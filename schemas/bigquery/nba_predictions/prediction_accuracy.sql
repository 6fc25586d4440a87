-- Generated from the table's record by: ./nbaprops schema write
-- Do not edit: change the record and run the command. Checked by: ./nbaprops schema check
-- Written by: fenced replace of a partition.
CREATE TABLE IF NOT EXISTS `${project}.nba_predictions.prediction_accuracy` (
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
  `actual_points` INT64 OPTIONS (description = "Points he scored; NULL when he did not play or the game is not final."),
  `minutes_played` INT64 OPTIONS (description = "His minutes, rounded by the league; NULL when he has no row in the game's box score."),
  `grade` STRING NOT NULL OPTIONS (description = "correct, wrong, push, void, pending or not_gradable."),
  `prediction_correct` BOOL OPTIONS (description = "Whether the side taken was right; NULL unless the grade is correct or wrong."),
  `absolute_error` FLOAT64 OPTIONS (description = "Size of the error in points; NULL without a prediction or without points."),
  `signed_error` FLOAT64 OPTIONS (description = "Predicted minus actual points: above zero when too much was predicted."),
  `predicted_margin` FLOAT64 OPTIONS (description = "Predicted points minus the line."),
  `actual_margin` FLOAT64 OPTIONS (description = "Actual points minus the line."),
  `within_3_points` BOOL OPTIONS (description = "Whether the error is at most three points."),
  `within_5_points` BOOL OPTIONS (description = "Whether the error is at most five points."),
  `void_reason` STRING OPTIONS (description = "Why there are no points: no_box_score_row or zero_minutes of a final game, game_not_played of one that was put off or moved to another date; else NULL."),
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
CLUSTER BY `system_id`, `player_id`, `grade`
OPTIONS (
  description = "What became of one served prediction. Only correct and wrong count towards a rate.",
  require_partition_filter = TRUE
);
