package health.stillpoint.patient.risk;

import health.stillpoint.kit.time.ClinicClock;
import health.stillpoint.patient.patients.RecordsMerged;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.patients.domain.PatientRefusal;
import health.stillpoint.patient.risk.domain.RiskFlag;
import health.stillpoint.patient.risk.domain.RiskFlagRepository;
import health.stillpoint.patient.screening.ScreeningRecorded;
import health.stillpoint.patient.screening.domain.FindingClass;
import health.stillpoint.patient.screening.domain.RuleResult;
import health.stillpoint.patient.screening.domain.ScreeningResult;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/** Keeps the flags by which the clinic finds the patients at risk. */
@ApplicationScoped
public class RiskFlags {

    private static final Set<RiskFlag> OF_SCREENING =
            EnumSet.of(RiskFlag.SUICIDE_RISK, RiskFlag.RELATIVE_FINDING, RiskFlag.EXCLUDING_FINDING);
    /** Rows of programme.md section 4 that the C-SSRS fills. */
    private static final Set<String> SUICIDE_RULES = Set.of("SUICIDE_MODERATE", "SUICIDE_HIGH");

    private final RiskFlagRepository repository;
    private final ClinicClock clock;

    RiskFlags(RiskFlagRepository repository, ClinicClock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** Raised by another service. */
    public void raise(PatientId patientId, RiskFlag flag, UUID source, Instant since) {
        if (!repository.raise(patientId, flag, source, since)) {
            throw new PatientRefusal.NoSuchPatient();
        }
    }

    /** Ended by another service; also holds when the beginning comes after it. */
    public void end(PatientId patientId, RiskFlag flag, UUID source, Instant at) {
        if (!repository.end(patientId, flag, source, at)) {
            throw new PatientRefusal.NoSuchPatient();
        }
    }

    /** Which flags stand for this patient. */
    public Set<RiskFlag> standing(PatientId patientId) {
        return repository.standing(patientId);
    }

    /**
     * The latest screening says what is found now; the flags of those before end, as far as it answers what they rest on. An older one
     * charted late says nothing of it.
     */
    void takeOver(@Observes ScreeningRecorded recorded) {
        if (!recorded.latest()) {
            return;
        }
        Instant now = clock.now();
        repository.endAll(recorded.patientId(), answeredBy(recorded.result()), now);
        flagsOf(recorded.result())
                .forEach(flag -> repository.raise(recorded.patientId(), flag, recorded.screeningId(), now));
    }

    /** Nothing that was known of either record is forgotten. */
    void carryOver(@Observes RecordsMerged merge) {
        repository.copy(merge.merged(), merge.survivor());
    }

    /** Of which flags this screening can say that they stand no longer: what it leaves open it does not end. */
    static Set<RiskFlag> answeredBy(ScreeningResult result) {
        if (result.isComplete()) {
            return OF_SCREENING;
        }
        return result.unanswered().stream().anyMatch(SUICIDE_RULES::contains)
                ? EnumSet.noneOf(RiskFlag.class)
                : EnumSet.of(RiskFlag.SUICIDE_RISK);
    }

    static Set<RiskFlag> flagsOf(ScreeningResult result) {
        Set<RiskFlag> flags = EnumSet.noneOf(RiskFlag.class);
        if (result.findings().stream().map(RuleResult::code).anyMatch(SUICIDE_RULES::contains)) {
            flags.add(RiskFlag.SUICIDE_RISK);
        }
        if (!result.findingsOf(FindingClass.REL).isEmpty()) {
            flags.add(RiskFlag.RELATIVE_FINDING);
        }
        if (!result.findingsOf(FindingClass.ABS).isEmpty()) {
            flags.add(RiskFlag.EXCLUDING_FINDING);
        }
        return flags;
    }
}
