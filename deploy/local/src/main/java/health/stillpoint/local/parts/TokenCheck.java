package health.stillpoint.local.parts;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;

/** Whether an access token is one of this issuer's and still valid. */
final class TokenCheck {

    private TokenCheck() {}

    static boolean isValid(SignedJWT token, JWKSet published, String issuer, Instant now) {
        try {
            JWK key = published.getKeyByKeyId(token.getHeader().getKeyID());
            JWTClaimsSet claims = token.getJWTClaimsSet();
            return key != null
                    && token.getHeader().getAlgorithm().equals(JWSAlgorithm.RS256)
                    && token.verify(new RSASSAVerifier(key.toRSAKey()))
                    && issuer.equals(claims.getIssuer())
                    && claims.getExpirationTime() != null
                    && claims.getExpirationTime().after(Date.from(now));
        } catch (JOSEException | ParseException invalid) {
            return false;
        }
    }
}
