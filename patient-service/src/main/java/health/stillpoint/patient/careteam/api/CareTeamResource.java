package health.stillpoint.patient.careteam.api;

import health.stillpoint.kit.http.Answers;
import health.stillpoint.kit.operation.ClinicOperation;
import health.stillpoint.kit.paging.Cursors;
import health.stillpoint.kit.paging.Page;
import health.stillpoint.patient.PatientRecords;
import health.stillpoint.patient.Roles;
import health.stillpoint.patient.careteam.CareTeams;
import health.stillpoint.patient.careteam.domain.CareTeam;
import health.stillpoint.patient.careteam.domain.Membership;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Who cares for a patient: alerts go to them. */
@Path("/api/v1/patients/{id}/care-team")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Care team", description = "Who cares for a patient, and to whom alerts go")
public class CareTeamResource {

    private final CareTeams teams;
    private final PatientRecords records;
    private final Cursors cursors;

    CareTeamResource(CareTeams teams, PatientRecords records, Cursors cursors) {
        this.teams = teams;
        this.records = records;
        this.cursors = cursors;
    }

    @GET
    @RolesAllowed({Roles.CLINIC_ADMIN, Roles.PRESCRIBER, Roles.THERAPIST, Roles.MONITOR, Roles.PATIENT})
    @ClinicOperation(action = "care-team.read", entity = "CareTeam")
    @Operation(summary = "Read the care team", description = "A patient reads the own one.")
    @APIResponse(responseCode = "200", description = "The team with ETag; version 0 and no members before anybody is named")
    @APIResponse(responseCode = "404", description = "No such patient")
    public RestResponse<CareTeamView> read(@RestPath UUID id) {
        return answer(teams.of(records.open(id)));
    }

    @PUT
    @RolesAllowed({Roles.CLINIC_ADMIN, Roles.PRESCRIBER, Roles.THERAPIST})
    @ClinicOperation(action = "care-team.name", entity = "CareTeam")
    @Operation(summary = "Name the whole care team",
            description = "Needs If-Match, \"0\" the first time. Who stays keeps the day they came; who is left out has an end.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "two", value = CareTeamExamples.TEAM)))
    @APIResponse(responseCode = "200", description = "Named, with the new ETag")
    @APIResponse(responseCode = "404", description = "No such patient")
    @APIResponse(responseCode = "412", description = "Changed by somebody else in between")
    @APIResponse(responseCode = "422", description = "care-team-unsound with faults[], each with code, practitionerId and role")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public RestResponse<CareTeamView> name(
            @RestPath UUID id, @RestHeader(HttpHeaders.IF_MATCH) String ifMatch, @Valid @NotNull CareTeamRequest request) {
        return answer(teams.name(records.open(id), request.toSeats(),
                revision -> Answers.requireMatch(ifMatch, revision)));
    }

    @GET
    @Path("/history")
    @RolesAllowed({Roles.CLINIC_ADMIN, Roles.PRESCRIBER, Roles.THERAPIST, Roles.MONITOR})
    @ClinicOperation(action = "care-team.history", entity = "CareTeam")
    @Operation(summary = "Read who was on the team when", description = "Oldest first; nobody is ever left out.")
    @APIResponse(responseCode = "200", description = "One page; next is absent on the last one")
    @APIResponse(responseCode = "400", description = "`invalid-cursor` or `invalid-limit`")
    @APIResponse(responseCode = "404", description = "No such patient")
    public Page<CareTeamView.MemberView> history(@RestPath UUID id, @RestQuery String cursor, @RestQuery Integer limit) {
        int size = cursors.limit(limit);
        Page<Membership> page = cursors.pageById(
                teams.history(records.open(id), cursors.lastId(cursor), size + 1), size, Membership::id);
        return new Page<>(CareTeamView.members(page.items(), teams.staffOf(page.items())), page.next());
    }

    private RestResponse<CareTeamView> answer(CareTeam team) {
        return Answers.ok(CareTeamView.of(team, teams.staffOf(team.held())), team.revision());
    }
}
