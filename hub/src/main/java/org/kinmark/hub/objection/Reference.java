package org.kinmark.hub.objection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/// With what an objection made on the form is taken back: 80 random bits as 16 letters and digits that can be
/// read out on the telephone. It says nothing about anybody, and only its hash is kept.
final class Reference {

    /// Without those that are taken for each other (Crockford's base 32).
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 16;
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String letters;

    private Reference(String letters) {
        this.letters = letters;
    }

    static Reference draw() {
        var drawn = new StringBuilder();
        RANDOM.ints(LENGTH, 0, LETTERS.length()).forEach(i -> drawn.append(LETTERS.charAt(i)));
        return new Reference(drawn.toString());
    }

    /// Reads one as people type it.
    ///
    /// @return empty where none looks so, whether or not there is any
    static Optional<Reference> parse(String typed) {
        var letters = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[ -]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return letters.length() == LENGTH && letters.chars().allMatch(each -> LETTERS.indexOf(each) >= 0)
                ? Optional.of(new Reference(letters))
                : Optional.empty();
    }

    /// To be shown once.
    String text() {
        return String.join("-", letters.split("(?<=\\G.{" + GROUP + "})"));
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(letters.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "Reference[hidden]";
    }
}
