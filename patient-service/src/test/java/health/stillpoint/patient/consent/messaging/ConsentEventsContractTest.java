package health.stillpoint.patient.consent.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.kit.outbox.EventJson;
import health.stillpoint.kit.testing.ContractChecks;
import health.stillpoint.patient.consent.domain.Consent;
import health.stillpoint.patient.consent.domain.ConsentScope;
import health.stillpoint.patient.consent.domain.LapseReason;
import health.stillpoint.patient.fixtures.Facts;
import health.stillpoint.patient.fixtures.Person;
import health.stillpoint.patient.patients.domain.PatientId;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConsentEventsContractTest {

    private static final Instant SIGNED = Instant.parse("2026-03-03T09:00:00Z");
    private static final Consent CONSENT = new Consent(Facts.CONSENT, new PatientId(Facts.PATIENT), ConsentScope.TREATMENT,
            "2026-01", "en-US", null, Set.of(), new Consent.Signer(Consent.Signer.Kind.PATIENT, "CANARY-name"), null, null,
            Person.PHYSICIAN, Facts.DECISION, Person.INTAKE_ID, null, Set.of(), SIGNED, Instant.parse("2027-03-03T09:00:00Z"), new Consent.State.Given());

    @Test
    void tellsAConsentAsItsGoldenExample() {
        var fact = ConsentEvents.granted(CONSENT);

        ContractChecks.isGoldenExample(ConsentGrantedV1.TYPE, fact.data());
        assertThat(fact.key()).isEqualTo(Facts.PATIENT);
    }

    @Test
    void tellsAWithdrawalAsItsGoldenExample() {
        var fact = ConsentEvents.withdrawn(CONSENT, Instant.parse("2026-04-01T09:00:00Z"));

        ContractChecks.isGoldenExample(ConsentWithdrawnV1.TYPE, fact.data());
        assertThat(fact.data().toString()).doesNotContain("CANARY");
    }

    @Test
    void tellsWhyConsentMustBeSoughtAgain() {
        var data = (ConsentWithdrawnV1) ConsentEvents
                .lapsed(CONSENT, Set.of(LapseReason.PREGNANCY, LapseReason.NEW_DIAGNOSIS), SIGNED).data();

        assertThat(data.reasonCode()).isEqualTo("RECONSENT_REQUIRED");
        assertThat(data.reconsentReasons()).containsExactly("NEW_DIAGNOSIS", "PREGNANCY");
        ContractChecks.obeysSchema(ConsentWithdrawnV1.TYPE, EventJson.write(data));
    }

    @ParameterizedTest(name = "tells {0} by its own code")
    @EnumSource(value = LapseReason.class, names = {"EXPIRED", "REPLACED"})
    void tellsAnEndWithoutNeedByItsOwnCode(LapseReason reason) {
        var data = (ConsentWithdrawnV1) ConsentEvents.lapsed(CONSENT, Set.of(reason), SIGNED).data();

        assertThat(data.reasonCode()).isEqualTo(reason.name());
        ContractChecks.obeysSchema(ConsentWithdrawnV1.TYPE, EventJson.write(data));
    }
}
