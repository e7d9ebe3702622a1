package health.stillpoint.session.integration.persistence;

import health.stillpoint.kit.persistence.ClinicEntity;
import health.stillpoint.session.integration.domain.IntegrationWork;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Row of {@code integration_work}; never changed. */
@Entity
@Table(name = "integration_work")
public class IntegrationWorkEntity extends ClinicEntity {

    public UUID sessionId;
    public UUID patientId;
    @Enumerated(EnumType.STRING)
    public IntegrationWork.Modality modality;
    public String technique;
    @Enumerated(EnumType.STRING)
    public IntegrationWork.TargetKind targetKind;
    public String target;
    public Integer sudsBefore;
    public Integer sudsAfter;
    public Integer vocBefore;
    public Integer vocAfter;
    public String homework;
    public boolean adaptiveAnxietyChecked;
    public boolean nextDoseReady;
    public UUID recordedBy;
    public Instant recordedAt;

    static IntegrationWorkEntity of(IntegrationWork work) {
        IntegrationWorkEntity row = new IntegrationWorkEntity();
        row.id = work.id();
        row.sessionId = work.sessionId();
        row.patientId = work.patientId();
        row.modality = work.modality();
        row.technique = work.technique();
        row.targetKind = work.targetKind();
        row.target = work.target();
        row.sudsBefore = work.sudsBefore();
        row.sudsAfter = work.sudsAfter();
        row.vocBefore = work.vocBefore();
        row.vocAfter = work.vocAfter();
        row.homework = work.homework();
        row.adaptiveAnxietyChecked = work.adaptiveAnxietyChecked();
        row.nextDoseReady = work.nextDoseReady();
        row.recordedBy = work.recordedBy();
        row.recordedAt = work.recordedAt();
        return row;
    }

    IntegrationWork toDomain() {
        return new IntegrationWork(id, sessionId, patientId, modality, technique, targetKind, target, sudsBefore, sudsAfter, vocBefore,
                vocAfter, homework, adaptiveAnxietyChecked, nextDoseReady, recordedBy, recordedAt);
    }
}
