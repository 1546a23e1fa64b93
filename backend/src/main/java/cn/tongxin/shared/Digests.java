package cn.tongxin.shared;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Digests and random tokens; the one class that names a digest algorithm. */
public final class Digests {
    public static final String ALGORITHM = "SHA-256";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Digests() {}

    public static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance(ALGORITHM);
            for (var part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static String sha256Hex(String text) {
        return HexFormat.of().formatHex(sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    public static byte[] randomBytes(int count) {
        var bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** 128 random bits, as 32 hexadecimal digits. */
    public static String randomToken() {
        return HexFormat.of().formatHex(randomBytes(16));
    }
}
