package health.stillpoint.kit.testing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;

/** The directions and habits that every service of this house keeps; a service's ArchitectureTest calls {@link #hold}. */
public final class HouseRules {

    private static final String KIT = "health.stillpoint.kit..";

    private HouseRules() {}

    /**
     * Checks the service's classes.
     *
     * @param basePackage such as {@code health.stillpoint.session}
     */
    public static void hold(String basePackage) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(basePackage);
        domainKnowsOnlyJava(basePackage).check(classes);
        domainIsAsked(basePackage).check(classes);
        entitiesStayInPersistence().check(classes);
        wireRecordsStayInMessaging().check(classes);
        resourcesStandAtTheEdge().check(classes);
        timeComesFromTheClock().check(classes);
        nothingIsPrinted().check(classes);
        featuresFormNoCycle(basePackage).check(classes);
        servicesShareNoClasses(basePackage).check(classes);
        settingsBearNoConstraints().check(classes);
    }

    static ArchRule domainKnowsOnlyJava(String base) {
        return noClasses()
                .that()
                .resideInAPackage(base + "..domain..")
                .should()
                .dependOnClassesThat(resideOutsideOfPackage("java..")
                        .and(DescribedPredicate.not(
                                resideInAPackage(base + "..domain.."))))
                .because("a clinical rule is read and tested without any framework");
    }

    static ArchRule domainIsAsked(String base) {
        return noClasses()
                .that()
                .resideInAPackage(base + "..domain..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(base + "..api..", base + "..persistence..", base + "..messaging.."))
                .because("the direction is api, persistence, messaging -> use cases -> domain");
    }

    static ArchRule entitiesStayInPersistence() {
        return noClasses()
                .that()
                .resideInAnyPackage("..api..", "..domain..", "..messaging..")
                .should()
                .dependOnClassesThat()
                .areAnnotatedWith("jakarta.persistence.Entity")
                .allowEmptyShould(true)
                .because("entities never leave persistence");
    }

    static ArchRule settingsBearNoConstraints() {
        return noClasses()
                .that()
                .areAnnotatedWith("io.smallrye.config.ConfigMapping")
                .should()
                .dependOnClassesThat(resideInAnyPackage("jakarta.validation..", "org.hibernate.validator.."))
                .allowEmptyShould(true)
                .because("one constraint on a setting, and each start builds a validator for every setting there is (docs/adr/0009)");
    }

    static ArchRule wireRecordsStayInMessaging() {
        return classes()
                .that()
                .haveSimpleNameEndingWith("V1")
                .should()
                .resideInAPackage("..messaging..")
                .orShould()
                .resideOutsideOfPackages("..api..", "..domain..", "..persistence..")
                .allowEmptyShould(true)
                .because("domain events and wire records are two types");
    }

    static ArchRule resourcesStandAtTheEdge() {
        return noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Resource")
                .should()
                .dependOnClassesThat()
                .haveSimpleNameEndingWith("Resource")
                .allowEmptyShould(true)
                .because("nothing calls a resource but the web");
    }

    static ArchRule timeComesFromTheClock() {
        return noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .because("the clinic's clock can be moved; the host's cannot");
    }

    static ArchRule nothingIsPrinted() {
        return noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .because("what is worth telling is logged, without personal data");
    }

    static ArchRule featuresFormNoCycle(String base) {
        return slices().matching(base + ".(*)..").should().beFreeOfCycles().allowEmptyShould(true);
    }

    static ArchRule servicesShareNoClasses(String base) {
        return noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("health.stillpoint..")
                        .and(resideOutsideOfPackage(base + ".."))
                        .and(resideOutsideOfPackage(KIT)))
                .because("services share contract files, never classes");
    }
}
