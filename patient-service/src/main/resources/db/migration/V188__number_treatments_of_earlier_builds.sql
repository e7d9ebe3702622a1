-- V188: replicas of a build before V182 record treatments while a release rolls out, and know no versions: theirs is the first.
CREATE FUNCTION begin_treatment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.treatment_id := NEW.id;
    RETURN NEW;
END $$;
CREATE TRIGGER tr_prior_treatment_begun BEFORE INSERT ON prior_treatment
    FOR EACH ROW WHEN (NEW.treatment_id IS NULL) EXECUTE FUNCTION begin_treatment();
