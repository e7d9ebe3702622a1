package health.stillpoint.outcome.safetyalert.api;

import health.stillpoint.kit.audit.AuditDetail;
import health.stillpoint.kit.http.Answers;
import health.stillpoint.kit.identity.Caller;
import health.stillpoint.kit.operation.ClinicOperation;
import health.stillpoint.kit.paging.Cursors;
import health.stillpoint.kit.paging.Page;
import health.stillpoint.outcome.Roles;
import health.stillpoint.outcome.assessment.domain.PatientId;
import health.stillpoint.outcome.careteam.CareTeams;
import health.stillpoint.outcome.careteam.domain.CareTeam;
import health.stillpoint.outcome.safetyalert.SafetyAlerts;
import health.stillpoint.outcome.safetyalert.domain.AlertFilter;
import health.stillpoint.outcome.safetyalert.domain.SafetyAlert;
import health.stillpoint.outcome.safetyalert.domain.SafetyAlertId;
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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** What clinicians must hear. */
@Path("/api/v1/safety-alerts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Safety alerts", description = "What clinicians must hear")
@RunOnVirtualThread
public class SafetyAlertResource {

    /** Whose alerts a list holds. */
    public enum RecipientFilter { me }

    private final SafetyAlerts alerts;
    private final CareTeams teams;
    private final Caller caller;
    private final Cursors cursors;
    private final AuditDetail audit;

    SafetyAlertResource(SafetyAlerts alerts, CareTeams teams, Caller caller, Cursors cursors, AuditDetail audit) {
        this.alerts = alerts;
        this.teams = teams;
        this.caller = caller;
        this.cursors = cursors;
        this.audit = audit;
    }

    @GET
    @RolesAllowed({Roles.CLINIC_ADMIN, Roles.PRESCRIBER, Roles.THERAPIST, Roles.MONITOR})
    @ClinicOperation(action = "safety-alert.list", entity = "SafetyAlert")
    @Operation(summary = "List safety alerts, oldest first", operationId = "listSafetyAlerts")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "400", description = "The cursor or the limit is unusable (invalid-cursor, invalid-limit)")
    public Page<SafetyAlertView> list(
            @Parameter(description = "Only this patient's") @RestQuery UUID patientId,
            @Parameter(description = "Only those in this state; may be repeated") @RestQuery("status")
                    List<AlertFilter.Status> statuses,
            @Parameter(description = "me = only those that go to the caller, as `recipients` says")
                    @RestQuery
                    RecipientFilter recipient,
            @Parameter(description = "Where the next page begins") @RestQuery String cursor,
            @Parameter(description = "Items of a page, 1 to 200, default 50") @RestQuery Integer limit) {
        int most = cursors.limit(limit);
        Optional<PatientId> patient = Optional.ofNullable(patientId).map(PatientId::new);
        patient.map(PatientId::value).ifPresent(audit::subject);
        AlertFilter filter = new AlertFilter(
                patient,
                Set.copyOf(statuses),
                Optional.ofNullable(recipient).map(_ -> listener()),
                cursors.decode(cursor).map(SafetyAlertResource::place));
        Page<SafetyAlert> page = cursors.page(alerts.find(filter, most + 1), most, SafetyAlertResource::keys);
        Function<PatientId, CareTeam> known =
                teams.of(page.items().stream().map(alert -> alert.cause().patient()).toList());
        return new Page<>(page.items().stream().map(alert -> view(alert, known)).toList(), page.next());
    }

    private AlertFilter.Listener listener() {
        return new AlertFilter.Listener(
                caller.subjectId(), caller.hasRole(Roles.PRESCRIBER) || caller.hasRole(Roles.MONITOR));
    }

    @POST
    @Path("/{id}/acknowledge")
    @RolesAllowed({Roles.PRESCRIBER, Roles.THERAPIST, Roles.MONITOR})
    @ClinicOperation(action = "safety-alert.acknowledge", entity = "SafetyAlert")
    @Operation(
            summary = "Take a safety alert",
            operationId = "acknowledgeSafetyAlert",
            description = "Says that somebody is dealing with it; it is no longer passed on.")
    @APIResponse(
            responseCode = "200",
            description = "Taken",
            content = @Content(schema = @Schema(implementation = SafetyAlertView.class)))
    @APIResponse(responseCode = "404", description = "No such safety alert (no-such-safety-alert)")
    @APIResponse(responseCode = "409", description = "Taken or dealt with already (step-not-allowed)")
    public RestResponse<SafetyAlertView> acknowledge(@RestPath UUID id) {
        return answer(alerts.acknowledge(new SafetyAlertId(id), caller.subject()));
    }

    @POST
    @Path("/{id}/resolve")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.PRESCRIBER, Roles.THERAPIST})
    @ClinicOperation(action = "safety-alert.resolve", entity = "SafetyAlert")
    @Operation(
            summary = "End a safety alert",
            operationId = "resolveSafetyAlert",
            description = "Orange and red alerts hold the next dose; a prescriber clears them.")
    @APIResponse(
            responseCode = "200",
            description = "Dealt with",
            content = @Content(schema = @Schema(implementation = SafetyAlertView.class)))
    @APIResponse(responseCode = "403", description = "A prescriber clears orange and red alerts (prescriber-only)")
    @APIResponse(responseCode = "404", description = "No such safety alert (no-such-safety-alert)")
    @APIResponse(responseCode = "409", description = "Dealt with already (step-not-allowed)")
    public RestResponse<SafetyAlertView> resolve(@RestPath UUID id, @Valid @NotNull ResolveRequest request) {
        return answer(alerts.resolve(
                new SafetyAlertId(id), caller.subject(), caller.hasRole(Roles.PRESCRIBER), request.reason()));
    }

    private RestResponse<SafetyAlertView> answer(SafetyAlert alert) {
        audit.subject(alert.cause().patient().value());
        SafetyAlertView view = view(alert, teams.of(List.of(alert.cause().patient())));
        return Answers.ok(view, view.version());
    }

    private SafetyAlertView view(SafetyAlert alert, Function<PatientId, CareTeam> known) {
        return SafetyAlertView.of(alert, alerts.versionOf(alert), known.apply(alert.cause().patient()));
    }

    private static AlertFilter.Place place(List<String> keys) {
        return new AlertFilter.Place(Instant.parse(keys.get(0)), UUID.fromString(keys.get(1)));
    }

    private static String[] keys(SafetyAlert alert) {
        return new String[] {alert.raisedAt().toString(), alert.id().value().toString()};
    }
}
