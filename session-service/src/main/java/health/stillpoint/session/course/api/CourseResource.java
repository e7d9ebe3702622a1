package health.stillpoint.session.course.api;

import health.stillpoint.kit.audit.AuditDetail;
import health.stillpoint.kit.http.Answers;
import health.stillpoint.kit.identity.Caller;
import health.stillpoint.kit.operation.ClinicOperation;
import health.stillpoint.kit.paging.Cursors;
import health.stillpoint.kit.paging.Page;
import health.stillpoint.session.Roles;
import health.stillpoint.session.course.CourseRules;
import health.stillpoint.session.course.Courses;
import health.stillpoint.session.course.domain.Course;
import health.stillpoint.session.course.domain.CourseReview;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Treatment courses. */
@Path("/api/v1/courses")
@Tag(name = "Courses")
@RunOnVirtualThread
public class CourseResource {

    private final Courses courses;
    private final CourseRules rules;
    private final Caller caller;
    private final AuditDetail audit;
    private final Cursors cursors;

    CourseResource(Courses courses, CourseRules rules, Caller caller, AuditDetail audit, Cursors cursors) {
        this.courses = courses;
        this.rules = rules;
        this.caller = caller;
        this.audit = audit;
        this.cursors = cursors;
    }

    @POST
    @RolesAllowed(Roles.PRESCRIBER)
    @ClinicOperation(action = "course.plan", entity = "Course")
    @Operation(summary = "Plan a course", description = "Needs an accepted candidacy in date and a treatment consent; a patient has at most one open course.")
    @APIResponse(responseCode = "201", description = "Planned")
    @APIResponse(responseCode = "404", description = "`no-such-patient`")
    @APIResponse(responseCode = "409", description = "`course-refused` with `unmet`")
    @APIResponse(responseCode = "422", description = "`planned-doses-out-of-range` or an invalid value")
    public RestResponse<CourseView> plan(@Valid @NotNull CourseRequest request) {
        audit.subject(request.patientId());
        Course course = courses.plan(request.patientId(), request.type(), request.plannedDoses(), request.route(), request.goal(), caller.subjectId());
        audit.entity("Course", course.id());
        return Answers.created(URI.create("/api/v1/courses/" + course.id()), view(course), course.version());
    }

    @GET
    @RolesAllowed({Roles.PRESCRIBER, Roles.THERAPIST, Roles.MONITOR, Roles.CLINIC_ADMIN})
    @ClinicOperation(action = "course.list", entity = "Course")
    @Operation(summary = "List courses, of one patient or of the clinic")
    @APIResponse(responseCode = "200", description = "A page of courses, oldest first")
    @APIResponse(responseCode = "400", description = "`invalid-cursor` or `invalid-limit`")
    public Page<CourseView> list(@RestQuery UUID patientId, @RestQuery String cursor, @RestQuery Integer limit) {
        if (patientId != null) {
            audit.subject(patientId);
        }
        int size = cursors.limit(limit);
        UUID after = cursors.decode(cursor).map(keys -> UUID.fromString(keys.getFirst())).orElse(null);
        List<CourseView> found = courses.list(patientId, after, size + 1).stream().map(this::view).toList();
        return cursors.page(found, size, view -> new String[] {view.id().toString()});
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.PRESCRIBER, Roles.THERAPIST, Roles.MONITOR, Roles.CLINIC_ADMIN})
    @ClinicOperation(action = "course.read", entity = "Course")
    @Operation(summary = "Read a course")
    @APIResponse(responseCode = "200", description = "The course")
    @APIResponse(responseCode = "404", description = "`no-such-course`")
    public RestResponse<CourseView> read(@RestPath UUID id) {
        Course course = courses.withId(id);
        audit.subject(course.patientId());
        return Answers.ok(view(course), course.version());
    }

    @POST
    @Path("/{id}/complete")
    @RolesAllowed(Roles.PRESCRIBER)
    @ClinicOperation(action = "course.complete", entity = "Course")
    @Operation(summary = "Complete a course", description = "Refused while a dose is not integrated, unless an exception code is given.")
    @APIResponse(responseCode = "200", description = "Completed")
    @APIResponse(responseCode = "409", description = "`course-cannot-end` with `unmet`")
    @APIResponse(responseCode = "404", description = "Not found, or of another clinic")
    @APIResponse(responseCode = "422", description = "`invalid-value` with `violations`")
    public RestResponse<CourseView> complete(@RestPath UUID id, @Valid CourseEndRequest request) {
        Course course = courses.complete(id, request == null ? null : request.exception());
        audit.subject(course.patientId());
        return Answers.ok(view(course), course.version());
    }

    @POST
    @Path("/{id}/stop")
    @RolesAllowed(Roles.PRESCRIBER)
    @ClinicOperation(action = "course.stop", entity = "Course")
    @Operation(summary = "Stop a course for good")
    @APIResponse(responseCode = "200", description = "Stopped")
    @APIResponse(responseCode = "409", description = "`course-cannot-end`")
    @APIResponse(responseCode = "404", description = "Not found, or of another clinic")
    @APIResponse(responseCode = "422", description = "`invalid-value` with `violations`")
    public RestResponse<CourseView> stop(@RestPath UUID id, @Valid @NotNull CourseStopRequest request) {
        Course course = courses.stop(id, request.reason());
        audit.subject(course.patientId());
        return Answers.ok(view(course), course.version());
    }

    @POST
    @Path("/{id}/reviews")
    @RolesAllowed(Roles.PRESCRIBER)
    @ClinicOperation(action = "course.review", entity = "CourseReview")
    @Operation(summary = "Record a physician's review", description = "FIVE_DOSES_A_WEEK needs two different prescribers, each with a review of their own.")
    @APIResponse(responseCode = "201", description = "Recorded")
    @APIResponse(responseCode = "404", description = "Not found, or of another clinic")
    @APIResponse(responseCode = "422", description = "`invalid-value` with `violations`")
    public RestResponse<CourseReviewView> review(@RestPath UUID id, @Valid @NotNull CourseReviewRequest request) {
        CourseReview review = courses.review(id, request.kind(), request.rationale(), caller.subjectId());
        audit.subject(review.patientId()).entity("CourseReview", review.id());
        return Answers.created(URI.create("/api/v1/courses/" + id + "/reviews/" + review.id()), CourseReviewView.of(review), 0);
    }

    private CourseView view(Course course) {
        return CourseView.of(course, rules.template(course.type()));
    }
}
