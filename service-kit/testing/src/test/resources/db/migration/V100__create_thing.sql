-- V100: the sample's tables.
CREATE TABLE thing (
    clinic_id uuid   NOT NULL,
    id        uuid   NOT NULL,
    version   bigint NOT NULL,
    color     text   NOT NULL,
    CONSTRAINT pk_thing PRIMARY KEY (id),
    CONSTRAINT uq_thing_clinic UNIQUE (clinic_id, id)
);
SELECT kit_protect('thing');

CREATE TABLE part (
    clinic_id   uuid        NOT NULL,
    id          uuid        NOT NULL,
    version     bigint      NOT NULL,
    number      integer     NOT NULL,
    effects     integer     NOT NULL,
    occurred_at timestamptz NOT NULL,
    CONSTRAINT pk_part PRIMARY KEY (id),
    CONSTRAINT uq_part_clinic UNIQUE (clinic_id, id)
);
SELECT kit_protect('part');
