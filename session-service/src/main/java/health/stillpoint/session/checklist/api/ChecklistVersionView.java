package health.stillpoint.session.checklist.api;

import health.stillpoint.session.checklist.domain.ChecklistResult;
import health.stillpoint.session.checklist.domain.ChecklistRow;
import health.stillpoint.session.checklist.domain.ChecklistVersion;
import health.stillpoint.session.checklist.domain.PreDoseAnswers;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A checklist as it once stood. */
public record ChecklistVersionView(@Schema(description = "Counts from 0") long number, ChecklistResult result, PreDoseAnswers answers,
        List<ChecklistRow> rows, Instant assessedAt, Instant recordedAt, UUID recordedBy, UUID signedBy, Instant signedAt,
        @Schema(description = "Answers the version before did not hold") List<String> changedFields,
        @Schema(description = "Why a NO_GO was taken back, or why a CAUTION was signed") String reason) {

    static ChecklistVersionView of(ChecklistVersion version) {
        return new ChecklistVersionView(version.number(), version.result(), version.answers(), version.rows(), version.assessedAt(),
                version.recordedAt(), version.recordedBy(), version.signedBy(), version.signedAt(), version.changedFields(), version.reason());
    }

    @Override
    public String toString() {
        return "ChecklistVersionView[" + number + "]";
    }
}
