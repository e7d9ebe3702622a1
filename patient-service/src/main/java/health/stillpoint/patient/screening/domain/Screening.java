package health.stillpoint.patient.screening.domain;

import health.stillpoint.patient.intake.domain.Intake;
import health.stillpoint.patient.intake.domain.IntakeContent;
import health.stillpoint.patient.patients.domain.PatientId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * One screening visit as it was recorded; never changed, a correction is a new one.
 *
 * @param recordedLate recorded clearly later than it was performed
 * @param clearances what physicians have cleared since
 */
public record Screening(
        UUID id,
        PatientId patientId,
        ScreeningAnswers answers,
        UUID recordedBy,
        Instant recordedAt,
        boolean recordedLate,
        List<Clearance> clearances) {

    private static final Comparator<Intake> BY_SIGNING = Comparator.comparing(intake -> intake.signedAt().orElseThrow());

    public Screening {
        clearances = List.copyOf(clearances);
    }

    /**
     * The intake that was known at the visit: the one signed last before it, else the first signed after it. A later one that says less
     * takes nothing away from what this visit found.
     *
     * @param signed every signed intake of the person
     * @return null while there is none
     */
    public IntakeContent intakeKnown(Collection<Intake> signed) {
        return signed.stream()
                .filter(intake -> intake.signedAt().filter(at -> !at.isAfter(answers.performedAt())).isPresent())
                .max(BY_SIGNING)
                .or(() -> signed.stream().min(BY_SIGNING))
                .map(Intake::content)
                .orElse(null);
    }

    @Override
    public String toString() {
        return "Screening[" + id + "]";
    }
}
