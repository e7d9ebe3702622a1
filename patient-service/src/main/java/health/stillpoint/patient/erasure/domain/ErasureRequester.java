package health.stillpoint.patient.erasure.domain;

/** Who asked for the identity to be removed. */
public enum ErasureRequester { PATIENT, LEGAL_REPRESENTATIVE, CLINIC, AUTHORITY }
