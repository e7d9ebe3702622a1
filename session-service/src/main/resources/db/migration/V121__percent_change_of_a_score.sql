-- V121: how far a score is from its baseline, as outcome-service computed it with the instrument's own range and direction.
-- Null when it told none: no benefit is assumed then.

ALTER TABLE known_score ADD COLUMN percent_change numeric;
COMMENT ON COLUMN known_score.percent_change IS 'Percent from baseline, positive = better; null = not told';
