package cn.tongxin.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/** The key with which the service vouches to Keycloak for a person it has verified. Keycloak reads its public half here. */
@Singleton
class AssertionKey {
    private final RSAKey key;

    AssertionKey(KeycloakSettings settings) throws IOException, GeneralSecurityException, JOSEException {
        var pem = Files.readString(settings.keyFile())
                .replaceAll("-----[A-Z ]+-----", "")
                .replaceAll("\\s", "");
        var factory = KeyFactory.getInstance("RSA");
        var half = (RSAPrivateCrtKey) factory.generatePrivate(
                new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
        var other = (RSAPublicKey)
                factory.generatePublic(new RSAPublicKeySpec(half.getModulus(), half.getPublicExponent()));
        key = new RSAKey.Builder(other)
                .privateKey(half)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.RS256)
                .keyIDFromThumbprint()
                .build();
    }

    String sign(JWTClaimsSet claims) {
        try {
            var jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The public half, as a JSON web key set. */
    String published() {
        JWK half = key.toPublicJWK();
        return new JWKSet(half).toString();
    }
}
