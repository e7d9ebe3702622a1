package health.stillpoint.patient.consent.domain;

/** What a person consents to; each scope is given and withdrawn by itself. */
public enum ConsentScope {
    TREATMENT, PARTNER_SHARING, RESEARCH, REGISTRY
}
