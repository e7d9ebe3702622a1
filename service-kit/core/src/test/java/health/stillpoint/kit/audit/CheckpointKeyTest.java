package health.stillpoint.kit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointKeyTest {

    private final KeyPair pair = pair();
    private final CheckpointKey key = key(pair);

    @Test
    void believesWhatItSignedAndNothingElse() {
        // Given
        AuditCheckpoint signed = unsigned(0, AuditEvent.NOTHING_BEFORE).signed(key);

        // Then
        assertThat(key.holds(signed)).isTrue();
        assertThat(key.holds(new AuditCheckpoint(signed.clinicId(), signed.service(), 1, signed.hash(), signed.createdAt(),
                signed.keyId(), signed.signature()))).isFalse();
        assertThat(key.holds(unsigned(0, AuditEvent.NOTHING_BEFORE))).isFalse();
        assertThat(key(pair()).holds(signed)).isFalse();
    }

    @Test
    void isUnderstoodByTheIndependentVerifier(@TempDir Path folder) throws IOException, InterruptedException {
        // Given
        AuditEvent event = event();
        AuditCheckpoint signed = unsigned(1, event.hash()).signed(key);
        AuditCheckpoint forged = unsigned(1, event.hash()).signed(key(pair()));

        // Then
        assertThat(verifier(folder, event, signed)).isEqualTo("intact: 1 events, 1 checkpoints");
        assertThat(verifier(folder, event, forged)).isEqualTo("broken at 1: CHECKPOINT_SIGNATURE");
    }

    private String verifier(Path folder, AuditEvent event, AuditCheckpoint checkpoint) throws IOException, InterruptedException {
        var mapper = new com.fasterxml.jackson.databind.ObjectMapper();
        Path export = Files.write(folder.resolve("export.ndjson"), List.of(
                "{\"kind\":\"event\"," + mapper.writeValueAsString(event).substring(1),
                "{\"kind\":\"checkpoint\"," + mapper.writeValueAsString(checkpoint).substring(1)));
        Process python = new ProcessBuilder("python3", "../docs/verify_audit.py", export.toString(),
                "--public-key", Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()))
                .redirectErrorStream(true).start();
        String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(python.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return said;
    }

    private static AuditEvent event() {
        return event(event("").expectedHash(AuditChain.sha256()));
    }

    private static AuditEvent event(String hash) {
        return new AuditEvent(new UUID(0, 1), 1, new UUID(0, 2), "2026-01-02T03:04:05.000000Z", "2026-01-02T03:04:05.000000Z",
                "s", "", "", "a", "", null, null, "", "SUCCESS", "", "", "", "", "kit", "1", AuditEvent.NOTHING_BEFORE, hash);
    }

    private static AuditCheckpoint unsigned(long position, String hash) {
        return new AuditCheckpoint(new UUID(0, 1), "kit", position, hash, "2026-01-02T03:05:00.000000Z", "none", null);
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CheckpointKey key(KeyPair pair) {
        try {
            return new CheckpointKey(new Configured(pair));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Configured(KeyPair pair) implements AuditConfig {

        @Override
        public boolean sealing() {
            return true;
        }

        @Override
        public Duration sealEvery() {
            return Duration.ofSeconds(1);
        }

        @Override
        public int sealBatch() {
            return 1;
        }

        @Override
        public Duration checkpointEvery() {
            return Duration.ofSeconds(1);
        }

        @Override
        public int verifyAtOnce() {
            return 1;
        }

        @Override
        public Optional<String> signingKey() {
            return Optional.of(Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
        }

        @Override
        public Optional<String> publicKey() {
            return Optional.of(Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
        }

        @Override
        public String keyId() {
            return "2026";
        }
    }
}
