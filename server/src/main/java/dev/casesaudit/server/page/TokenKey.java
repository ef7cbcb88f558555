package dev.casesaudit.server.page;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The key that authenticates page tokens with HMAC-SHA-256. */
public final class TokenKey {

    /** The shortest key in bytes: the length of the tag, as RFC 2104 recommends. */
    public static final int MIN_LENGTH = 32;

    /** The length of a tag in bytes. */
    static final int TAG_LENGTH = 32;

    private static final String ALGORITHM = "HmacSHA256";

    // One for each thread, so that threads do not wait for each other.
    private final ThreadLocal<Mac> keyed;

    private TokenKey(byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            keyed = ThreadLocal.withInitial(() -> copy(mac));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /**
     * A key that replicas share.
     *
     * @throws IllegalArgumentException if the text has fewer than {@value #MIN_LENGTH} bytes
     */
    public static TokenKey of(String text) {
        byte[] key = text.getBytes(StandardCharsets.UTF_8);
        if (key.length < MIN_LENGTH) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "expected at least %d bytes, got %d", MIN_LENGTH, key.length));
        }
        return new TokenKey(key);
    }

    /** A random key for this process. */
    public static TokenKey random() {
        byte[] key = new byte[MIN_LENGTH];
        new SecureRandom().nextBytes(key);
        return new TokenKey(key);
    }

    /** Returns the MAC of this thread, initialized. Finish with it before you ask for another. */
    Mac mac() {
        return keyed.get();
    }

    private static Mac copy(Mac mac) {
        try {
            return (Mac) mac.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's HMAC can be copied", e);
        }
    }
}
