package health.stillpoint.local.parts;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A token about to be minted. As it comes from {@link LocalIssuer#token} it is one the services accept; a test bends
 * one thing and expects to be refused. {@link #serialize()} gives the string for the Authorization header.
 */
public final class TokenSpec {

    private enum Signature {
        RS256,
        NONE,
        HMAC_WITH_PUBLIC_KEY
    }

    private final Map<String, Object> claims = new LinkedHashMap<>();
    private RSAKey key;
    private String keyId;
    private Signature signature = Signature.RS256;

    TokenSpec(RSAKey key) {
        this.key = key;
        this.keyId = key.getKeyID();
    }

    /** Sets or replaces a claim. */
    public TokenSpec claim(String name, Object value) {
        claims.put(name, value);
        return this;
    }

    /** Leaves a claim out. */
    public TokenSpec without(String name) {
        claims.remove(name);
        return this;
    }

    /** Names another issuer than the one that signs. */
    public TokenSpec issuer(String url) {
        return claim("iss", url);
    }

    /** Names another audience than the backend. */
    public TokenSpec audience(String audience) {
        return claim("aud", audience);
    }

    /** Issued at this moment, valid for this long from it. */
    public TokenSpec issuedAt(Instant moment, Duration validity) {
        claim("iat", moment.getEpochSecond());
        return claim("exp", moment.plus(validity).getEpochSecond());
    }

    /** Signs with a key the issuer never published, under the key id of the one it did. */
    public TokenSpec signedByStranger() {
        key = Stranger.KEY;
        return this;
    }

    /** Made once and only when somebody wants it: a key costs up to a second. */
    private static final class Stranger {

        static final RSAKey KEY = SigningKeys.generate();
    }

    /** Names a key id the issuer does not publish. */
    public TokenSpec keyId(String unknown) {
        keyId = unknown;
        return this;
    }

    /** Carries algorithm {@code none} and no signature. */
    public TokenSpec unsigned() {
        signature = Signature.NONE;
        return this;
    }

    /** Signs by HS256 with the issuer's public key as the secret: the classic confusion of algorithms. */
    public TokenSpec signedWithPublicKeyAsSecret() {
        signature = Signature.HMAC_WITH_PUBLIC_KEY;
        return this;
    }

    /** The compact form. */
    public String serialize() {
        try {
            JWTClaimsSet set = claimsSet();
            return switch (signature) {
                case NONE -> new PlainJWT(set).serialize();
                case RS256 -> sign(set);
                case HMAC_WITH_PUBLIC_KEY -> confuse(set);
            };
        } catch (JOSEException failed) {
            throw new IllegalStateException("cannot sign a token", failed);
        }
    }

    private JWTClaimsSet claimsSet() {
        JWTClaimsSet.Builder set = new JWTClaimsSet.Builder();
        claims.forEach((name, value) -> set.claim(name, isMoment(name) ? moment(value) : value));
        return set.build();
    }

    private static boolean isMoment(String claim) {
        return claim.equals("exp") || claim.equals("iat") || claim.equals("nbf");
    }

    private static Object moment(Object value) {
        return value instanceof Number seconds ? Date.from(Instant.ofEpochSecond(seconds.longValue())) : value;
    }

    private String sign(JWTClaimsSet set) throws JOSEException {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(keyId)
                .build();
        SignedJWT token = new SignedJWT(header, set);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private String confuse(JWTClaimsSet set) throws JOSEException {
        RSAPublicKey published = key.toRSAPublicKey();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(keyId).build(), set);
        token.sign(new MACSigner(published.getEncoded()));
        return token.serialize();
    }
}
