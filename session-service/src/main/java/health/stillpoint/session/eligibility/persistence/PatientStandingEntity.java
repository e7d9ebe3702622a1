package health.stillpoint.session.eligibility.persistence;

import health.stillpoint.kit.persistence.ClinicEntity;
import health.stillpoint.session.eligibility.domain.CandidacyOutcome;
import health.stillpoint.session.eligibility.domain.Person;
import health.stillpoint.session.eligibility.domain.Standing;
import health.stillpoint.session.eligibility.domain.StatedFactors;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Row of {@code patient_standing}; its id is the patient's. */
@Entity
@Table(name = "patient_standing")
public class PatientStandingEntity extends ClinicEntity {

    public Integer birthYear;
    public String sexAtBirth;
    public Long personRevision;
    public Instant personCorrectedAt;
    public Instant[] personCorrections;
    @Enumerated(EnumType.STRING)
    public CandidacyOutcome candidacy;
    public UUID candidacyDecisionId;
    public Instant candidacyDecidedAt;
    public Instant candidacySince;
    public Instant candidacyExpiresAt;
    @JdbcTypeCode(SqlTypes.JSON)
    public Map<UUID, Instant> endedDecisions;
    public boolean lowStart;
    public BigDecimal doseFactor;
    public BigDecimal doseFactorParenteral;
    public String codes;
    public LocalDate liverTestedOn;
    public String primaryDiagnosis;
    public String primaryInstrument;
    public Instant baselineCompletedAt;
    public Instant consentSince;
    public Instant consentValidUntil;
    @Column(insertable = false, updatable = false)
    public Instant erasedAt;
    @Column(insertable = false, updatable = false)
    public Instant factsDeletedAt;

    boolean forgotten() {
        return factsDeletedAt != null;
    }

    private Person person() {
        return new Person(birthYear, sexAtBirth, personRevision, corrections());
    }

    /** A replica of the release before V242 tells the last one alone. */
    private List<Instant> corrections() {
        Stream<Instant> all = personCorrections == null ? Stream.empty() : Arrays.stream(personCorrections);
        return Stream.concat(all, Stream.ofNullable(personCorrectedAt)).distinct().sorted().toList();
    }

    Standing toDomain() {
        return new Standing(id, person(), candidacy, candidacyDecisionId, candidacyDecidedAt, candidacySince, candidacyExpiresAt,
                endedDecisions, lowStart, StatedFactors.told(doseFactor, doseFactorParenteral), codes == null || codes.isEmpty() ? Set.of() : Set.of(codes.split(",")), liverTestedOn, primaryDiagnosis,
                primaryInstrument, baselineCompletedAt, consentSince, consentValidUntil);
    }

    void copyFrom(Standing standing) {
        birthYear = standing.person().birthYear();
        sexAtBirth = standing.person().sexAtBirth();
        personRevision = standing.person().revision();
        List<Instant> corrections = standing.person().correctedAt();
        personCorrectedAt = corrections.isEmpty() ? null : corrections.getLast();
        personCorrections = corrections.isEmpty() ? null : corrections.toArray(Instant[]::new);
        candidacy = standing.candidacy();
        candidacyDecisionId = standing.candidacyDecisionId();
        candidacyDecidedAt = standing.candidacyDecidedAt();
        candidacySince = standing.candidacySince();
        candidacyExpiresAt = standing.candidacyExpiresAt();
        endedDecisions = standing.endedDecisions();
        lowStart = standing.lowStart();
        doseFactor = standing.factors().enteral();
        doseFactorParenteral = standing.factors().parenteral();
        codes = String.join(",", new TreeSet<>(standing.codes()));
        liverTestedOn = standing.liverTestedOn();
        primaryDiagnosis = standing.primaryDiagnosis();
        primaryInstrument = standing.primaryInstrument();
        baselineCompletedAt = standing.baselineCompletedAt();
        consentSince = standing.consentSince();
        consentValidUntil = standing.consentValidUntil();
    }
}
