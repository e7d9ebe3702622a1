package health.stillpoint.session.careteam.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who cares for a patient: to whom alerts about the patient go, who may check a drug as the second person, and with whom a session is
 * booked. An alert never goes to nobody, nor again only to those who did not hear it: it goes to all prescribers and monitors of the
 * clinic as well while no clinician who signs in is known to be on the team, while no prescriber who signs in is and only a prescriber
 * may end it, and once nobody took it in time.
 *
 * @param revision the owner's count of changes; 0 = nothing was heard
 */
public record CareTeam(UUID patientId, long revision, List<Member> members) {

    /** Roles in a team that act on an alert; a role this release does not know is not one of them. */
    private static final Set<String> CLINICIANS = Set.of("LEAD_PRESCRIBER", "PRESCRIBER", "THERAPIST", "MONITOR");

    /** Those of them who may end an orange or red alert. */
    private static final Set<String> PRESCRIBERS = Set.of("LEAD_PRESCRIBER", "PRESCRIBER");

    /** Everybody of the clinic with one of these roles, where the team does not suffice. */
    private static final List<Recipient> WHOLE_CLINIC = List.of(new Recipient(null, "PRESCRIBER"), new Recipient(null, "MONITOR"));

    public CareTeam {
        members = List.copyOf(members);
    }

    /** A team nothing was heard of. */
    public static CareTeam unknown(UUID patientId) {
        return new CareTeam(patientId, 0, List.of());
    }

    /**
     * One place in the team.
     *
     * @param subjectId subject of the member's tokens; null = does not sign in
     */
    public record Member(UUID practitionerId, UUID subjectId, String role) {
    }

    /**
     * To whom an alert goes.
     *
     * @param practitionerId null = everybody of the clinic with the role
     */
    public record Recipient(UUID practitionerId, String role) {
    }

    /**
     * Whether somebody may have checked a drug as the second person: a clinician of the team who signs in, or anybody while no other
     * clinician of it who signs in is known.
     *
     * @param giver who gives the drug; never the second person
     */
    public boolean seconds(UUID subject, UUID giver) {
        Set<UUID> others = clinicians().map(Member::subjectId).filter(known -> known != null && !known.equals(giver)).collect(Collectors.toSet());
        return subject != null && !subject.equals(giver) && (others.isEmpty() || others.contains(subject));
    }

    /** Whether these are two people each of whom may have checked what the other did. */
    public boolean checkEachOther(UUID first, UUID second) {
        return seconds(first, second) && seconds(second, first);
    }

    /** Whether a session may be booked with somebody: a clinician of the team, or anybody while none of it is known (ours). */
    public boolean treats(UUID practitionerId) {
        return clinicians().findAny().isEmpty() || clinicians().anyMatch(member -> member.practitionerId().equals(practitionerId));
    }

    private Stream<Member> clinicians() {
        return members.stream().filter(member -> CLINICIANS.contains(member.role()));
    }

    /** Whether a clinician who signs in is on the team. */
    public boolean isHeard() {
        return signsIn(CLINICIANS);
    }

    /** Whether a prescriber who signs in is on the team. */
    public boolean hasPrescriber() {
        return signsIn(PRESCRIBERS);
    }

    private boolean signsIn(Set<String> roles) {
        return members.stream().anyMatch(member -> member.subjectId() != null && roles.contains(member.role()));
    }

    private boolean suffices(boolean escalated, boolean needsPrescriber) {
        return !escalated && isHeard() && (!needsPrescriber || hasPrescriber());
    }

    /**
     * To whom an alert goes; never empty.
     *
     * @param escalated nobody took it in time
     * @param needsPrescriber only a prescriber may end it
     */
    public List<Recipient> recipients(boolean escalated, boolean needsPrescriber) {
        List<Recipient> recipients = new ArrayList<>();
        members.forEach(member -> recipients.add(new Recipient(member.practitionerId(), member.role())));
        if (!suffices(escalated, needsPrescriber)) {
            recipients.addAll(WHOLE_CLINIC);
        }
        return recipients;
    }

    /**
     * Whether an alert goes to this person.
     *
     * @param subject subject of the person's token
     * @param forTheClinic the person is a prescriber or a monitor of the clinic
     * @param escalated nobody took it in time
     * @param needsPrescriber only a prescriber may end it
     */
    public boolean reaches(UUID subject, boolean forTheClinic, boolean escalated, boolean needsPrescriber) {
        return forTheClinic && !suffices(escalated, needsPrescriber) || members.stream().anyMatch(member -> subject.equals(member.subjectId()));
    }
}
