package health.stillpoint.patient.referrals.api;

import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.patients.domain.ProgrammeState;
import health.stillpoint.patient.referrals.Disclosure;
import health.stillpoint.patient.referrals.domain.DeclineReason;
import health.stillpoint.patient.referrals.domain.Referral;
import health.stillpoint.patient.referrals.domain.ReferralState;
import health.stillpoint.patient.referrals.domain.ReferralStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A referral. A partner never gets {@code clinic}; staff never need {@code shared}. */
@Schema(name = "Referral")
public record ReferralView(
        UUID id,
        @Schema(description = "To a partner IN_TREATMENT and COMPLETED only appear beside shared") ReferralStatus status,
        @Schema(description = "When the last step on the referral itself was taken") Instant since,
        @Schema(description = "Present when declined") DeclineReason reason,
        Instant receivedAt,
        ReferralRequest submission,
        @Schema(description = "What the person's consent to share with this partner opens; absent without it") SharedView shared,
        @Schema(description = "The clinic's side; only its own staff sees it") ClinicSide clinic) {

    /** All that consent with scope PARTNER_SHARING opens. */
    @Schema(name = "ReferralShared")
    public record SharedView(
            ProgrammeState programmeState, @Schema(description = "When the consent ends by itself") Instant until) { }

    /** What the clinic adds. */
    @Schema(name = "ReferralClinicSide")
    public record ClinicSide(
            @Schema(description = "Client (azp) of the partner") String partner,
            UUID patientId,
            @Schema(description = "Subject of the token") String decidedBy,
            String note,
            @Schema(description = "Patients born on the same day who share the family name, telephone number or e-mail address; "
                    + "on a single referral without a patient") List<UUID> possibleDuplicates) { }

    static ReferralView toPartner(Referral referral, Optional<Disclosure> disclosure) {
        ReferralStatus status = disclosure.map(shared -> ReferralStatus.ofAccepted(shared.programmeState()))
                .orElseGet(() -> ReferralStatus.of(referral.state()));
        return view(referral, status,
                disclosure.map(shared -> new SharedView(shared.programmeState(), shared.until())).orElse(null), null);
    }

    static ReferralView toStaff(Referral referral, ReferralStatus status, List<PatientId> possiblySame) {
        String decidedBy = switch (referral.state()) {
            case ReferralState.Accepted accepted -> accepted.by();
            case ReferralState.Declined declined -> declined.by();
            case ReferralState.Received _, ReferralState.Cancelled _ -> null;
        };
        String note = referral.state() instanceof ReferralState.Declined declined ? declined.note().orElse(null) : null;
        return view(referral, status, null, new ClinicSide(referral.partner(),
                referral.patient().map(PatientId::value).orElse(null), decidedBy, note,
                possiblySame == null ? null : possiblySame.stream().map(PatientId::value).toList()));
    }

    private static ReferralView view(Referral referral, ReferralStatus status, SharedView shared, ClinicSide clinic) {
        DeclineReason reason = referral.state() instanceof ReferralState.Declined declined ? declined.reason() : null;
        return new ReferralView(referral.id().value(), status, referral.state().since(), reason, referral.receivedAt(),
                ReferralRequest.of(referral.submission()), shared, clinic);
    }

    @Override
    public String toString() {
        return "ReferralView[" + id + "]";
    }
}
