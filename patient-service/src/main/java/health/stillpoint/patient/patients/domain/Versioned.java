package health.stillpoint.patient.patients.domain;

/** A stored record with the number of its present version, which becomes its entity tag. */
public record Versioned<T>(T value, long version) { }
