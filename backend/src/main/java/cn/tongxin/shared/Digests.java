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

    /** For bytes that come one after the other. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance(ALGORITHM);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static byte[] sha256(byte[] first, byte[]... more) {
        var digest = sha256();
        digest.update(first);
        for (var part : more) {
            digest.update(part);
        }
        return digest.digest();
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
