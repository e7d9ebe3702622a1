package health.stillpoint.session.dose;

import health.stillpoint.session.alert.Alerts;
import health.stillpoint.session.alert.domain.AlertCode;
import health.stillpoint.session.alert.domain.Severity;
import health.stillpoint.session.dose.domain.Dose;
import health.stillpoint.session.dose.domain.DoseRepository;
import health.stillpoint.session.eligibility.Eligibility;
import health.stillpoint.session.eligibility.domain.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiPredicate;

/**
 * Looks back when an end is told after a dose that it lies before, since a guard asks what is known, which may be a minute old; and when a
 * dose is written down after a correction of the person that it was given before. The care team is alerted, once for each session, and the
 * next dose held (ours: docs/clinical-sources.md#holds).
 */
@ApplicationScoped
public class DoseReview {

    private final DoseRepository doses;
    private final Eligibility eligibility;
    private final Alerts alerts;

    DoseReview(DoseRepository doses, Eligibility eligibility, Alerts alerts) {
        this.doses = doses;
        this.eligibility = eligibility;
        this.alerts = alerts;
    }

    public void consentWithdrawn(UUID patientId, Instant at) {
        review(patientId, at, AlertCode.DOSED_WITHOUT_CONSENT, Standing::consentedAt);
    }

    public void candidacyEnded(UUID patientId, Instant at) {
        review(patientId, at, AlertCode.DOSED_WITHOUT_CANDIDACY, Standing::acceptedAt);
    }

    /** @param standing what is known when the dose is written down */
    void writtenDown(Dose dose, Standing standing) {
        if (!standing.person().knownAt(dose.administeredAt())) {
            alert(dose, AlertCode.DOSED_BEFORE_CORRECTION);
        }
    }

    private void review(UUID patientId, Instant ended, AlertCode code, BiPredicate<Standing, Instant> entitled) {
        if (eligibility.isForgotten(patientId)) {
            return;
        }
        Standing standing = eligibility.lock(patientId);
        doses.ofPatientInFull(patientId).stream()
                .filter(dose -> !dose.administeredAt().isBefore(ended) && !entitled.test(standing, dose.administeredAt()))
                .forEach(dose -> alert(dose, code));
    }

    private void alert(Dose dose, AlertCode code) {
        alerts.raiseOnce(dose.sessionId(), dose.patientId(), Severity.ORANGE, code, null, dose.administeredAt());
    }
}
