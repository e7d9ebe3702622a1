-- V187: what V160 dropped is back for replicas of the build before it, which call it while a release rolls out; a later release drops it.
CREATE OR REPLACE FUNCTION name_candidates(sought text)
RETURNS TABLE (token int, word text, score double precision, bearers int) LANGUAGE sql STABLE AS $$
    SELECT t.token::int, s.word, s.score,
           (SELECT count(*)::int FROM (SELECT FROM patient_name_word p
                                        WHERE p.clinic_id = kit_clinic() AND p.word = s.word LIMIT 1000) AS bearer)
      FROM unnest(name_words(sought)) WITH ORDINALITY AS t(word, token), similar_words(t.word) AS s
     ORDER BY t.token, s.score DESC, s.word
$$;
