-- V111: finds patients by a name that is misspelled, written without its accents, or only begun.
-- Under row-level security an operator that is not leakproof never enters an index scan, and those of pg_trgm are not: a trigram
-- index on the names would lie unused. So the trigrams are rows, of each word that occurs in a clinic's names once. A search
-- compares texts for equality alone, every index begins with the clinic, and there are far fewer words than patients.
CREATE FUNCTION name_words(text) RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT coalesce(array_agg(DISTINCT word), '{}')
      FROM regexp_split_to_table(lower(unaccent(normalize($1, NFKC))), '[^[:alnum:]]+') AS word
     WHERE word <> ''
$$;
COMMENT ON FUNCTION name_words(text) IS 'The words of a name as they are compared: without accents, in lower case';

CREATE FUNCTION name_words(name jsonb) RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT name_words(concat_ws(' ', name ->> 'family',
        (SELECT string_agg(given, ' ') FROM jsonb_array_elements_text(name -> 'given') AS given)))
$$;

-- The trigrams a word is found by; the one of its first letter alone says too little.
CREATE FUNCTION word_trigrams(word text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(array_agg(trigram), '{}') FROM unnest(show_trgm(word)) AS trigram WHERE trigram NOT LIKE '  %'
$$;

CREATE TABLE name_word (
    clinic_id uuid             NOT NULL,
    word      text COLLATE "C" NOT NULL,
    CONSTRAINT pk_name_word PRIMARY KEY (clinic_id, word)
);
COMMENT ON TABLE name_word IS 'Each word of the names of a clinic''s patients, once';
SELECT kit_protect('name_word', true);

CREATE TABLE name_trigram (
    clinic_id uuid             NOT NULL,
    trigram   text COLLATE "C" NOT NULL,
    word      text COLLATE "C" NOT NULL,
    trigrams  smallint         NOT NULL,
    CONSTRAINT pk_name_trigram PRIMARY KEY (clinic_id, trigram, word) INCLUDE (trigrams)
);
COMMENT ON COLUMN name_trigram.trigrams IS 'How many the word has in all: similarity is counted without reading the word';
CREATE INDEX ix_name_trigram_word ON name_trigram (clinic_id, word);
SELECT kit_protect('name_trigram', true);

CREATE TABLE patient_name_word (
    clinic_id  uuid             NOT NULL,
    word       text COLLATE "C" NOT NULL,
    patient_id uuid             NOT NULL,
    words      text[]           NOT NULL,
    CONSTRAINT pk_patient_name_word PRIMARY KEY (clinic_id, word, patient_id) INCLUDE (words),
    CONSTRAINT fk_patient_name_word_patient FOREIGN KEY (clinic_id, patient_id) REFERENCES patient (clinic_id, id)
);
CREATE INDEX ix_patient_name_word_patient ON patient_name_word (clinic_id, patient_id);
COMMENT ON COLUMN patient_name_word.words IS 'All words of this patient''s name, so that a search for two words reads the rows of one';
SELECT kit_protect('patient_name_word', true);

-- Writers of names share this lock; who takes words out of the list of a clinic holds it alone, so that no word that is just
-- being used again gets lost.
CREATE FUNCTION lock_name_words(clinic uuid, alone boolean) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF alone THEN
        PERFORM pg_advisory_xact_lock(hashtextextended(clinic::text, 111));
    ELSE
        PERFORM pg_advisory_xact_lock_shared(hashtextextended(clinic::text, 111));
    END IF;
END $$;

CREATE FUNCTION index_new_names() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM lock_name_words(clinic_id, false) FROM (SELECT DISTINCT clinic_id FROM added) AS clinic;
    WITH word AS (
        INSERT INTO patient_name_word (clinic_id, word, patient_id, words)
        SELECT a.clinic_id, word, a.id, a.words
          FROM (SELECT clinic_id, id, name_words(name) AS words FROM added) AS a, unnest(a.words) AS word
        RETURNING clinic_id, word
    ), first AS (
        INSERT INTO name_word (clinic_id, word)
        SELECT DISTINCT clinic_id, word FROM word ORDER BY clinic_id, word
        ON CONFLICT DO NOTHING
        RETURNING clinic_id, word
    )
    INSERT INTO name_trigram (clinic_id, trigram, word, trigrams)
    SELECT clinic_id, trigram, word, cardinality(show_trgm(word)) FROM first, unnest(word_trigrams(word)) AS trigram;
    RETURN NULL;
END $$;
CREATE TRIGGER tr_patient_name_new AFTER INSERT ON patient REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION index_new_names();

-- A changed name is found by its new words alone; a record that has ended is not found by name, and words nobody is called by
-- any more leave the list.
CREATE FUNCTION index_changed_name() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    left_over text[];
    found_by  text[] := '{}';
BEGIN
    IF NEW.merged_into IS NULL AND NEW.erased_at IS NULL THEN
        found_by := name_words(NEW.name);
    END IF;
    PERFORM lock_name_words(NEW.clinic_id, true);
    WITH gone AS (
        DELETE FROM patient_name_word WHERE clinic_id = NEW.clinic_id AND patient_id = NEW.id RETURNING word
    )
    SELECT array_agg(word) INTO left_over FROM gone WHERE word <> ALL (found_by);
    INSERT INTO patient_name_word (clinic_id, word, patient_id, words)
    SELECT NEW.clinic_id, word, NEW.id, found_by FROM unnest(found_by) AS word;
    WITH first AS (
        INSERT INTO name_word (clinic_id, word) SELECT NEW.clinic_id, word FROM unnest(found_by) AS word
        ON CONFLICT DO NOTHING
        RETURNING clinic_id, word
    )
    INSERT INTO name_trigram (clinic_id, trigram, word, trigrams)
    SELECT clinic_id, trigram, word, cardinality(show_trgm(word)) FROM first, unnest(word_trigrams(word)) AS trigram;
    WITH unused AS (
        DELETE FROM name_word w WHERE w.clinic_id = NEW.clinic_id AND w.word = ANY (left_over)
           AND NOT EXISTS (SELECT FROM patient_name_word p WHERE p.clinic_id = NEW.clinic_id AND p.word = w.word)
        RETURNING word
    )
    DELETE FROM name_trigram t USING unused u WHERE t.clinic_id = NEW.clinic_id AND t.word = u.word;
    RETURN NULL;
END $$;
CREATE TRIGGER tr_patient_name_changed AFTER UPDATE ON patient
    FOR EACH ROW WHEN (OLD.name IS DISTINCT FROM NEW.name OR OLD.merged_into IS DISTINCT FROM NEW.merged_into
        OR OLD.erased_at IS DISTINCT FROM NEW.erased_at)
    EXECUTE FUNCTION index_changed_name();

-- Words of the clinic's names like the one sought: 1 the same, from 0.6 up when begun with it, otherwise the trigrams in common.
CREATE FUNCTION similar_words(sought text) RETURNS TABLE (word text, score double precision) LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
DECLARE
    all_of_it int    := cardinality(show_trgm(sought));
    grams     text[] := word_trigrams(sought);
    -- The first letter's trigram is not among the rows; two words share it when they begin alike.
    letter    text   := CASE WHEN cardinality(grams) < all_of_it THEN left(sought, 1) END;
BEGIN
    RETURN QUERY
    WITH shared AS (
        SELECT t.word, t.trigrams, count(*) + CASE WHEN left(t.word, 1) = letter THEN 1 ELSE 0 END AS common FROM name_trigram t
         WHERE t.clinic_id = kit_clinic() AND t.trigram = ANY (grams) GROUP BY t.word, t.trigrams
    ), likeness AS (
        SELECT s.word, s.common / (all_of_it + s.trigrams - s.common)::double precision AS score FROM shared s
        UNION ALL
        (SELECT w.word, CASE WHEN w.word = sought THEN 1 ELSE 0.6 + 0.3 * length(sought) / length(w.word) END FROM name_word w
          WHERE w.clinic_id = kit_clinic() AND w.word >= sought AND w.word < sought || U&'\+10FFFF'
          ORDER BY w.word LIMIT 100)
    )
    SELECT l.word::text, max(l.score) FROM likeness l WHERE l.score >= 0.3 GROUP BY l.word ORDER BY 2 DESC, 1 LIMIT 100;
END $$;
COMMENT ON FUNCTION similar_words(text) IS 'At most 100, best first; 0.3 is the similarity at which pg_trgm calls two words alike';

-- The words to look for each word of a text by, and how many patients bear each; counted up to 1,000.
CREATE FUNCTION name_candidates(sought text)
RETURNS TABLE (token int, word text, score double precision, bearers int) LANGUAGE sql STABLE AS $$
    SELECT t.token::int, s.word, s.score,
           (SELECT count(*)::int FROM (SELECT FROM patient_name_word p
                                        WHERE p.clinic_id = kit_clinic() AND p.word = s.word LIMIT 1000) AS bearer)
      FROM unnest(name_words(sought)) WITH ORDINALITY AS t(word, token), similar_words(t.word) AS s
     ORDER BY t.token, s.score DESC, s.word
$$;

-- Rows of earlier builds. Their owner is bound by row-level security too, except while this transaction lifts it.
ALTER TABLE patient NO FORCE ROW LEVEL SECURITY;
ALTER TABLE patient_name_word NO FORCE ROW LEVEL SECURITY;
ALTER TABLE name_word NO FORCE ROW LEVEL SECURITY;
ALTER TABLE name_trigram NO FORCE ROW LEVEL SECURITY;
INSERT INTO patient_name_word (clinic_id, word, patient_id, words)
SELECT a.clinic_id, word, a.id, a.words
  FROM (SELECT clinic_id, id, name_words(name) AS words FROM patient) AS a, unnest(a.words) AS word;
INSERT INTO name_word (clinic_id, word) SELECT DISTINCT clinic_id, word FROM patient_name_word;
INSERT INTO name_trigram (clinic_id, trigram, word, trigrams)
SELECT clinic_id, trigram, word, cardinality(show_trgm(word)) FROM name_word, unnest(word_trigrams(word)) AS trigram;
ALTER TABLE patient FORCE ROW LEVEL SECURITY;
ALTER TABLE patient_name_word FORCE ROW LEVEL SECURITY;
ALTER TABLE name_word FORCE ROW LEVEL SECURITY;
ALTER TABLE name_trigram FORCE ROW LEVEL SECURITY;
