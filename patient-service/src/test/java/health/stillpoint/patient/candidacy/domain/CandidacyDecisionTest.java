package health.stillpoint.patient.candidacy.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.stillpoint.patient.fixtures.Limits;
import health.stillpoint.patient.fixtures.Person;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.practitioners.domain.PractitionerRefusal;
import health.stillpoint.patient.screening.domain.Condition;
import health.stillpoint.patient.screening.domain.EarlierFinding;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CandidacyDecisionTest {

    private static final Instant DECIDED = Instant.parse("2026-03-02T15:00:00Z");
    private static final Instant SCREENED = Instant.parse("2026-03-02T10:00:00Z");
    private static final PatientId PATIENT = new PatientId(UUID.fromString("0197a000-0000-7000-8000-0000000000f1"));

    @Test
    void expiresAfterNinetyDays() {
        ObjectNode clockAhead = usual();
        clockAhead.putObject("screening").put("performedAt", "2026-03-02T15:01:00Z");

        CandidacyDecision decision = decided(clockAhead);

        assertThat(decision.expiresAt()).isEqualTo(DECIDED.plus(Duration.ofDays(90)));
        assertThat(decision.permitsTreatment(decision.expiresAt().minusSeconds(1))).isTrue();
        assertThat(decision.permitsTreatment(decision.expiresAt())).isFalse();
    }

    @Test
    void doesNotOutliveTheTimeInWhichARelapseMayBeTreatedOnItsScreening() {
        ObjectNode screenedEarlier = usual();
        screenedEarlier.putObject("screening").put("performedAt", "2026-02-10T10:00:00Z");

        assertThat(decided(usual()).expiresAt()).isEqualTo(SCREENED.plus(Duration.ofDays(90)));
        assertThat(decided(screenedEarlier).expiresAt()).isEqualTo(Instant.parse("2026-05-11T10:00:00Z"));
    }

    @Test
    void isRefusedWhileSomethingIsMissing() {
        var refusal = catchThrowableOfType(CandidacyRefusal.NotReady.class, () -> decided(usual().put("noScreening", true)));

        assertThat(refusal.missing()).containsExactly("SCREENING_MISSING");
    }

    @Test
    void permitsNothingWhenDeferred() {
        ObjectNode nothingFailed = usual();
        nothingFailed.putArray("treatments");

        assertThat(decided(nothingFailed).permitsTreatment(DECIDED)).isFalse();
    }

    @Test
    void doesNotOutliveAClearanceItRestsOn() {
        ObjectNode cleared = usual();
        cleared.putObject("answers").put("PD_UNSTABLE", "PRESENT");
        cleared.putArray("cleared").add("PD_UNSTABLE");

        assertThat(decided(cleared).expiresAt()).isEqualTo(DECIDED.plus(Duration.ofDays(30)));
    }

    @Test
    void restsOnTheLongerOfTwoClearancesOfOneFinding() {
        ObjectNode cleared = usual();
        cleared.putObject("answers").put("PD_UNSTABLE", "PRESENT");
        cleared.putArray("cleared").add("PD_UNSTABLE");
        cleared.putArray("clearedButExpired").add("PD_UNSTABLE");

        assertThat(decided(cleared).expiresAt()).isEqualTo(DECIDED.plus(Duration.ofDays(30)));
    }

    @Test
    void doesNotRestOnAClearanceThatExpired() {
        ObjectNode expired = usual();
        expired.putObject("answers").put("PD_UNSTABLE", "PRESENT");
        expired.putArray("clearedButExpired").add("PD_UNSTABLE");

        assertThat(decided(expired).expiresAt()).isEqualTo(SCREENED.plus(Duration.ofDays(90)));
    }

    @Test
    void doesNotOutliveTheLiverTestsItRestsOn() {
        ObjectNode testedEarlier = usual();
        testedEarlier.putObject("screening").putObject("tests").put("liverAt", "2026-01-31");

        assertThat(decided(testedEarlier).expiresAt()).isEqualTo(Instant.parse("2026-05-02T00:00:00Z"));
    }

    @Test
    void doesNotOutliveTheThyroidTestItRestsOn() {
        ObjectNode testedEarlier = usual();
        testedEarlier.putObject("screening").putObject("tests").put("tshAt", "2025-03-10");

        assertThat(decided(testedEarlier).expiresAt()).isEqualTo(Instant.parse("2026-03-11T00:00:00Z"));
    }

    @Test
    void doesNotOutliveTheEcgThatWasAsked() {
        ObjectNode testedEarlier = usual().put("ageYears", 60);
        testedEarlier.putObject("screening").putObject("tests").put("qtcMilliseconds", 420).put("ecgAt", "2026-01-31");
        ObjectNode notAsked = testedEarlier.deepCopy().put("ageYears", 59);

        assertThat(decided(testedEarlier).expiresAt()).isEqualTo(Instant.parse("2026-05-02T00:00:00Z"));
        assertThat(decided(notAsked).expiresAt()).isEqualTo(SCREENED.plus(Duration.ofDays(90)));
    }

    @Test
    void tellsTheDayOfTheLiverTestsItRestsOn() {
        ObjectNode testedEarlier = usual();
        testedEarlier.putObject("screening").putObject("tests").put("liverAt", "2026-01-31");
        ObjectNode testedAtTheVisit = usual().put("screenedOn", "2026-02-10");
        testedAtTheVisit.putObject("screening").putObject("tests").putNull("liverAt");

        assertThat(decided(testedEarlier).liverTestedOn()).isEqualTo("2026-01-31");
        assertThat(decided(testedAtTheVisit).liverTestedOn()).isEqualTo("2026-02-10");
    }

    @Test
    void isNotTakenWithAnOverrideOfAnotherThanAPsychiatrist() {
        ObjectNode given = usual().put("override", "PATIENT_CANNOT_WAIT").put("psychiatrist", false);

        assertThatThrownBy(() -> decided(given)).isInstanceOf(PractitionerRefusal.NotAPsychiatrist.class);
    }

    @Test
    void countsATestWithoutADayFromTheVisit() {
        ObjectNode testedAtTheVisit = usual().put("screenedOn", "2026-02-10");
        testedAtTheVisit.putObject("screening").putObject("tests").putNull("liverAt");

        assertThat(decided(testedAtTheVisit).expiresAt()).isEqualTo(Instant.parse("2026-05-12T00:00:00Z"));
    }

    @Test
    void doesNotOutliveTheBirthdayFromWhichItWouldBeAnother() {
        ObjectNode turning65 = turning(65).put("birthday", "2026-03-20T05:00:00Z");
        turning65.putObject("screening").putObject("tests").put("qtcMilliseconds", 400);
        ObjectNode turning60 = turning(60).put("birthday", "2026-03-20T05:00:00Z");

        assertThat(decided(turning65).expiresAt()).isEqualTo(Instant.parse("2026-03-20T05:00:00Z"));
        assertThat(decided(turning60).expiresAt()).as("an ECG is needed then").isEqualTo(Instant.parse("2026-03-20T05:00:00Z"));
    }

    @Test
    void outlivesABirthdayThatChangesNothing() {
        ObjectNode withEcg = turning(60).put("birthday", "2026-03-20T05:00:00Z");
        withEcg.putObject("screening").putObject("tests").put("qtcMilliseconds", 400);

        assertThat(decided(withEcg).expiresAt()).isEqualTo(SCREENED.plus(Duration.ofDays(90)));
        assertThat(decided(turning(41).put("birthday", "2026-03-20T05:00:00Z")).expiresAt())
                .isEqualTo(SCREENED.plus(Duration.ofDays(90)));
    }

    @Test
    void doesNotOutliveTheTestThatTheNewAgeAsksFor() {
        ObjectNode withEcg = turning(60);
        withEcg.putObject("screening").putObject("tests").put("qtcMilliseconds", 400)
                .put("ecgAt", DECIDED.atZone(ZoneOffset.UTC).toLocalDate().plusDays(9).minusDays(Limits.SCREENING.ecgDays()).toString());

        assertThat(decided(withEcg.put("birthday", "2026-03-05T05:00:00Z")).expiresAt()).as("the ECG is old first")
                .isEqualTo(Instant.parse("2026-03-12T00:00:00Z"));
        assertThat(decided(withEcg.put("birthday", "2026-03-20T05:00:00Z")).expiresAt()).as("nobody asks for it before")
                .isEqualTo(Instant.parse("2026-03-20T05:00:00Z"));
    }

    @Test
    void endsBeforeABirthdayThatComesLater() {
        ObjectNode turning65 = turning(65).put("birthday", "2026-08-20T05:00:00Z");
        turning65.putObject("screening").putObject("tests").put("qtcMilliseconds", 400);

        assertThat(decided(turning65).expiresAt()).isEqualTo(SCREENED.plus(Duration.ofDays(90)));
    }

    private static ObjectNode turning(int age) {
        return usual().put("ageYears", age - 1);
    }

    /** Decided on the usual person of 34 years, corrected afterwards. */
    @Nested
    class WithACorrectedBirth {

        private final CandidacyDecision decision = decided(usual());
        private final Instant farAhead = decision.expiresAt().plus(Duration.ofDays(200));

        @Test
        void isNewsWhenABirthdayBeforeItsEndBringsAFinding() {
            ObjectNode at64 = withEcg(64, "2026-03-02");

            assertThat(newsOfBirth(decision, at64, decision.expiresAt().minusSeconds(1))).contains("SCR_AGE_65");
            assertThat(newsOfBirth(decision, at64, decision.expiresAt())).isEmpty();
            assertThat(newsOfBirth(decision, usual(), DECIDED.plusSeconds(1))).isEmpty();
        }

        @Test
        void isNewsWhenTheAgeAsksForAnEcgThatIsNotThere() {
            assertThat(newsOfBirth(decision, aged(59), farAhead)).isEmpty();
            assertThat(newsOfBirth(decision, aged(60), farAhead)).containsExactly("UNANSWERED_SCR_QTC");
            assertThat(newsOfBirth(decision, withEcg(60, "2025-12-01"), farAhead)).as("91 days old").containsExactly("UNANSWERED_SCR_QTC");
            assertThat(newsOfBirth(decision, withEcg(60, "2026-03-02"), farAhead)).isEmpty();
            assertThat(newsOfBirth(decision, aged(59), decision.expiresAt().minusSeconds(1))).as("60 soon").containsExactly("UNANSWERED_SCR_QTC");
            assertThat(newsOfBirth(decision, aged(59), decision.expiresAt())).isEmpty();
        }

        @Test
        void isNewsWhenTheEcgThatTheAgeAsksForIsOldBeforeItsEnd() {
            assertThat(newsOfBirth(decision, withEcg(60, "2026-02-20"), farAhead)).containsExactly("ANOTHER_ACCEPTANCE");
            assertThat(newsOfBirth(decision, withEcg(59, "2026-02-20"), farAhead)).isEmpty();
            assertThat(newsOfBirth(decision, withEcg(59, "2026-02-20"), decision.expiresAt().minusSeconds(1))).containsExactly("ANOTHER_ACCEPTANCE");
        }

        @Test
        void isNoNewsThatTheEcgIsOldAfterItsEndOrAnotherTestBeforeIt() {
            CandidacyDecision endingEarlier = decided(liverTested(usual(), "2026-01-31"));

            assertThat(newsOfBirth(endingEarlier, withEcg(60, "2026-02-20"), farAhead)).isEmpty();
            assertThat(newsOfBirth(endingEarlier, withEcg(60, "2026-01-30"), farAhead)).containsExactly("ANOTHER_ACCEPTANCE");
            assertThat(newsOfBirth(decision, liverTested(aged(59), "2026-01-31"), farAhead)).isEmpty();
        }

        private static ObjectNode liverTested(ObjectNode given, String on) {
            given.withObject("/screening").withObject("/tests").put("liverAt", on);
            return given;
        }

        @Test
        void isNewsWhenTheSexAtBirthAsksForAPregnancyTestThatIsNotThere() {
            ObjectNode male = usual().put("sexAtBirth", "MALE");
            male.putObject("screening").putObject("tests").putNull("pregnancyTest");
            ObjectNode notPossible = male.deepCopy().put("sexAtBirth", "FEMALE");
            notPossible.withObject("/screening").put("childbearingPotential", false);

            assertThat(newsOfBirth(decided(male), male.deepCopy().put("sexAtBirth", "FEMALE"), farAhead)).containsExactly("UNANSWERED_SCR_PREGNANCY");
            assertThat(newsOfBirth(decided(male), usual(), farAhead)).isEmpty();
            assertThat(newsOfBirth(decided(male), notPossible, farAhead)).isEmpty();
            assertThat(newsOfBirth(decided(usual()), male, farAhead)).isEmpty();
        }

        /** The pregnancy test is old by now, and no correction made it so. */
        @Test
        void isNoNewsWhatTimeHasMadeOfTheCase() {
            assertThat(newsOfBirth(decision, aged(59).put("today", "2026-03-31"), farAhead)).isEmpty();
            assertThat(newsOfBirth(decision, aged(60).put("today", "2026-03-31"), farAhead)).containsExactly("UNANSWERED_SCR_QTC");
        }

        private static ObjectNode aged(int years) {
            return usual().put("ageYears", years);
        }

        private static ObjectNode withEcg(int years, String on) {
            ObjectNode given = aged(years);
            given.putObject("screening").putObject("tests").put("qtcMilliseconds", 420).put("ecgAt", on);
            return given;
        }

        private static List<String> newsOfBirth(CandidacyDecision decision, ObjectNode corrected, Instant birthday) {
            CandidacyInputs present = Person.candidacyInputs(corrected);
            return decision.newsOfBirth(present, Person.candidacy().decide(present.bornAs(decision.inputs())), reviewed(corrected),
                    new CandidacyDecision.Birthday(birthday, Person.candidacy().decide(present.aYearOlder())));
        }
    }

    /** Everything that may become known after a decision, from programme.md sections 4 and 4.1. */
    @Nested
    class LaterOn {

        @Test
        void isNewsWhenAnAbsoluteFindingAppears() {
            assertThat(newsWith("PHEO")).containsExactly("SCR_PHEO");
        }

        @Test
        void isNewsWhenARelativeFindingAppears() {
            assertThat(newsWith("PD_UNSTABLE")).containsExactly("SCR_PD_UNSTABLE");
        }

        @Test
        void isNewsWhenACautionAppears() {
            assertThat(newsWith("PSYCHOSIS_FDR")).containsExactly("SCR_PSYCHOSIS_FDR");
        }

        @Test
        void isNewsWhenADrugThatLowersTheDoseIsTaken() {
            ObjectNode later = usual();
            later.putArray("medications").addObject().put("name", "ticlopidine");

            assertThat(news(decided(usual()), later)).containsExactly("IX_CYP_INH", "LOW_START_IX_CYP_INH");
        }

        @Test
        void isNewsWhenAFindingGetsHeavier() {
            ObjectNode cautious = lorazepam("2");

            assertThat(news(decided(cautious), lorazepam("2.5"))).containsExactly("IX_BZD");
        }

        @Test
        void isNoNewsWhenAFindingGetsLighter() {
            ObjectNode cleared = lorazepam("2.5");
            cleared.putArray("cleared").add("IX_BZD");

            assertThat(news(decided(cleared), lorazepam("2"))).isEmpty();
        }

        @Test
        void isNewsWhenTheIntakeAsksForALowStart() {
            ObjectNode later = usual();
            later.putObject("intake").put("fearOfLosingControl", 6);

            assertThat(news(decided(usual()), later)).containsExactly("LOW_START_FEAR_OF_LOSING_CONTROL");
        }

        @Test
        void isNewsWhenThePatientDoesNotAskForTheFearedInjectionAnyMore() {
            ObjectNode phobia = usual();
            phobia.putObject("intake").put("injectionRequested", true).putObject("primaryDiagnosis")
                    .put("code", "SPECIFIC_PHOBIA").put("icd10", "F40.231");
            ObjectNode notAsking = phobia.deepCopy();
            notAsking.withObjectProperty("intake").put("injectionRequested", false);

            assertThat(news(decided(phobia), notAsking)).containsExactly("INJECTION_PHOBIA");
            assertThat(news(decided(notAsking), phobia)).isEmpty();
        }

        @Test
        void isNewsWhenTheScreenerTellsOfSuicideRisk() {
            CandidacyDecision decision = decided(usual());

            for (String risk : List.of("suicideAlertAt", "suicideModerateAlertAt")) {
                String code = risk.equals("suicideAlertAt") ? "SCR_SUICIDE_HIGH" : "SCR_SUICIDE_MODERATE";
                assertThat(news(decision, usual().put(risk, "2026-03-02T16:00:00Z"))).containsExactly(code);
                assertThat(decision.newFindingsIn(reviewed(usual().put(risk, "2026-03-02T16:00:00Z")))).containsExactly(code);
                assertThat(news(decision, usual().put(risk, "2026-03-02T09:00:00Z"))).isEmpty();
            }
        }

        @Test
        void isNewsWhenTheScreenerTellsTheRiskOnceMoreThatWasWeighed() {
            CandidacyDecision decision = decided(cleared("SUICIDE_MODERATE", atRisk()));

            assertThat(news(decision, cleared("SUICIDE_MODERATE", atRisk()).put("suicideModerateAlertAt", "2026-03-02T16:00:00Z")))
                    .containsExactly("SCR_SUICIDE_MODERATE");
            assertThat(decision.newFindingsIn(reviewed(atRisk().put("suicideModerateAlertAt", "2026-03-02T16:00:00Z"))))
                    .containsExactly("SCR_SUICIDE_MODERATE");
            assertThat(news(decision, atRisk().put("suicideModerateAlertAt", "2026-03-02T09:00:00Z"))).isEmpty();
            assertThat(news(decision, atRisk().put("suicideAlertAt", "2026-03-02T16:00:00Z"))).containsExactly("SCR_SUICIDE_HIGH");
        }

        @Test
        void isNoNewsThatAnAlertWhichWasWeighedStandsOrThatALaterVisitTellsTheSame() {
            ObjectNode alerted = usual().put("suicideModerateAlertAt", "2026-03-02T11:00:00Z").put("clearedAt", "2026-03-02T12:00:00Z");
            CandidacyDecision decision = decided(cleared("SUICIDE_MODERATE", alerted));

            assertThat(decision.permitsTreatment(DECIDED)).isTrue();
            assertThat(news(decision, alerted)).isEmpty();
            assertThat(news(decision, atRisk())).isEmpty();
            assertThat(news(decision, alerted.deepCopy().put("suicideModerateAlertAt", "2026-03-02T11:00:01Z")))
                    .containsExactly("SCR_SUICIDE_MODERATE");
        }

        @Test
        void needsConsentAnewForAnExclusionHeardOfLate() {
            CandidacyDecision weighed = Person.read(decided(gone()), true, DECIDED);

            assertThat(decided(usual()).newFindingsIn(reviewed(gone()))).containsExactly("NO_LONGER_FOUND_SCR_PHEO");
            assertThat(weighed.newFindingsIn(reviewed(gone()))).isEmpty();
        }

        @Test
        void isNewsWhenTheDiagnosisIsOutOfScope() {
            ObjectNode later = usual();
            later.putObject("intake").putObject("primaryDiagnosis").put("code", "OTHER");

            assertThat(news(decided(usual()), later)).containsExactly("DX_OUT_OF_SCOPE", "NEW_PRIMARY_DIAGNOSIS");
        }

        /** Nobody ever weighed it, whatever the rules would say of it. */
        @Test
        void isNewsWhenTheDiagnosisIsAnother() {
            ObjectNode later = usual();
            later.putObject("intake").putObject("primaryDiagnosis").put("code", "GAD");

            assertThat(news(decided(usual()), later)).containsExactly("NEW_PRIMARY_DIAGNOSIS");
        }

        @Test
        void isNewsWhenTheScreeningKnowsNothingOfANewSecondaryDiagnosis() {
            CandidacyDecision decision = decided(cleared("OUD_HISTORY", with("OUD_HISTORY")));

            assertThat(news(decided(usual()), diagnosed(usual(), "PSYCHOTIC_DISORDER"))).containsExactly("DX_CONTRADICTED_PSYCHOTIC_DISORDER");
            assertThat(news(decision, diagnosed(with("OUD_HISTORY"), "OPIOID_USE_DISORDER"))).isEmpty();
            assertThat(news(decided(usual()), diagnosed(usual(), "OCD"))).isEmpty();
        }

        @Test
        void isNewsWhenALaterScreeningDeniesASecondaryDiagnosis() {
            CandidacyDecision decision = decided(cleared("OUD_HISTORY", diagnosed(with("OUD_HISTORY"), "OPIOID_USE_DISORDER")));

            assertThat(news(decision, diagnosed(usual(), "OPIOID_USE_DISORDER"))).containsExactly("DX_CONTRADICTED_OPIOID_USE_DISORDER");
            assertThat(news(decision, notAskedAgain(diagnosed(usual(), "OPIOID_USE_DISORDER")))).isEmpty();
        }

        @Test
        void isNewsWhenADrugTakenNowIsNotListed() {
            ObjectNode listed = current(taking("sertraline"), "SSRI", "Zoloft");

            assertThat(news(decided(usual()), current(usual(), "MAOI", "phenelzine"))).containsExactly("CURRENT_TREATMENT_NOT_LISTED");
            assertThat(news(decided(taking("sertraline")), listed)).isEmpty();
            assertThat(news(decided(listed), current(usual(), "SSRI", "Zoloft"))).containsExactly("CURRENT_TREATMENT_NOT_LISTED");
        }

        /** A partial screening ends nothing by what it leaves out. */
        @Nested
        class AndLeftOpen {

            @Test
            void isNoNewsThatNothingWasAskedAgain() {
                ObjectNode cleared = diagnosed(with("BIPOLAR_STABLE"), "BIPOLAR");
                cleared.put("ageYears", 60).withArray("cleared").add("BIPOLAR_STABLE");
                cleared.putArray("medications").addObject().put("name", "lithium");
                cleared.putObject("screening").putObject("tests").put("qtcMilliseconds", 430);
                ObjectNode again = notAskedAgain(diagnosed(usual().put("ageYears", 60), "BIPOLAR"));
                ObjectNode listed = current(taking("sertraline"), "SSRI", "sertraline");

                assertThat(news(decided(usual()), notAskedAgain(usual()))).isEmpty();
                assertThat(news(decided(cleared), again)).isEmpty();
                assertThat(news(decided(listed), notAskedAgain(current(usual(), "SSRI", "sertraline")))).isEmpty();
            }

            @Test
            void isNewsWhenARowIsSaidToBeUnknown() {
                assertThat(news(decided(usual()), answered("PSYCHOSIS_ACTIVE", "UNKNOWN"))).containsExactly("UNANSWERED_SCR_PSYCHOSIS_ACTIVE");
                assertThat(news(decided(usual()), asking(usual(), "MANIA_CURRENT", "UNKNOWN"))).containsExactly("UNANSWERED_SCR_MANIA_CURRENT");
                assertThat(news(decided(cleared("AIRWAY", answered("AIRWAY", "DIFFICULT_AIRWAY"))), answered("AIRWAY", "UNKNOWN")))
                        .containsExactly("UNANSWERED_SCR_AIRWAY");
            }

            @Test
            void isNewsWhenAnAssessmentIsDue() {
                assertThat(news(decided(usual()), measured("auditCTotal", 8))).containsExactly("UNANSWERED_SCR_SUD_ACTIVE");
                assertThat(news(decided(usual()), measured("dast10Total", 6))).containsExactly("UNANSWERED_SCR_SUD_ACTIVE");
                assertThat(news(decided(usual()), measured("auditCTotal", 7))).isEmpty();
                assertThat(news(decided(usual()), measured("dast10Total", 5))).isEmpty();
                assertThat(news(decided(usual()), ruledOut())).isEmpty();
            }

            private static ObjectNode ruledOut() {
                ObjectNode given = answered("SUD_ACTIVE", "RULED_OUT");
                given.putObject("screening").put("auditCTotal", 12).putNull("dast10Total");
                return given;
            }

            @Test
            void isNewsWhatFewerThanThreeReadingsAreAt() {
                assertThat(news(decided(usual()), pressed(160, 80))).containsExactly("UNANSWERED_SCR_HTN_UNCONTROLLED");
                assertThat(news(decided(usual()), pressed(120, 100, 120, 101))).containsExactly("UNANSWERED_SCR_HTN_UNCONTROLLED");
                assertThat(news(decided(usual()), pressed(159, 99))).containsExactly("UNANSWERED_SCR_HTN_ELEVATED");
                assertThat(news(decided(usual()), pressed(139, 89))).isEmpty();
                assertThat(news(decided(usual()), pressed(170, 70, 108, 60))).isEmpty();
                assertThat(news(decided(usual()), pressed())).isEmpty();
            }

            @Test
            void isNoNewsThatAClearedPressureIsStillElevated() {
                ObjectNode elevated = usual();
                elevated.putArray("pressure").add(145).add(85);

                assertThat(news(decided(cleared("HTN_ELEVATED", elevated)), pressed(150, 90))).isEmpty();
                assertThat(news(decided(cleared("HTN_ELEVATED", elevated)), pressed(165, 90))).containsExactly("UNANSWERED_SCR_HTN_UNCONTROLLED");
            }

            @Test
            void isNewsWhatAMeasurementTellsBesideARowThatWasNotAsked() {
                ObjectNode snoring = usual();
                snoring.putArray("notAsked").add("AIRWAY");
                snoring.putObject("screening").put("stopBangTotal", 6);

                assertThat(news(decided(usual()), snoring)).containsExactly("UNANSWERED_SCR_AIRWAY");
                ObjectNode weighed = usual();
                weighed.putObject("screening").put("stopBangTotal", 6);
                assertThat(news(decided(cleared("AIRWAY", weighed)), snoring)).isEmpty();
            }

            @Test
            void isNewsWhenADrugAsksForAnEcgThatIsNotThere() {
                ObjectNode recorded = taking("citalopram");
                recorded.putObject("screening").putObject("tests").put("qtcMilliseconds", 430);

                assertThat(news(decided(usual()), taking("citalopram"))).containsExactly("UNANSWERED_SCR_QTC");
                assertThat(news(decided(recorded), taking("citalopram"))).isEmpty();
                assertThat(news(decided(recorded), taking("citalopram", "azithromycin"))).containsExactly("UNANSWERED_SCR_QTC");
            }

            @Test
            void isNewsWhenALowTshAsksForMore() {
                assertThat(news(decided(usual()), tested("tshMilliunitsPerLiter", "0.01"))).containsExactly("UNANSWERED_SCR_THYROID");
            }

            @Test
            void isNewsWhenAProlongedQtHasAnotherCauseAndNoEcg() {
                ObjectNode prolonged = taking("citalopram");
                prolonged.putObject("screening").putObject("tests").put("qtcMilliseconds", 480);

                assertThat(news(decided(prolonged), taking("citalopram"))).isEmpty();
                assertThat(news(decided(prolonged), taking("citalopram", "azithromycin"))).containsExactly("UNANSWERED_SCR_QTC");
            }

            @Test
            void isNewsWhenSomebodyMayBecomePregnantAfterAllAndWasNotTested() {
                ObjectNode notPossible = usual();
                notPossible.putObject("screening").put("childbearingPotential", false).putObject("tests").putNull("pregnancyTest");
                ObjectNode possible = usual();
                possible.putObject("screening").put("childbearingPotential", true).putObject("tests").putNull("pregnancyTest");
                ObjectNode notSaid = usual();
                notSaid.putObject("screening").putObject("tests").putNull("pregnancyTest");

                assertThat(news(decided(notPossible), possible)).containsExactly("UNANSWERED_SCR_PREGNANCY");
                assertThat(news(decided(notPossible), notSaid)).isEmpty();
                assertThat(news(decided(usual()), possible)).isEmpty();
            }

            @Test
            void isNewsThatADrugIsTakenWhileNobodyAskedForTheList() {
                assertThat(news(decided(usual()), notAskedAgain(current(usual(), "MAOI", "phenelzine"))))
                        .containsExactly("UNANSWERED_CURRENT_TREATMENT_NOT_LISTED");
            }

            @Test
            void isNewsThatSomethingIsDiagnosedWhileNobodyAskedForIt() {
                assertThat(news(decided(usual()), notAskedAgain(diagnosed(usual(), "PSYCHOTIC_DISORDER"))))
                        .containsExactly("UNANSWERED_DX_CONTRADICTED_PSYCHOTIC_DISORDER");
            }

            /** Unknown is no finding: whoever consented is asked anew when something is found. */
            @Test
            void needsNoConsentAnew() {
                assertThat(decided(usual()).newFindingsIn(reviewed(answered("PSYCHOSIS_ACTIVE", "UNKNOWN")))).isEmpty();
            }

            private static ObjectNode asking(ObjectNode given, String row, String state) {
                given.putObject("answers").put(row, state);
                given.putObject("screening").putNull("asrmTotal");
                return given;
            }

            private static ObjectNode measured(String total, int value) {
                ObjectNode given = usual();
                ObjectNode screening = given.putObject("screening").putNull("auditCTotal").putNull("dast10Total");
                screening.put(total, value);
                return given;
            }

            private static ObjectNode pressed(int... readings) {
                ObjectNode given = usual();
                ArrayNode pressures = given.putObject("screening").putArray("bloodPressureReadings");
                for (int i = 0; i < readings.length; i += 2) {
                    pressures.addObject().put("systolic", readings[i]).put("diastolic", readings[i + 1]);
                }
                return given;
            }
        }

        private static ObjectNode notAskedAgain(ObjectNode given) {
            given.putArray("notAsked").add("ALL");
            ObjectNode screening = given.putObject("screening");
            List.of("bloodPressureReadings", "heartRate", "oxygenSaturation", "weightKilograms", "heightCentimeters", "cssrs", "asrmTotal",
                    "auditCTotal", "dast10Total", "stopBangTotal", "medications", "tests").forEach(screening::putNull);
            return given;
        }

        private static ObjectNode diagnosed(ObjectNode given, String secondary) {
            given.putObject("intake").putArray("comorbidities").add(secondary);
            return given;
        }

        private static ObjectNode current(ObjectNode given, String treatmentClass, String agent) {
            given.putArray("treatments")
                    .add(Person.FAILED_SERTRALINE.deepCopy())
                    .addObject().put("treatmentClass", treatmentClass).put("agent", agent).put("current", true).put("adherent", true)
                    .put("outcome", "NONE");
            return given;
        }

        @Test
        void isNoNewsThatAnxietyBecameMilder() {
            ObjectNode later = usual();
            later.putObject("intake").putObject("severity").put("cgiSeverity", 2).putObject("primaryEndpoint").put("total", 20);

            assertThat(news(decided(usual()), later)).isEmpty();
        }

        @Test
        void knowsAClearedFindingAgain() {
            ObjectNode cleared = usual();
            cleared.putObject("answers").put("PD_UNSTABLE", "PRESENT");
            CandidacyDecision decision = decided(cleared.deepCopy().set("cleared",
                    JsonNodeFactory.instance.arrayNode().add("PD_UNSTABLE")));

            assertThat(news(decision, cleared)).isEmpty();
        }

        @Test
        void needsConsentAnewForAbsoluteAndRelativeFindingsOnly() {
            CandidacyDecision decision = decided(usual());

            assertThat(decision.newFindingsIn(reviewed(with("PHEO")))).containsExactly("SCR_PHEO");
            assertThat(decision.newFindingsIn(reviewed(with("PD_UNSTABLE")))).containsExactly("SCR_PD_UNSTABLE");
            assertThat(decision.newFindingsIn(reviewed(with("PSYCHOSIS_FDR")))).isEmpty();
        }

        @Test
        void isNewsWhenAClearedRowHasAnotherCause() {
            CandidacyDecision decision = decided(cleared("AIRWAY", answered("AIRWAY", "DIFFICULT_AIRWAY")));

            assertThat(news(decision, answered("AIRWAY", "UNTREATED_SLEEP_APNEA"))).containsExactly("SCR_AIRWAY");
            assertThat(decision.newFindingsIn(reviewed(answered("AIRWAY", "UNTREATED_SLEEP_APNEA")))).containsExactly("SCR_AIRWAY");
            assertThat(news(decision, answered("AIRWAY", "DIFFICULT_AIRWAY"))).isEmpty();
        }

        @Test
        void isNewsWhenAClearedRowGetsASecondCauseBesideTheFirst() {
            ObjectNode snoring = answered("AIRWAY", "DIFFICULT_AIRWAY");
            snoring.putObject("screening").put("stopBangTotal", 6);
            CandidacyDecision decision = decided(cleared("AIRWAY", answered("AIRWAY", "DIFFICULT_AIRWAY")));

            assertThat(news(decision, snoring)).containsExactly("SCR_AIRWAY");
            assertThat(news(decided(cleared("AIRWAY", snoring)), answered("AIRWAY", "DIFFICULT_AIRWAY"))).isEmpty();
        }

        @Test
        void isNewsWhenAnotherDrugOfTheClassIsTaken() {
            CandidacyDecision decision = decided(cleared("IX_OPI", taking("tramadol")));

            assertThat(news(decision, taking("tramadol", "oxycodone"))).containsExactly("IX_OPI");
            assertThat(news(decision, taking("tramadol"))).isEmpty();
            assertThat(news(decided(cleared("IX_OPI", taking("tramadol", "oxycodone"))), taking("tramadol"))).isEmpty();
        }

        @Test
        void isNewsWhenAnAntidepressantThatRaisesBloodPressureIsTaken() {
            CandidacyDecision watched = decided(taking("venlafaxine"));

            assertThat(news(decided(usual()), taking("venlafaxine"))).containsExactly("IX_AD");
            assertThat(news(decided(taking("sertraline")), taking("sertraline", "amitriptyline"))).containsExactly("IX_AD");
            assertThat(news(decided(usual()), taking("sertraline"))).isEmpty();
            assertThat(news(watched, taking("venlafaxine", "sertraline"))).isEmpty();
            assertThat(news(watched, taking("sertraline"))).isEmpty();
            assertThat(watched.result().conditions()).contains(Condition.WATCH_BLOOD_PRESSURE);
            assertThat(decided(usual()).newFindingsIn(reviewed(taking("venlafaxine")))).as("consent is not asked anew").isEmpty();
        }

        @Test
        void isNewsWhenAnotherUnknownDrugIsTaken() {
            CandidacyDecision decision = decided(cleared("IX_UNKNOWN", taking("moonroot")));

            assertThat(news(decision, taking("moonroot", "sunroot"))).containsExactly("IX_UNKNOWN");
            assertThat(news(decision, taking("sunroot"))).containsExactly("IX_UNKNOWN");
            assertThat(news(decision, taking(" Moonroot "))).isEmpty();
        }

        @Test
        void isNewsWhenAnotherLaboratoryValueIsOff() {
            CandidacyDecision decision = decided(cleared("ANAEMIA_ELECTROLYTE", tested("hemoglobinGramsPerDeciliter", "7.5")));

            assertThat(news(decision, tested("potassiumMillimolesPerLiter", "2.8"))).containsExactly("SCR_ANAEMIA_ELECTROLYTE");
            assertThat(news(decision, tested("hemoglobinGramsPerDeciliter", "7.4"))).isEmpty();
            assertThat(news(decided(cleared("ANAEMIA_ELECTROLYTE", tested("potassiumMillimolesPerLiter", "2.8"))),
                    tested("potassiumMillimolesPerLiter", "5.8"))).containsExactly("SCR_ANAEMIA_ELECTROLYTE");
        }

        @Test
        void isNewsWhenItHappenedAgain() {
            CandidacyDecision decision = decided(cleared("SELF_HARM_RECENT", happened("SELF_HARM_RECENT", "2025-09-01")));

            assertThat(news(decision, happened("SELF_HARM_RECENT", "2025-11-25"))).containsExactly("SCR_SELF_HARM_RECENT");
            assertThat(news(decision, happened("SELF_HARM_RECENT", "2025-09-01"))).isEmpty();
        }

        @Test
        void isNoNewsThatTheSameCauseMeasuresDifferently() {
            CandidacyDecision heavy = decided(cleared("BMI_40", weighing(120)));

            assertThat(news(heavy, weighing(121))).isEmpty();
            assertThat(news(heavy, weighing(95))).isEmpty();
            assertThat(news(decided(weighing(95)), weighing(120))).containsExactly("SCR_BMI_40");
        }

        @Test
        void knowsNoCauseOfADecisionStoredBeforeCausesWereKept() {
            CandidacyRule before = CandidacyRule.plain("SCR_AIRWAY", CandidacyRule.RuleClass.REL, CandidacyRule.RuleOutcome.CLEARED,
                    "any", "DIFFICULT_AIRWAY", "R/P");
            CandidacyRule now = new CandidacyRule("SCR_AIRWAY", CandidacyRule.RuleClass.REL, CandidacyRule.RuleOutcome.FIRED, "any",
                    "DIFFICULT_AIRWAY", "R/P", Set.of("DIFFICULT_AIRWAY"), Set.of());

            assertThat(now.isNewsAfter(before)).isTrue();
            assertThat(now.isNewsAfter(now)).isFalse();
        }

        @Test
        void isNewsWhenTheSameCauseDemandsMore() {
            CandidacyRule before = new CandidacyRule("SCR_AIRWAY", CandidacyRule.RuleClass.REL, CandidacyRule.RuleOutcome.CLEARED, "any",
                    "STOP-BANG 6", "R/P", Set.of("STOP_BANG"), Set.of());
            CandidacyRule now = new CandidacyRule("SCR_AIRWAY", CandidacyRule.RuleClass.REL, CandidacyRule.RuleOutcome.FIRED, "any",
                    "STOP-BANG 6", "R/P", Set.of("STOP_BANG"), Set.of(Condition.NO_PSYCHEDELIC_LEVEL_IM_IV));

            assertThat(now.isNewsAfter(before)).isTrue();
            assertThat(before.isNewsAfter(now)).isFalse();
        }

        @Test
        void isNewsWhenAFurtherScreeningHadAnExclusionThatIsGone() {
            ObjectNode again = gone();
            again.withArray("excludedEarlier").addObject().put("code", "SCR_PHEO").put("screening", UUID.randomUUID().toString());
            CandidacyDecision decision = Person.read(decided(gone()), true, DECIDED);

            assertThat(news(decision, again)).containsExactly("NO_LONGER_FOUND_SCR_PHEO");
            assertThat(news(decision, gone())).isEmpty();
        }

        @Test
        void isNewsWithConsentAnewWhenAScreeningChartedLateFoundWhatTheLatestDoesNot() {
            CandidacyDecision decision = decided(usual());

            assertThat(news(decision, gone())).containsExactly("NO_LONGER_FOUND_SCR_PHEO");
            assertThat(decision.newFindingsIn(reviewed(gone()))).containsExactly("NO_LONGER_FOUND_SCR_PHEO");
            assertThat(news(decision, relativeGone("SCR_OUD_HISTORY"))).containsExactly("NO_LONGER_FOUND_SCR_OUD_HISTORY");
            assertThat(decision.newFindingsIn(reviewed(relativeGone("SCR_OUD_HISTORY")))).containsExactly("NO_LONGER_FOUND_SCR_OUD_HISTORY");
        }

        @Test
        void isNoNewsThatAFindingItWeighedIsGone() {
            CandidacyDecision decision = decided(cleared("SUICIDE_MODERATE", atRisk()));
            ObjectNode gone = relativeGone("SCR_SUICIDE_MODERATE");
            gone.withArray("excludedEarlier").addObject().put("code", "SCR_SUICIDE_MODERATE").put("class", "REL")
                    .put("screening", UUID.randomUUID().toString()).putArray("demands").add("SAFETY_PLAN");

            assertThat(news(decision, gone)).isEmpty();
            assertThat(decision.newFindingsIn(reviewed(gone))).isEmpty();
        }

        @Test
        void isNoNewsThatWhatItKnewToBeCorrectedIsNotMeasuredAgain() {
            ObjectNode corrected = usual();
            corrected.putArray("excludedEarlier").addObject().put("code", "SCR_RENAL_SEVERE").put("class", "REL").put("on", "2026-02-20");
            ObjectNode notMeasured = corrected.deepCopy();
            notMeasured.putObject("screening").putObject("tests").putNull("egfr");

            assertThat(news(decided(corrected), notMeasured)).isEmpty();
            assertThat(news(decided(usual()), notMeasured)).containsExactly("NO_LONGER_FOUND_SCR_RENAL_SEVERE");
        }

        @Test
        void isNewsThatAHeavierFindingThanItWeighedIsGone() {
            ObjectNode longAgo = happened("KETAMINE_MISUSE", "2015-01-01");
            CandidacyDecision decision = decided(cleared("KETAMINE_MISUSE", longAgo));
            ObjectNode excluded = longAgo.deepCopy();
            excluded.putArray("excludedEarlier").add("SCR_KETAMINE_MISUSE");

            assertThat(news(decision, excluded)).containsExactly("NO_LONGER_FOUND_SCR_KETAMINE_MISUSE");
        }

        @Test
        void isNewsThatAnEarlierScreeningKnewOfALaterEventThanItWeighed() {
            CandidacyDecision decision = decided(cleared("SELF_HARM_RECENT", happened("SELF_HARM_RECENT", "2025-09-01")));

            assertThat(news(decision, happenedAlso("2026-02-25"))).containsExactly("NO_LONGER_FOUND_SCR_SELF_HARM_RECENT");
            assertThat(news(decision, happenedAlso("2025-09-01"))).isEmpty();
        }

        @Test
        void isNewsThatAnEarlierScreeningDemandedMoreThanItWeighed() {
            CandidacyDecision decision = decided(cleared("AIRWAY", answered("AIRWAY", "UNTREATED_SLEEP_APNEA")));
            ObjectNode difficult = answered("AIRWAY", "UNTREATED_SLEEP_APNEA");
            difficult.putArray("excludedEarlier").addObject().put("code", "SCR_AIRWAY").put("class", "REL")
                    .putArray("demands").add("CLINIC_WITH_AIRWAY_SKILLS");

            assertThat(news(decision, difficult)).containsExactly("NO_LONGER_FOUND_SCR_AIRWAY");
        }

        @Test
        void isNewsThatAnEarlierIntakeKnewOfADiagnosisThatNobodyTells() {
            assertThat(news(decided(usual()), relativeGone("DX_OPIOID_USE_DISORDER"))).containsExactly("NO_LONGER_FOUND_DX_OPIOID_USE_DISORDER");
            assertThat(news(decided(usual()), diagnosed("OPIOID_USE_DISORDER", relativeGone("DX_OPIOID_USE_DISORDER"))))
                    .doesNotContain("NO_LONGER_FOUND_DX_OPIOID_USE_DISORDER");
        }

        @Test
        void isNoNewsThatADiagnosisItWeighedIsGone() {
            CandidacyDecision decision = decided(diagnosed("OPIOID_USE_DISORDER", cleared("OUD_HISTORY", answered("OUD_HISTORY", "PRESENT"))));

            assertThat(news(decision, relativeGone("DX_OPIOID_USE_DISORDER"))).isEmpty();
            assertThat(news(decision, relativeGone("DX_DISSOCIATIVE_DISORDER"))).containsExactly("NO_LONGER_FOUND_DX_DISSOCIATIVE_DISORDER");
        }

        private static ObjectNode diagnosed(String comorbidity, ObjectNode given) {
            given.withObject("/intake").putArray("comorbidities").add(comorbidity);
            return given;
        }

        private static ObjectNode happenedAlso(String on) {
            ObjectNode given = happened("SELF_HARM_RECENT", "2025-09-01");
            given.putArray("excludedEarlier").addObject().put("code", "SCR_SELF_HARM_RECENT").put("class", "REL").put("statedOn", on);
            return given;
        }

        private static ObjectNode atRisk() {
            ObjectNode given = usual();
            given.putObject("screening").put("cssrs", "MODERATE");
            return given;
        }

        private static ObjectNode relativeGone(String code) {
            ObjectNode given = usual();
            given.putArray("excludedEarlier").addObject().put("code", code).put("class", "REL");
            return given;
        }

        private static ObjectNode gone() {
            ObjectNode given = usual();
            given.putArray("excludedEarlier").addObject().put("code", "SCR_PHEO");
            return given;
        }

        private static ObjectNode cleared(String code, ObjectNode given) {
            ObjectNode cleared = given.deepCopy();
            cleared.putArray("cleared").add(code);
            return cleared;
        }

        private static ObjectNode answered(String row, String state) {
            ObjectNode given = usual();
            given.putObject("answers").put(row, state);
            return given;
        }

        private static ObjectNode happened(String row, String on) {
            ObjectNode given = usual();
            given.putObject("answers").putObject(row).put("state", "PRESENT").put("on", on);
            return given;
        }

        private static ObjectNode taking(String... drugs) {
            ObjectNode given = usual();
            ArrayNode medications = given.putArray("medications");
            for (String drug : drugs) {
                medications.addObject().put("name", drug).put("dailyDoseMilligrams", "10");
            }
            return given;
        }

        private static ObjectNode tested(String test, String value) {
            ObjectNode given = usual();
            given.putObject("screening").putObject("tests").put(test, value);
            return given;
        }

        @Test
        void isThatNoFailedTreatmentIsLeftUnlessNoneWasWeighed() {
            ObjectNode nothingFailed = usual();
            nothingFailed.putArray("treatments");

            assertThat(news(decided(usual()), nothingFailed)).containsExactly("NOT_RESISTANT");
            assertThat(news(decided(nothingFailed.deepCopy().put("override", "PATIENT_CANNOT_WAIT")), nothingFailed)).isEmpty();
        }

        private static ObjectNode weighing(int kilograms) {
            ObjectNode given = usual();
            given.putObject("screening").put("weightKilograms", kilograms);
            return given;
        }

        private List<String> newsWith(String row) {
            return news(decided(usual()), with(row));
        }

        private static ObjectNode with(String row) {
            ObjectNode later = usual();
            later.putObject("answers").put(row, "PRESENT");
            return later;
        }

        private static ObjectNode lorazepam(String milligrams) {
            ObjectNode given = usual();
            given.putArray("medications").addObject().put("name", "lorazepam").put("dailyDoseMilligrams", milligrams);
            return given;
        }

        private static List<String> news(CandidacyDecision decision, ObjectNode later) {
            return decision.newsIn(Person.candidacyInputs(later), reviewed(later));
        }
    }

    @Nested
    class WithASecondReader {

        @Test
        void permitsNothingUntilTheReaderAgrees() {
            CandidacyDecision waiting = overridden();

            assertThat(waiting.permitsTreatment(DECIDED)).isFalse();
            assertThat(Person.read(waiting, true, DECIDED).permitsTreatment(DECIDED)).isTrue();
            assertThat(Person.read(waiting, false, DECIDED).permitsTreatment(DECIDED)).isFalse();
        }

        @Test
        void refusesThePhysicianWhoDecided() {
            assertThatThrownBy(() -> overridden().read(Person.PHYSICIAN, true, overridden().result(), DECIDED))
                    .isInstanceOf(CandidacyRefusal.SameReader.class);
        }

        @Test
        void isNotReadTwice() {
            CandidacyDecision read = Person.read(overridden(), false, DECIDED);

            assertThatThrownBy(() -> Person.read(read, true, DECIDED))
                    .isInstanceOf(CandidacyRefusal.NotAwaitingReader.class);
            assertThat(read.end(List.of("REPLACED"), DECIDED)).isEqualTo(read);
        }

        @Test
        void isNotReadWhenNoneIsNeeded() {
            assertThatThrownBy(() -> Person.read(decided(usual()), true, DECIDED))
                    .isInstanceOf(CandidacyRefusal.NotAwaitingReader.class);
        }

        @Test
        void keepsWhoReadAndWhen() {
            Instant later = DECIDED.plusSeconds(60);

            assertThat(Person.read(overridden(), true, later).state())
                    .isEqualTo(new CandidacyDecision.State.InForce(Person.SECOND_PHYSICIAN, later));
            assertThat(Person.read(overridden(), false, later).state())
                    .isEqualTo(new CandidacyDecision.State.NotConfirmed(Person.SECOND_PHYSICIAN, later));
        }

        @Test
        void isEndedBeforeAReaderAgrees() {
            CandidacyDecision ended = overridden().end(List.of("REPLACED"), DECIDED);

            assertThat(ended.state()).isEqualTo(new CandidacyDecision.State.Ended(null, List.of("REPLACED"), DECIDED));
            assertThatThrownBy(() -> Person.read(ended, true, DECIDED))
                    .isInstanceOf(CandidacyRefusal.NotAwaitingReader.class);
        }

        @Test
        void isRefusedWithEveryReasonWhenTheRulesProposeSomethingElse() {
            ObjectNode later = given().put("today", "2026-05-26");
            later.putObject("answers").put("PHEO", "PRESENT");

            assertThat(reasonsAgainst(overridden(), later)).containsExactlyInAnyOrder(
                    "SCREENING_OUT_OF_DATE", "SCREENING_INCOMPLETE", "SCR_PHEO");
        }

        @Test
        void isRefusedWhenAClearanceIsOver() {
            ObjectNode crisis = given();
            crisis.putObject("answers").put("PD_UNSTABLE", "PRESENT");
            CandidacyDecision waiting = decided(crisis.deepCopy().set("cleared", crisis.arrayNode().add("PD_UNSTABLE")));

            assertThat(reasonsAgainst(waiting, crisis)).containsExactlyInAnyOrder("SCR_PD_UNSTABLE", "REL_UNCLEARED");
        }

        @Test
        void isRefusedWhenTheCaseBecameMilder() {
            ObjectNode mild = given();
            mild.putObject("intake").putObject("severity").put("cgiSeverity", 2).putObject("primaryEndpoint").put("total", 20);

            assertThat(reasonsAgainst(overridden(), mild)).containsExactly("SEVERITY_LOW");
        }

        @Test
        void isRefusedWhenItIsAcceptedOnOtherConditions() {
            ObjectNode relative = given();
            relative.putObject("answers").put("PD_UNSTABLE", "PRESENT");
            relative.putArray("cleared").add("PD_UNSTABLE");
            relative.putArray("clearanceConditions").add("IN_CLINIC_ONLY");
            ObjectNode without = relative.deepCopy();
            without.remove("clearanceConditions");

            assertThat(reasonsAgainst(decided(relative), without)).containsExactly("ANOTHER_ACCEPTANCE");
            assertThat(reasonsAgainst(decided(relative), relative)).isEmpty();
        }

        @Test
        void isRefusedOnceItsTimeIsOver() {
            CandidacyDecision waiting = overridden();
            Instant over = waiting.expiresAt();

            assertThat(catchThrowableOfType(CandidacyRefusal.Overtaken.class, () -> Person.read(waiting, true, over)).reasons())
                    .containsExactly("OUT_OF_DATE");
            assertThat(Person.read(waiting, true, over.minusSeconds(1)).permitsTreatment(over.minusSeconds(1))).isTrue();
        }

        @Test
        void hearsAReaderWhoDoesNotAgreeWhateverHasChanged() {
            ObjectNode later = given().put("today", "2026-05-26");

            assertThat(overridden().read(Person.SECOND_PHYSICIAN, false, reviewed(later), DECIDED).state())
                    .isEqualTo(new CandidacyDecision.State.NotConfirmed(Person.SECOND_PHYSICIAN, DECIDED));
        }

        private List<String> reasonsAgainst(CandidacyDecision waiting, ObjectNode later) {
            CandidacyInputs present = Person.candidacyInputs(later);
            CandidacyRefusal.Overtaken refusal = catchThrowableOfType(CandidacyRefusal.Overtaken.class,
                    () -> waiting.read(Person.SECOND_PHYSICIAN, true, Person.candidacy().decide(present), present.at()));
            return refusal == null ? List.of() : refusal.reasons();
        }

        @Test
        void isNotNeededForADecisionThatDoesNotAccept() {
            ObjectNode given = usual().put("override", "PATIENT_CANNOT_WAIT");
            given.putArray("treatments");
            given.putObject("answers").put("PHEO", "PRESENT");

            assertThat(decided(given).state()).isEqualTo(new CandidacyDecision.State.InForce(null, DECIDED));
        }

        private CandidacyDecision overridden() {
            return decided(given());
        }

        private ObjectNode given() {
            ObjectNode given = usual().put("override", "PATIENT_CANNOT_WAIT");
            given.putArray("treatments");
            return given;
        }
    }

    @Nested
    class WithAnEarlierFindingGone {

        private final CandidacyDecision waiting = decided(gone());
        private final EarlierFinding exclusion = waiting.inputs().earlierExclusions().getFirst();

        private ObjectNode gone() {
            ObjectNode given = usual();
            given.putArray("excludedEarlier").add("SCR_ANEURYSM_AVM");
            return given;
        }

        @Test
        void isAgreedOnByASecondReaderForGood() {
            CandidacyDecision agreed = Person.read(waiting, true, DECIDED);

            assertThat(agreed.wasAgreedOn(exclusion)).isTrue();
            assertThat(agreed.end(List.of("OUT_OF_DATE"), DECIDED).wasAgreedOn(exclusion)).isTrue();
        }

        @Test
        void isNotAgreedOnByNobodyAndByAReaderWhoRefuses() {
            assertThat(waiting.wasAgreedOn(exclusion)).isFalse();
            assertThat(waiting.end(List.of("REPLACED"), DECIDED).wasAgreedOn(exclusion)).isFalse();
            assertThat(Person.read(waiting, false, DECIDED).wasAgreedOn(exclusion)).isFalse();
        }

        @Test
        void isNotAgreedOnForAnotherScreeningOrFinding() {
            CandidacyDecision agreed = Person.read(waiting, true, DECIDED);

            assertThat(agreed.wasAgreedOn(told(UUID.randomUUID(), "SCR_ANEURYSM_AVM"))).isFalse();
            assertThat(agreed.wasAgreedOn(told(Person.SCREENING_ID, "SCR_PHEO"))).isFalse();
        }

        private static EarlierFinding told(UUID screening, String code) {
            return new EarlierFinding(screening, code, null, false, null, null, null, null, null, null);
        }

        @Test
        void isNotAgreedOnWhenItWasCorrected() {
            ObjectNode given = gone().put("override", "PATIENT_CANNOT_WAIT");
            given.putArray("treatments");
            given.putArray("excludedEarlier").addObject().put("code", "SCR_TACHYCARDIA").put("on", "2026-02-20");
            CandidacyDecision agreed = Person.read(decided(given), true, DECIDED);

            assertThat(agreed.wasAgreedOn(agreed.inputs().earlierExclusions().getFirst())).isFalse();
        }
    }

    @Nested
    class WhenEnded {

        @Test
        void permitsNothingAndStaysEnded() {
            CandidacyDecision ended = decided(usual()).end(List.of("OUT_OF_DATE"), DECIDED);

            assertThat(ended.permitsTreatment(DECIDED)).isFalse();
            assertThat(ended.end(List.of("REPLACED"), DECIDED)).isEqualTo(ended);
        }
    }

    private static ObjectNode usual() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static CandidacyResult reviewed(ObjectNode later) {
        return Person.candidacy().decide(Person.candidacyInputs(later));
    }

    private static CandidacyDecision decided(com.fasterxml.jackson.databind.JsonNode given) {
        return Person.decided(PATIENT, UUID.randomUUID(), given);
    }
}
