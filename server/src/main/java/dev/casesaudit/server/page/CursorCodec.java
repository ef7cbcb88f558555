package dev.casesaudit.server.page;

import dev.casesaudit.server.audit.CaseKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;

/**
 * Turns a position in a history into the opaque {@code nextToken} a client hands back.
 *
 * <p>A token is url-safe base64 over {@code version | number of the next event | tag}. The tag is an HMAC over the first two and
 * the case, so a token that was cut, edited, made up, or issued for another case or under another key decodes to nothing. It
 * says nothing of the page size, so a client may change that in the middle of a walk. All of it is 56 characters.
 */
public final class CursorCodec {

    private static final short VERSION = 1;
    private static final int HEAD_LENGTH = Short.BYTES + Long.BYTES;

    // A multiple of 3, so that base64 has neither padding nor spare bits: no two texts decode to the same token.
    private static final int LENGTH = HEAD_LENGTH + TokenKey.TAG_LENGTH;

    private static final int TEXT_LENGTH = LENGTH / 3 * 4;

    private final TokenKey key;

    public CursorCodec(TokenKey key) {
        this.key = key;
    }

    /** Returns the token that leads to the event of this number. */
    public String encode(long next, CaseKey caseKey) {
        ByteBuffer token = ByteBuffer.allocate(LENGTH).putShort(VERSION).putLong(next);
        token.put(tag(token.array(), caseKey));
        return Base64.getUrlEncoder().encodeToString(token.array());
    }

    /** Returns the number of the event the token leads to, or nothing if this key issued no such token for this case. */
    public Optional<Long> decode(String token, CaseKey caseKey) {
        if (token.length() != TEXT_LENGTH) {
            return Optional.empty();
        }
        byte[] decoded;
        try {
            decoded = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        if (decoded.length != LENGTH) {
            return Optional.empty();
        }
        ByteBuffer read = ByteBuffer.wrap(decoded);
        short version = read.getShort();
        long next = read.getLong();
        byte[] tag = new byte[TokenKey.TAG_LENGTH];
        read.get(tag);
        return version == VERSION && MessageDigest.isEqual(tag, tag(decoded, caseKey))
                ? Optional.of(next)
                : Optional.empty();
    }

    private byte[] tag(byte[] token, CaseKey caseKey) {
        Mac mac = key.newMac();
        mac.update(token, 0, HEAD_LENGTH);
        byte[] domainId = caseKey.domainId().getBytes(StandardCharsets.UTF_8);
        // The length keeps domain and case apart: "ab" and "c" must not sign as "a" and "bc" do.
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, domainId.length));
        mac.update(domainId);
        mac.update(caseKey.caseId().getBytes(StandardCharsets.UTF_8));
        return mac.doFinal();
    }
}
