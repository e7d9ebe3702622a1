package health.stillpoint.patient.modality.domain;

import health.stillpoint.patient.patients.domain.PatientId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What a therapist chose, and what was recommended at that moment. Never changed; a new choice is a new one.
 *
 * @param modalities chosen, the first first
 * @param recommended everything recommended then, the best first
 * @param reason why it was changed; null when confirmed as recommended
 */
public record Confirmation(
        UUID id,
        PatientId patientId,
        List<Modality> modalities,
        List<Modality> recommended,
        String reason,
        UUID confirmedBy,
        Instant confirmedAt) {

    public Confirmation {
        modalities = List.copyOf(modalities);
        recommended = List.copyOf(recommended);
    }

    /** Confirms or changes a recommendation; what is blocked cannot be chosen, and a change needs its reason. */
    public static Confirmation of(UUID id, PatientId patientId, List<Modality> chosen, Recommendation recommendation,
            String reason, UUID therapist, Instant at, ModalityLimits limits) {
        if (chosen.size() > limits.activeAtMost() || Set.copyOf(chosen).size() < chosen.size()) {
            throw new ModalityRefusal.TooMany(limits.activeAtMost());
        }
        List<Suggestion> blocked = chosen.stream().map(recommendation::of).filter(Suggestion::hasBlocks).toList();
        if (!blocked.isEmpty()) {
            throw new ModalityRefusal.Blocked(blocked);
        }
        boolean changed = !chosen.equals(recommendation.active(limits.activeAtMost()));
        boolean unexplained = reason == null || reason.isBlank();
        if (changed && unexplained) {
            throw new ModalityRefusal.ReasonRequired();
        }
        return new Confirmation(id, patientId, chosen, recommendation.order(), unexplained ? null : reason, therapist, at);
    }

    /** The order is another now, or something chosen is blocked meanwhile: the therapist looks again. */
    public boolean isStale(Recommendation now) {
        Set<Modality> blocked = EnumSet.noneOf(Modality.class);
        now.suggestions().stream().filter(Suggestion::hasBlocks).map(Suggestion::modality).forEach(blocked::add);
        return !now.order().equals(recommended) || modalities.stream().anyMatch(blocked::contains);
    }

    /** Never the reason: records end up in logs. */
    @Override
    public String toString() {
        return "Confirmation[" + id + "]";
    }
}
