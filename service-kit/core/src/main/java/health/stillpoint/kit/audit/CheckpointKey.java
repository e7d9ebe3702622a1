package health.stillpoint.kit.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

/** Signs and checks checkpoints with Ed25519; the database never sees the private key. */
@ApplicationScoped
class CheckpointKey {

    private static final String ALGORITHM = "Ed25519";

    private final String id;
    private final Optional<PrivateKey> signing;
    private final Optional<PublicKey> checking;

    CheckpointKey(AuditConfig config) throws GeneralSecurityException {
        KeyFactory keys = KeyFactory.getInstance(ALGORITHM);
        this.signing = config.signingKey().isEmpty() ? Optional.empty() : Optional.of(
                keys.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(config.signingKey().get()))));
        this.checking = config.publicKey().isEmpty() ? Optional.empty() : Optional.of(
                keys.generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(config.publicKey().get()))));
        this.id = signing.isPresent() ? config.keyId() : "none";
    }

    String id() {
        return id;
    }

    /** Base64, null without a key. */
    String sign(byte[] bytes) {
        if (signing.isEmpty()) {
            return null;
        }
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(signing.get());
            signature.update(bytes);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A checkpoint cannot be signed", e);
        }
    }

    /** True when the signature holds, or when there is no public key to check with. */
    boolean holds(AuditCheckpoint checkpoint) {
        if (checking.isEmpty()) {
            return true;
        }
        if (checkpoint.signature() == null) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(checking.get());
            signature.update(checkpoint.canonical());
            return signature.verify(Base64.getDecoder().decode(checkpoint.signature()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
