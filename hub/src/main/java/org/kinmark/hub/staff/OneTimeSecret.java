package org.kinmark.hub.staff;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/// A secret of 256 random bits, as a link or a client holds it. Only its hash is kept.
final class OneTimeSecret {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final String text;

    private OneTimeSecret(String text) {
        this.text = text;
    }

    static OneTimeSecret draw() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new OneTimeSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /// To be shown once.
    String text() {
        return text;
    }

    byte[] hash() {
        return hash(text);
    }

    static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static String hexHash(String text) {
        return HexFormat.of().formatHex(hash(text));
    }

    /// Without telling by the time taken how much was right.
    static boolean matches(String text, String hexHash) {
        return MessageDigest.isEqual(hash(text), HexFormat.of().parseHex(hexHash));
    }

    @Override
    public String toString() {
        return "OneTimeSecret[hidden]";
    }
}
