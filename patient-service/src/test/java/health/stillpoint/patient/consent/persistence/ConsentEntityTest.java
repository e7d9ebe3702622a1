package health.stillpoint.patient.consent.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.patient.consent.domain.Consent;
import health.stillpoint.patient.consent.domain.ConsentElement;
import health.stillpoint.patient.consent.domain.ConsentScope;
import health.stillpoint.patient.consent.domain.LapseReason;
import health.stillpoint.patient.dosing.domain.Route;
import health.stillpoint.patient.fixtures.Facts;
import health.stillpoint.patient.fixtures.Person;
import health.stillpoint.patient.patients.domain.PatientId;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConsentEntityTest {

    private static final Instant SIGNED = Instant.parse("2026-03-03T09:00:00Z");
    private static final Instant LATER = Instant.parse("2026-04-03T09:00:00Z");

    static Stream<Consent> inEveryState() {
        Consent given = new Consent(Facts.CONSENT, new PatientId(Facts.PATIENT), ConsentScope.TREATMENT, "2026-01", "en-US", "0a".repeat(32),
                Set.of(ConsentElement.ESCORT), new Consent.Signer(Consent.Signer.Kind.PATIENT, "Alex Rivera"),
                new Consent.Witness("Sam Witness", "nurse"), new Consent.Witness("Kim Interpreter", "es"), Person.PHYSICIAN,
                Facts.DECISION, Person.INTAKE_ID, Route.IM, Set.of(), SIGNED, Instant.parse("2027-03-03T09:00:00Z"), new Consent.State.Given());
        Consent named = new Consent(Facts.CONSENT, new PatientId(Facts.PATIENT), ConsentScope.PARTNER_SHARING, "2026-01", "en-US", null,
                Set.of(), given.signer(), null, null, Person.PHYSICIAN, null, null, null, Set.of("partner-harbor", "partner-second"),
                SIGNED, given.expiresAt(), new Consent.State.Given());
        return Stream.of(given, named, given.withdraw("changed my mind", Person.PHYSICIAN, LATER), given.lapse(Set.of(LapseReason.PREGNANCY, LapseReason.NEW_FINDING), LATER));
    }

    @ParameterizedTest(name = "in state {0}")
    @MethodSource("inEveryState")
    void keepsEverythingOfAConsent(Consent consent) {
        assertThat(ConsentEntity.of(consent).toDomain()).isEqualTo(consent);
    }
}
