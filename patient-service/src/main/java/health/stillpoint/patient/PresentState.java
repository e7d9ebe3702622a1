package health.stillpoint.patient;

import health.stillpoint.kit.announce.Announcer;
import health.stillpoint.kit.outbox.OutboundEvent;
import health.stillpoint.patient.candidacy.Candidacies;
import health.stillpoint.patient.careteam.CareTeams;
import health.stillpoint.patient.consent.Consents;
import health.stillpoint.patient.erasure.Erasures;
import health.stillpoint.patient.intake.Intakes;
import health.stillpoint.patient.merge.RecordMerges;
import health.stillpoint.patient.patients.Patients;
import health.stillpoint.patient.patients.domain.Patient;
import health.stillpoint.patient.patients.domain.Versioned;
import health.stillpoint.patient.patients.messaging.PatientFacts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Tells what holds now once more: who is registered, the latest signed intakes, decisions in force, active consents, care teams. */
@ApplicationScoped
class PresentState implements Announcer {

    private static final int AT_ONCE = 500;

    private final Patients patients;
    private final RecordMerges merges;
    private final Erasures erasures;
    private final Intakes intakes;
    private final Candidacies candidacies;
    private final Consents consents;
    private final CareTeams careTeams;

    PresentState(Patients patients, RecordMerges merges, Erasures erasures, Intakes intakes, Candidacies candidacies,
            Consents consents, CareTeams careTeams) {
        this.patients = patients;
        this.merges = merges;
        this.erasures = erasures;
        this.intakes = intakes;
        this.candidacies = candidacies;
        this.consents = consents;
        this.careTeams = careTeams;
    }

    @Override
    public void announce(UUID clinicId, Consumer<OutboundEvent> sink) {
        UUID last = null;
        List<Versioned<Patient>> page;
        do {
            page = patients.after(last, AT_ONCE);
            page.forEach(patient -> sink.accept(PatientFacts.registered(patient)));
            last = page.isEmpty() ? last : page.getLast().value().id().value();
        } while (page.size() == AT_ONCE);
        merges.facts().forEach(sink);
        erasures.facts().forEach(sink);
        intakes.signedFacts().forEach(sink);
        candidacies.factsInForce().forEach(sink);
        consents.factsInForce().forEach(sink);
        careTeams.facts().forEach(sink);
    }
}
