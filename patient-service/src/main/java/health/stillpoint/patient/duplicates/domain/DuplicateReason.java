package health.stillpoint.patient.duplicates.domain;

/** Why two records may be of the same person, or may not. */
public enum DuplicateReason {
    /** The same number from the same giver, whatever its case: no two records of a clinic hold one in the very same letters. */
    SAME_IDENTIFIER,
    SAME_BIRTH_DATE,
    /** Day and month changed places: 3 April and 4 March of one year. */
    BIRTH_DATE_TRANSPOSED,
    /** The names have trigrams in common; the similarity is told. */
    SIMILAR_NAME,
    /** The family name of one is the given name of the other and the other way round. */
    NAME_PARTS_SWAPPED,
    SAME_PHONE,
    SAME_EMAIL,
    /** Speaks against: neither the same day nor its parts in another order. */
    DIFFERENT_BIRTH_DATE,
    /** Speaks against: both are recorded and differ. */
    DIFFERENT_SEX_AT_BIRTH
}
