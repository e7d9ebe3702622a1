package health.stillpoint.patient.modality;

import health.stillpoint.patient.modality.domain.ModalityRepository;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.screening.domain.SuicideAlerts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Alerts of the suicide screener, out of what was heard. */
@ApplicationScoped
class HeardSuicideAlerts implements SuicideAlerts {

    private final ModalityRepository repository;

    HeardSuicideAlerts(ModalityRepository repository) {
        this.repository = repository;
    }

    @Override
    public List<SuicideAlert> of(PatientId patientId) {
        return repository.facts(patientId).suicideAlerts().entrySet().stream()
                .map(heard -> new SuicideAlert(heard.getKey(), heard.getValue().risk(), heard.getValue().at()))
                .toList();
    }
}
