package health.stillpoint.patient.duplicates;

import health.stillpoint.patient.duplicates.domain.DuplicateLimits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Weights of the comparison, product rules (P); docs/duplicates.md says what each combination comes to. */
@ConfigMapping(prefix = "stillpoint.duplicates")
public interface DuplicatesConfig extends DuplicateLimits {

    /** 0.9: a number is given to one person; typing errors and family insurance numbers leave a doubt (P). */
    @Override
    @WithDefault("0.9")
    double sameIdentifier();

    /** 0.45: by chance one pair in 20,000 among adults, but twins share it (P). */
    @Override
    @WithDefault("0.45")
    double sameBirthDate();

    /** 0.35: a usual slip between American and European forms (P). */
    @Override
    @WithDefault("0.35")
    double birthDateTransposed();

    /** 0.5 for equal names (P). */
    @Override
    @WithDefault("0.5")
    double similarName();

    /** 0.4 (P). */
    @Override
    @WithDefault("0.4")
    double namePartsSwapped();

    /** 0.35: households share one (P). */
    @Override
    @WithDefault("0.35")
    double samePhone();

    /** 0.45 (P). */
    @Override
    @WithDefault("0.45")
    double sameEmail();

    /** 0.5 of the trigrams in common (P). */
    @Override
    @WithDefault("0.5")
    double nameSimilarityFrom();

    /** 0.6 (P). */
    @Override
    @WithDefault("0.6")
    double differentBirthDate();

    /** 0.7 (P). */
    @Override
    @WithDefault("0.7")
    double differentSexAtBirth();

    /** 0.5: a similar name together with the birth date, or two stronger pieces (P). */
    @Override
    @WithDefault("0.5")
    double candidateFrom();
}
