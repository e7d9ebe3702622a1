-- V130: orange and red alerts, which only a prescriber may end, go to the whole clinic while no prescriber is on the team.
-- A team heard of before counts as without one until it next changes: its alerts go to more people, never to fewer.
ALTER TABLE care_team ADD COLUMN prescriber boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN care_team.prescriber IS 'A prescriber who signs in is among the members';
