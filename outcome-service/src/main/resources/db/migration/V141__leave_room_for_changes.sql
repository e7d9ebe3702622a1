-- V141: each answer changes the row: with room on its page, none of the indexes. Pages written before keep theirs until they are rewritten.
ALTER TABLE assessment SET (fillfactor = 80);
