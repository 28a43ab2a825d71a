package org.kinmark.hub.sealing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// What the key of one round does: AES-256 in Galois/Counter Mode, a fresh nonce each time, bound to the list
/// it is for. What is sealed is as much longer than what was put in as it always is, so that its length tells
/// nothing.
///
/// Source: NIST SP 800-38D.
public final class Seal {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final byte[] key;

    Seal(byte[] key) {
        this.key = key;
    }

    /// Seals something of a list.
    public byte[] close(UUID list, byte[] open) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, list).doFinal(open);
            return ByteBuffer.allocate(NONCE + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed", e);
        }
    }

    /// Opens what was sealed.
    ///
    /// @throws IllegalStateException where it is not whole, or was sealed for another list
    public byte[] open(UUID list, byte[] sealed) {
        var buffer = ByteBuffer.wrap(sealed);
        var nonce = new byte[NONCE];
        buffer.get(nonce);
        var rest = new byte[buffer.remaining()];
        buffer.get(rest);
        try {
            return cipher(Cipher.DECRYPT_MODE, nonce, list).doFinal(rest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("what was sealed is not whole", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, UUID list) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(list.toString().getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }

    /// A digest that tells nothing to whoever has not the key: HMAC-SHA-256.
    public byte[] digest(byte[] content) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "Seal[hidden]";
    }
}
