package health.stillpoint.patient.dosing;

import health.stillpoint.patient.dosing.domain.DosingHistory;
import health.stillpoint.patient.dosing.domain.DosingHistoryRepository;
import health.stillpoint.patient.patients.Patients;
import health.stillpoint.patient.patients.RecordsMerged;
import health.stillpoint.patient.patients.domain.PatientId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.util.function.UnaryOperator;

/** Keeps what session-service tells of courses, doses and recoveries. */
@ApplicationScoped
public class DosingHistories {

    private final DosingHistoryRepository repository;
    private final Patients patients;
    private final Event<DosingHeard> news;

    DosingHistories(DosingHistoryRepository repository, Patients patients, Event<DosingHeard> news) {
        this.repository = repository;
        this.patients = patients;
        this.news = news;
    }

    /** Adds a fact; the patient's row is locked, so facts queue up. What was known already changes nothing. */
    public void note(PatientId patientId, UnaryOperator<DosingHistory> fact) {
        patients.lock(patientId);
        DosingHistory before = repository.of(patientId);
        DosingHistory now = fact.apply(before);
        if (now.equals(before)) {
            return;
        }
        repository.save(patientId, now);
        news.fire(new DosingHeard(patientId, before, now));
    }

    /** Whoever was dosed under the other record was dosed. Not told as news: a merge itself ends what rested on half of it. */
    void takeOver(@Observes RecordsMerged merge) {
        repository.save(merge.survivor(), of(merge.survivor()).with(of(merge.merged())));
    }

    public DosingHistory of(PatientId patientId) {
        return repository.of(patientId);
    }
}
