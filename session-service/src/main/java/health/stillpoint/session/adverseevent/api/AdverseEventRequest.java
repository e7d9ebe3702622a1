package health.stillpoint.session.adverseevent.api;

import health.stillpoint.kit.problem.Problems;
import health.stillpoint.kit.problem.Violation;
import health.stillpoint.session.adverseevent.domain.AdverseEventFinding;
import health.stillpoint.session.adverseevent.domain.AdverseEventFinding.Criterion;
import health.stillpoint.session.adverseevent.domain.AdverseEventFinding.DrugAction;
import health.stillpoint.session.adverseevent.domain.AdverseEventFinding.Outcome;
import health.stillpoint.session.adverseevent.domain.AdverseEventFinding.Relatedness;
import health.stillpoint.session.adverseevent.domain.AdverseEventTerm;
import health.stillpoint.session.charting.Charting;
import health.stillpoint.session.charting.domain.Sequence;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was noticed, or how an event that was reported is judged now. */
@Schema(examples = """
        {"term": "VOMITING", "description": "Three times within an hour, fluids by line", "grade": 2, "criteria": [],
         "relatedness": "PROBABLE", "expected": true, "drugAction": "DOSE_NOT_CHANGED", "outcome": "RECOVERING",
         "onsetAt": "2026-11-23T10:40:00Z"}""")
public record AdverseEventRequest(
        @NotNull AdverseEventTerm term,
        @Schema(description = "Needed with the term OTHER") @Size(max = 1000) String description,
        @Schema(description = "CTCAE v5: 1 mild, 2 moderate, 3 severe, 4 life-threatening, 5 death") @NotNull @Min(1) @Max(5) Integer grade,
        @Schema(description = "What makes it serious; grade 4 and 5, a fatal outcome and the medically important terms do so by themselves")
        Set<@NotNull Criterion> criteria,
        @NotNull Relatedness relatedness,
        @Schema(description = "Whether the product's label or the consent names it") @NotNull Boolean expected,
        @NotNull DrugAction drugAction,
        @NotNull Outcome outcome,
        @Schema(description = "When it began; when absent now, or in an amendment as reported before") Instant onsetAt,
        @Schema(description = "When it ended; absent while it lasts") Instant endedAt,
        @Schema(description = "The event that this report amends; absent in the first report") UUID amends,
        @Schema(description = "Why; needed with `amends`") @Size(max = 1000) String amendmentReason) {

    /** @param knownOnset when it began as far as known, for a report that does not say */
    AdverseEventFinding toDomain(Charting charting, Instant knownOnset) {
        Instant onset = onsetAt == null ? knownOnset : charting.happened(onsetAt, "onsetAt");
        Instant ended = endedAt == null ? null : charting.happened(endedAt, "endedAt");
        if (ended != null) {
            charting.inOrder(List.of(new Sequence("endedAt", ended, onset, "the onset")));
        }
        return new AdverseEventFinding(term, description, grade, criteria == null ? Set.of() : criteria, relatedness, expected, drugAction, outcome,
                onset, ended);
    }

    void requireWhole() {
        List<Violation> violations = new ArrayList<>();
        if (term == AdverseEventTerm.OTHER && isBlank(description)) {
            violations.add(new Violation("description", "body", "is needed with the term OTHER"));
        }
        if ((grade == AdverseEventFinding.FATAL_GRADE) != (outcome == Outcome.FATAL)) {
            violations.add(new Violation("outcome", "body", "must be FATAL with grade 5 and with no other"));
        }
        if ((amends == null) != isBlank(amendmentReason)) {
            violations.add(new Violation("amendmentReason", "body", "is needed with amends, and only then"));
        }
        if (!violations.isEmpty()) {
            throw Problems.invalidValue().violations(violations).toException();
        }
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    @Override
    public String toString() {
        return "AdverseEventRequest[...]";
    }
}
