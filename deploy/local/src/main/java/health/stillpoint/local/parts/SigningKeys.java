package health.stillpoint.local.parts;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The issuer's RSA keys: the first signs, all are published. Kept in a file only its owner can read, if given one. */
final class SigningKeys {

    private static final int BITS = 2048;

    private final Path file;
    private List<RSAKey> keys;

    SigningKeys(Path file) {
        this.file = file;
        this.keys = file != null && Files.exists(file) ? read(file) : List.of(generate());
        save();
    }

    synchronized RSAKey current() {
        return keys.getFirst();
    }

    synchronized JWKSet published() {
        return new JWKSet(keys.stream().map(RSAKey::toPublicJWK).map(JWK.class::cast).toList());
    }

    synchronized void rotate() {
        List<RSAKey> rotated = new ArrayList<>(keys);
        rotated.addFirst(generate());
        keys = List.copyOf(rotated);
        save();
    }

    synchronized void retireOld() {
        keys = List.of(keys.getFirst());
        save();
    }

    static RSAKey generate() {
        try {
            return new RSAKeyGenerator(BITS)
                    .keyID(UUID.randomUUID().toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
        } catch (JOSEException failed) {
            throw new IllegalStateException("cannot generate an RSA key", failed);
        }
    }

    private static List<RSAKey> read(Path file) {
        try {
            return JWKSet.load(file.toFile()).getKeys().stream().map(JWK::toRSAKey).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (ParseException damaged) {
            throw new IllegalStateException(file + " is damaged; delete it and every token ends", damaged);
        }
    }

    private void save() {
        if (file != null) {
            PrivateFiles.write(file, new JWKSet(List.<JWK>copyOf(keys)).toString(false));
        }
    }
}
