package org.kinmark.marker;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.kinmark.exchange.Identity;

/// Knows a pair again without holding who they are: HMAC-SHA-256 (RFC 2104) under a key that is drawn
/// for one file.
///
/// It keeps names, NHS Numbers and ids out of the file, so that the file alone tells nobody who is in
/// it. It does not keep out somebody who holds the register as well: the key lies in the file, and
/// whoever can write down the register's patients can try each of them, and can then try what a list may
/// have said of them. Written in small hexadecimal digits. For one thread.
final class Digests {

    /// In bytes, both of the key and of a digest.
    private static final int LENGTH = 32;

    private final byte[] key;
    private final Mac mac;

    private Digests(byte[] key) {
        this.key = key;
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }

    static Digests withNewKey() {
        var key = new byte[LENGTH];
        new SecureRandom().nextBytes(key);
        return new Digests(key);
    }

    /// @param key as [#key] wrote it
    static Digests withKey(String key) {
        return new Digests(HexFormat.of().parseHex(key));
    }

    /// Whether a text is written as keys and digests are.
    static boolean isWritten(String text) {
        return text.matches("[0-9a-f]{" + 2 * LENGTH + "}");
    }

    String key() {
        return HexFormat.of().formatHex(key);
    }

    /// By which a patient is known again.
    String patient(String id) {
        return of(List.of("patient", id));
    }

    /// By which a patient, and a person on a list, are known again as long as neither side says anything
    /// else of them.
    String pair(Identity listed, Patient patient) {
        var parts = new ArrayList<>(List.of("pair", patient.id()));
        parts.addAll(details(listed));
        parts.addAll(details(patient.identity()));
        return of(parts);
    }

    /// By which a row is known to be as it was written. A guard against spreadsheets that sort one
    /// column, not against malice, which has the key.
    String row(String patient, String pair, Word word) {
        return of(List.of(
                "row",
                patient,
                pair,
                word.same() ? "yes" : "no",
                word.by(),
                word.on().toString()));
    }

    /// What is said of a person. Capitals and spaces are no details: another export of the same may
    /// write them otherwise.
    private static List<String> details(Identity who) {
        var number = who.nhsNumber();
        return List.of(
                number == null ? "" : number.digits(),
                plain(who.givenName()),
                plain(who.familyName()),
                Objects.toString(who.birthDate(), ""),
                who.sex().written(),
                plain(who.postcode()).replace(" ", ""));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }

    /// Each part goes in with its length, so that no two lists of parts are one text.
    private String of(List<String> parts) {
        for (var part : parts) {
            var bytes = part.getBytes(StandardCharsets.UTF_8);
            mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
            mac.update(bytes);
        }
        return HexFormat.of().formatHex(mac.doFinal());
    }

    /// Hides the key.
    @Override
    public String toString() {
        return "Digests[hidden]";
    }
}
