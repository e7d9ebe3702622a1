package health.stillpoint.patient.patients.domain;

/** Sex recorded at birth; decides ideal body weight (Devine) and whether a pregnancy test is asked. */
public enum SexAtBirth {
    FEMALE, MALE, INTERSEX, UNKNOWN
}
