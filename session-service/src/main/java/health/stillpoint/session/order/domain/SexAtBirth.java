package health.stillpoint.session.order.domain;

/** Sex recorded at birth, for the ideal body weight formula only. */
public enum SexAtBirth {
    FEMALE,
    MALE,
    INTERSEX,
    UNKNOWN
}
