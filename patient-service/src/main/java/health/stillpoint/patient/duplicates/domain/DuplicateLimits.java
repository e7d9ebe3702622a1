package health.stillpoint.patient.duplicates.domain;

/** How much each piece of evidence weighs, 0..1 (docs/duplicates.md). */
public interface DuplicateLimits {

    double sameIdentifier();

    double sameBirthDate();

    double birthDateTransposed();

    /** Of equal names; less similar ones weigh as much less. */
    double similarName();

    double namePartsSwapped();

    double samePhone();

    double sameEmail();

    /** Similarity from which names count as similar. */
    double nameSimilarityFrom();

    /** Factor on everything else. */
    double differentBirthDate();

    /** Factor on everything else. */
    double differentSexAtBirth();

    /** Score from which a record is shown as a candidate. */
    double candidateFrom();
}
