package health.stillpoint.session.dose.api;

import health.stillpoint.kit.identity.Caller;
import health.stillpoint.session.Roles;
import health.stillpoint.session.charting.Charting;
import health.stillpoint.session.charting.domain.Sequence;
import health.stillpoint.session.dose.GiveDose;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A dose that was given. */
@Schema(name = "DoseRequest", examples = """
        {"orderId": "0197a000-0000-7000-8000-0000000000b1", "lotId": "0197a000-0000-7000-8000-0000000000d1",
         "administeredAt": "2026-11-23T09:30:00Z", "doubleCheckedBy": "0197a000-0000-7000-8000-0000000000f2"}""")
public record DoseRequestBody(
        @NotNull UUID orderId,
        @NotNull UUID lotId,
        @Schema(description = "Start of administration; now when absent") Instant administeredAt,
        @Schema(description = "End of administration, the t0 of the neuroplastic window; the start when absent") Instant administrationEndedAt,
        @NotNull @Schema(description = "Subject of the second person who checked the drug: not the caller; one of the care team, where it is known") UUID doubleCheckedBy,
        @Size(max = 1000) @Schema(description = "Prescriber only: why the dose is given on stale knowledge") String knowledgeOverrideReason) {

    private static final Duration LONGEST = Duration.ofHours(4);

    @AssertTrue(message = "must end after it starts, within 4 hours")
    @Schema(hidden = true)
    boolean isAdministrationPlausible() {
        return administeredAt == null || administrationEndedAt == null || !administrationEndedAt.isBefore(administeredAt)
                && Duration.between(administeredAt, administrationEndedAt).compareTo(LONGEST) <= 0;
    }

    /** Refuses (422) a time in the future, and an end before the start. */
    GiveDose toDomain(UUID sessionId, Charting charting, Caller caller) {
        Instant started = charting.happened(administeredAt, "administeredAt");
        Instant ended = administrationEndedAt == null ? started : charting.happened(administrationEndedAt, "administrationEndedAt");
        charting.inOrder(List.of(new Sequence("administrationEndedAt", ended, started, "the start of administration")));
        return new GiveDose(sessionId, orderId, lotId, started, ended.isBefore(started) ? started : ended, doubleCheckedBy,
                knowledgeOverrideReason, caller.subjectId(), caller.hasRole(Roles.PRESCRIBER));
    }

    @Override
    public String toString() {
        return "DoseRequestBody[...]";
    }
}
