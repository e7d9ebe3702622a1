package health.stillpoint.kit.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The audit trail's chain and its checkpoints. */
@ConfigMapping(prefix = "stillpoint.audit")
public interface AuditConfig {

    /** False: this process writes audit rows but leaves sealing to its replicas. */
    @WithDefault("true")
    boolean sealing();

    /** Pause between two looks for unsealed rows. */
    @WithDefault("PT0.25S")
    Duration sealEvery();

    /** Most rows sealed in one transaction. */
    @WithDefault("2000")
    int sealBatch();

    /** Time between two checkpoints of a chain that has grown. */
    @WithDefault("PT60S")
    Duration checkpointEvery();

    /** Most rows checked by one call; the caller goes on with the cursor it gets. */
    @WithDefault("20000")
    int verifyAtOnce();

    /** Ed25519 private key that signs checkpoints, PKCS #8 in Base64; unsigned without one. */
    Optional<String> signingKey();

    /** The public key to it, X.509 SubjectPublicKeyInfo in Base64; signatures are not checked without one. */
    Optional<String> publicKey();

    /** Name of the key, so that it can be replaced. */
    @WithDefault("none")
    String keyId();
}
