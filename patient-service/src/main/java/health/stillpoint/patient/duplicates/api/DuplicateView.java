package health.stillpoint.patient.duplicates.api;

import health.stillpoint.patient.duplicates.domain.DuplicateCandidate;
import health.stillpoint.patient.duplicates.domain.DuplicateReason;
import health.stillpoint.patient.patients.api.IdentifierBody;
import health.stillpoint.patient.patients.api.PersonNameBody;
import health.stillpoint.patient.patients.domain.Patient;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A record that may be of the same person, with what speaks for it and against it. */
public record DuplicateView(
        UUID patientId,
        List<IdentifierBody> identifiers,
        PersonNameBody name,
        LocalDate birthDate,
        @Schema(description = "0..1, for sorting; not a probability") BigDecimal score,
        List<Reason> reasons) {

    /** @param strength how far it holds, 0..1: the similarity of names, otherwise 1 */
    @Schema(name = "DuplicateReasonView")
    public record Reason(DuplicateReason code, BigDecimal strength) { }

    static DuplicateView of(DuplicateCandidate candidate) {
        Patient patient = candidate.patient();
        return new DuplicateView(patient.id().value(), patient.identifiers().stream().map(IdentifierBody::of).toList(),
                PersonNameBody.of(patient.name()), patient.birthDate(), rounded(candidate.score()),
                candidate.reasons().stream().map(reason -> new Reason(reason.reason(), rounded(reason.strength()))).toList());
    }

    private static BigDecimal rounded(double share) {
        return BigDecimal.valueOf(share).setScale(2, RoundingMode.HALF_UP);
    }

    @Override
    public String toString() {
        return "DuplicateView[" + patientId + "]";
    }
}
