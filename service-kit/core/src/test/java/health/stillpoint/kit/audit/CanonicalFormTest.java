package health.stillpoint.kit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CanonicalFormTest {

    private static final UUID CLINIC = UUID.fromString("0197a000-0000-7000-8000-00000000000a");

    @Test
    void hashesTheWorkedExampleOfTheDescription() {
        // Given: the second spelling of the name is normalized to the first
        AuditEvent composed = event("Zo\u00eb");
        AuditEvent decomposed = event("Zoe\u0308");

        // Then
        assertThat(composed.canonical()).hasSize(567);
        assertThat(composed.expectedHash(AuditChain.sha256()))
                .isEqualTo("22ea87956f244622174d4e98b10f31e85a729be01e332b2b72192ebff59a38d4");
        assertThat(decomposed.expectedHash(AuditChain.sha256())).isEqualTo(composed.expectedHash(AuditChain.sha256()));
    }

    @Test
    void tellsNoValueFromAnEmptyOneAndOneFieldFromTwo() {
        // When
        String none = text(new CanonicalForm("form").field("a", null));
        String empty = text(new CanonicalForm("form").field("a", ""));
        String sly = text(new CanonicalForm("form").field("a", "1\nb=1:2"));

        // Then
        assertThat(none).isEqualTo("form\na=-\n");
        assertThat(empty).isEqualTo("form\na=0:\n");
        assertThat(sly).isNotEqualTo(text(new CanonicalForm("form").field("a", "1").field("b", "2")));
    }

    private static String text(CanonicalForm form) {
        return new String(form.bytes(), StandardCharsets.UTF_8);
    }

    private static AuditEvent event(String subject) {
        return new AuditEvent(CLINIC, 1, UUID.fromString("0197a001-0000-7000-8000-000000000001"),
                "2026-01-02T03:04:05.000600Z", "2026-01-02T03:04:05.000600Z", subject, "stillpoint-cli", "monitor,therapist",
                "note.read", "Note", UUID.fromString("0197a001-0000-7000-8000-000000000002"), null, "", "SUCCESS", "", "r-1", "",
                "127.0.0.1", "kit", "1.0", AuditEvent.NOTHING_BEFORE, "");
    }
}
