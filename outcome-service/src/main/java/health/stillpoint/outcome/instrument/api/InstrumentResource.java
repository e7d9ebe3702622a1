package health.stillpoint.outcome.instrument.api;

import health.stillpoint.outcome.Roles;
import health.stillpoint.outcome.instrument.Instruments;
import health.stillpoint.outcome.instrument.domain.Variant;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The instrument catalogue and scoring without storing. Knows no patient. */
@Path("/api/v1/instruments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Instruments", description = "Questionnaires and rating scales, and what their answers mean")
@RunOnVirtualThread
public class InstrumentResource {

    private final Instruments instruments;

    InstrumentResource(Instruments instruments) {
        this.instruments = instruments;
    }

    @GET
    @RolesAllowed({
        Roles.CLINIC_ADMIN, Roles.PRESCRIBER, Roles.THERAPIST, Roles.MONITOR, Roles.PATIENT, Roles.ANALYST, Roles.PARTNER
    })
    @Operation(summary = "List the instruments", operationId = "listInstruments")
    @APIResponse(responseCode = "200", description = "The whole catalogue")
    public InstrumentList list() {
        return new InstrumentList(
                instruments.version(), instruments.all().stream().map(InstrumentView::of).toList());
    }

    @GET
    @Path("/{code}")
    @RolesAllowed({
        Roles.CLINIC_ADMIN, Roles.PRESCRIBER, Roles.THERAPIST, Roles.MONITOR, Roles.PATIENT, Roles.ANALYST, Roles.PARTNER
    })
    @Operation(summary = "Read an instrument", operationId = "readInstrument")
    @APIResponse(responseCode = "200", description = "The instrument")
    @APIResponse(responseCode = "404", description = "No such instrument (no-such-instrument)")
    public InstrumentView read(@Parameter(example = "GAD7") @RestPath String code) {
        return InstrumentView.of(instruments.withCode(code));
    }

    @POST
    @Path("/{code}/score")
    @RolesAllowed({Roles.CLINIC_ADMIN, Roles.PRESCRIBER, Roles.THERAPIST, Roles.MONITOR, Roles.PATIENT, Roles.ANALYST})
    @Operation(
            summary = "Score answers without storing them",
            operationId = "scoreAnswers",
            description = "Missing items are prorated where the instrument allows it; answers outside the instrument are"
                    + " refused as a whole, never clamped.")
    @APIResponse(
            responseCode = "200",
            description = "The whole result",
            content = @Content(
                    schema = @Schema(implementation = ScoreView.class),
                    examples = @ExampleObject(name = "GAD-7, one item missing", value = """
                            {"instrument": "GAD7", "variant": "STANDARD", "status": "SCORED_PRORATED", "total": 8,
                             "band": "MILD", "case": true, "response": null, "remission": false, "subscales": [],
                             "derived": [], "reported": {}, "alerts": [], "missingItems": [7]}""")))
    @APIResponse(responseCode = "404", description = "No such instrument (no-such-instrument)")
    @APIResponse(responseCode = "409", description = "Scoring not verified yet (instrument-not-scorable)")
    @APIResponse(
            responseCode = "422",
            description = "Answers outside the instrument (answers-invalid, with items), or no such variant"
                    + " (no-such-variant)")
    public ScoreView score(
            @Parameter(example = "GAD7") @RestPath String code, @Valid @NotNull ScoreRequest request) {
        Instruments.Scored scored = instruments.score(
                instruments.withCode(code),
                request.sheet(),
                request.baselineSheet(),
                Optional.ofNullable(request.variant()).map(Variant::new));
        return ScoreView.of(scored.score(), scored.change());
    }
}
