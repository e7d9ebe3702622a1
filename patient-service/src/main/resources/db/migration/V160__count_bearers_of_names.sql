-- V160: how many patients bear a word was counted to 1,000 only, so a name of 84,000 seemed as rare as one of 1,000 and the search for
-- two words followed it to all of its bearers. Now a word is counted as far as it matters, and words are asked for, best first, until
-- enough patients bear them. For a single word nothing is counted, since nothing is chosen.
DROP FUNCTION name_candidates(text);

CREATE FUNCTION name_candidates(sought text, enough int, counted int)
RETURNS TABLE (token int, word text, score double precision, bearers int) LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
DECLARE
    asked     record;
    candidate record;
    found     int;
BEGIN
    FOR asked IN SELECT t.word, t.token FROM unnest(name_words(sought)) WITH ORDINALITY AS t(word, token) LOOP
        found := 0;
        FOR candidate IN SELECT s.word, s.score FROM similar_words(asked.word) AS s LOOP
            EXIT WHEN found >= enough;
            token := asked.token;
            word := candidate.word;
            score := candidate.score;
            bearers := 0;
            IF counted > 0 THEN
                bearers := (SELECT count(*) FROM (SELECT FROM patient_name_word p
                                                   WHERE p.clinic_id = kit_clinic() AND p.word = candidate.word LIMIT counted) AS bearer);
            END IF;
            found := found + bearers;
            RETURN NEXT;
        END LOOP;
    END LOOP;
END $$;
COMMENT ON FUNCTION name_candidates(text, int, int) IS
    'Words to look for each word of a text by, best first until enough patients bear them; bearers of each are counted no further than counted, 0 for not at all';
