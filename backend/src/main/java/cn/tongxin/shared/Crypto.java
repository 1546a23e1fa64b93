package cn.tongxin.shared;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Ciphers and keyed digests for personal data at rest. Every value carries the id of its algorithm and key
 * ({@code a1:…}, {@code h1:…}), so that keys can rotate and national algorithms can join later.
 */
@Singleton
public class Crypto {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec cipherKey;
    private final SecretKeySpec digestKey;

    Crypto(@Value("${tongxin.keys.data}") String dataKey) {
        if (dataKey.length() < 32) {
            throw new IllegalStateException("TONGXIN_DATA_KEY must be at least 32 characters long.");
        }
        this.cipherKey = derive(dataKey, "cipher");
        this.digestKey = derive(dataKey, "digest");
    }

    /** The same text gives the same digest, which nobody without the key can compute. */
    public String keyedHash(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(digestKey);
            return "h1:" + HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public String encrypt(String text) {
        try {
            var nonce = Digests.randomBytes(NONCE);
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, cipherKey, new GCMParameterSpec(TAG_BITS, nonce));
            var sealed = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
            var bytes = ByteBuffer.allocate(NONCE + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
            return "a1:" + Base64.getEncoder().encodeToString(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public String decrypt(String value) {
        if (!value.startsWith("a1:")) {
            throw new IllegalStateException("A sealed value names an unknown key.");
        }
        try {
            var bytes = Base64.getDecoder().decode(value.substring(3));
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, cipherKey, new GCMParameterSpec(TAG_BITS, bytes, 0, NONCE));
            return new String(cipher.doFinal(bytes, NONCE, bytes.length - NONCE), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("A sealed value does not open with this key.", broken);
        }
    }

    private static SecretKeySpec derive(String dataKey, String purpose) {
        var bytes = Digests.sha256((purpose + ":" + dataKey).getBytes(StandardCharsets.UTF_8));
        return new SecretKeySpec(bytes, purpose.equals("cipher") ? "AES" : "HmacSHA256");
    }
}
