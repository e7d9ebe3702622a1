package health.stillpoint.session.adverseevent.persistence;

import health.stillpoint.kit.persistence.ClinicEntity;
import health.stillpoint.session.adverseevent.domain.AdverseEvent;
import health.stillpoint.session.adverseevent.domain.AdverseEventFinding;
import health.stillpoint.session.adverseevent.domain.AdverseEventTerm;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

/** Row of {@code adverse_event}; never changed. */
@Entity
@Table(name = "adverse_event")
public class AdverseEventEntity extends ClinicEntity {

    public UUID adverseEventId;
    public int number;
    public UUID patientId;
    public UUID courseId;
    public UUID sessionId;
    public UUID doseId;
    @Enumerated(EnumType.STRING)
    public AdverseEventTerm term;
    public String description;
    public int grade;
    public String criteria;
    @Enumerated(EnumType.STRING)
    public AdverseEventFinding.Relatedness relatedness;
    public boolean expected;
    @Enumerated(EnumType.STRING)
    public AdverseEventFinding.DrugAction drugAction;
    @Enumerated(EnumType.STRING)
    public AdverseEventFinding.Outcome outcome;
    public Instant onsetAt;
    public Instant endedAt;
    public UUID reportedBy;
    public Instant reportedAt;
    public String amendmentReason;

    static AdverseEventEntity of(AdverseEvent report) {
        AdverseEventFinding finding = report.finding();
        AdverseEventEntity row = new AdverseEventEntity();
        row.id = report.id();
        row.adverseEventId = report.adverseEventId();
        row.number = report.number();
        row.patientId = report.patientId();
        row.courseId = report.courseId();
        row.sessionId = report.sessionId();
        row.doseId = report.doseId();
        row.term = finding.term();
        row.description = finding.description();
        row.grade = finding.grade();
        row.criteria = finding.criteria().stream().sorted().map(Enum::name).collect(Collectors.joining(","));
        row.relatedness = finding.relatedness();
        row.expected = finding.expected();
        row.drugAction = finding.drugAction();
        row.outcome = finding.outcome();
        row.onsetAt = finding.onsetAt();
        row.endedAt = finding.endedAt();
        row.reportedBy = report.reportedBy();
        row.reportedAt = report.reportedAt();
        row.amendmentReason = report.amendmentReason();
        return row;
    }

    AdverseEvent toDomain() {
        AdverseEventFinding finding = new AdverseEventFinding(term, description, grade,
                Arrays.stream(criteria.split(",")).filter(code -> !code.isEmpty()).map(AdverseEventFinding.Criterion::valueOf)
                        .collect(Collectors.toSet()),
                relatedness, expected, drugAction, outcome, onsetAt, endedAt);
        return new AdverseEvent(id, adverseEventId, number, patientId, courseId, sessionId, doseId, finding, reportedBy, reportedAt,
                amendmentReason);
    }
}
