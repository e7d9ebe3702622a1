-- V123: people whom partner clinics refer. What a partner sent is never changed; the clinic's answer is added.
CREATE TABLE referral (
    id                uuid        NOT NULL,
    clinic_id         uuid        NOT NULL,
    version           bigint      NOT NULL,
    partner           text        NOT NULL,
    partner_reference text,
    submission        jsonb       NOT NULL,
    received_at       timestamptz NOT NULL,
    standing          text        NOT NULL,
    standing_since    timestamptz NOT NULL,
    decided_by        text,
    decline_reason    text,
    note              text,
    patient_id        uuid,
    CONSTRAINT pk_referral PRIMARY KEY (id),
    CONSTRAINT uq_referral_clinic UNIQUE (clinic_id, id),
    CONSTRAINT ck_referral_partner CHECK (partner <> ''),
    CONSTRAINT ck_referral_standing CHECK (standing IN ('RECEIVED', 'ACCEPTED', 'DECLINED', 'CANCELLED')),
    CONSTRAINT ck_referral_declined CHECK ((standing = 'DECLINED') = (decline_reason IS NOT NULL)),
    CONSTRAINT ck_referral_linked CHECK (patient_id IS NULL OR standing IN ('ACCEPTED', 'CANCELLED')),
    CONSTRAINT fk_referral_patient FOREIGN KEY (clinic_id, patient_id) REFERENCES patient (clinic_id, id)
);
CREATE INDEX ix_referral_standing ON referral (clinic_id, standing, id);
CREATE INDEX ix_referral_partner ON referral (clinic_id, partner, id);
CREATE INDEX ix_referral_patient ON referral (clinic_id, patient_id) WHERE patient_id IS NOT NULL;
CREATE UNIQUE INDEX uq_referral_partner_reference ON referral (clinic_id, partner, partner_reference);
COMMENT ON COLUMN referral.partner IS 'Client (azp) of the partner''s token; no other client sees the row';
COMMENT ON COLUMN referral.standing_since IS 'UTC, clinic time';
COMMENT ON COLUMN referral.note IS 'The clinic''s own words; never shown to the partner';
COMMENT ON COLUMN referral.patient_id IS 'Who this turned out to be; never shown to the partner';
SELECT kit_protect('referral');

CREATE FUNCTION refuse_change_of_submission() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'What a partner sent is never changed' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER tr_referral_submission BEFORE UPDATE ON referral
    FOR EACH ROW WHEN (OLD.partner <> NEW.partner OR OLD.received_at <> NEW.received_at
        OR OLD.submission <> NEW.submission)
    EXECUTE FUNCTION refuse_change_of_submission();
