package dev.casesaudit.server.page;

import dev.casesaudit.server.audit.AuditHistory;
import dev.casesaudit.server.audit.CaseKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.LongUnaryOperator;

/**
 * Encodes a position in a history as the opaque {@code nextToken}.
 *
 * <p>A token is url-safe base64 of {@code version | number of the next event | tag}. The tag is an HMAC over the first
 * two, the case, and the generation of its history. A token that was cut, edited or made up, or that was issued for
 * another case, another generation or with another key, does not decode. The page size is not part of it, so a client
 * may change the size during a walk. It has 56 characters.
 *
 * <p>Tokens of awkward pages are {@code version | number of the next event | flags | time of issue | nonce | padding |
 * tag}, the tag over everything before it, the case and the generation. They have 80 characters, or 9,000 with padding.
 * Each kind of token can continue a walk that the other began.
 */
public final class CursorCodec {

    private static final short VERSION = 1;
    private static final int HEAD_LENGTH = Short.BYTES + Long.BYTES;

    // Each length is a multiple of 3, so that base64 has neither padding nor spare bits: no two texts decode to the
    // same token.
    private static final int LENGTH = HEAD_LENGTH + TokenKey.TAG_LENGTH;

    private static final int TEXT_LENGTH = LENGTH / 3 * 4;

    private static final short AWKWARD_VERSION = 2;
    private static final short FIELDS_VERSION = 3;
    private static final int AWKWARD_LENGTH = 60;
    private static final int LONG_LENGTH = 6_750;
    private static final short LEADS_TO_EMPTY_PAGE = 1;
    private static final short IS_LONG = 2;

    private final TokenKey key;

    public CursorCodec(TokenKey key) {
        this.key = key;
    }

    /** Returns the token for the event of this number. */
    public String encode(long next, CaseKey caseKey, AuditHistory history) {
        ByteBuffer token = ByteBuffer.allocate(LENGTH).putShort(VERSION).putLong(next);
        token.put(tag(token.array(), HEAD_LENGTH, caseKey, history.generation(next)));
        return Base64.getUrlEncoder().encodeToString(token.array());
    }

    /**
     * Returns the token for a page of the fields of a domain.
     *
     * @param next the number of the next field
     * @param fields how many there are: a token is good for these fields only
     */
    public String encodeField(int next, String domainId, int fields) {
        ByteBuffer token = ByteBuffer.allocate(LENGTH).putShort(FIELDS_VERSION).putLong(next);
        token.put(tag(token.array(), HEAD_LENGTH, CaseKey.ofDomain(domainId), fields));
        return Base64.getUrlEncoder().encodeToString(token.array());
    }

    /** Returns the number of the field that a token leads to; empty if this key issued no such token. */
    public Optional<Integer> decodeField(String token, String domainId, int fields) {
        return read(token, FIELDS_VERSION, CaseKey.ofDomain(domainId), number -> fields)
                .map(read -> (int) read.getLong());
    }

    /** Returns the token for an awkward page. */
    String encode(AwkwardCursor cursor, CaseKey caseKey, AuditHistory history) {
        int length = cursor.isLong() ? LONG_LENGTH : AWKWARD_LENGTH;
        ByteBuffer token = ByteBuffer.allocate(length)
                .putShort(AWKWARD_VERSION)
                .putLong(cursor.next())
                .putShort(flags(cursor))
                .putLong(cursor.issued().toEpochMilli())
                .putLong(cursor.nonce());
        byte[] padding = new byte[length - TokenKey.TAG_LENGTH - token.position()];
        new SplittableRandom(cursor.nonce()).nextBytes(padding);
        token.put(padding);
        token.put(tag(token.array(), token.position(), caseKey, history.generation(cursor.next())));
        return Base64.getUrlEncoder().encodeToString(token.array());
    }

    /**
     * Returns the number of the event that a token leads to; empty if this key issued no such token for this history.
     */
    public Optional<Long> decode(String token, CaseKey caseKey, AuditHistory history) {
        return token.length() == TEXT_LENGTH
                ? read(token, VERSION, caseKey, history::generation).map(ByteBuffer::getLong)
                : decodeAwkward(token, caseKey, history).map(AwkwardCursor::next);
    }

    /** Returns the content of the token of an awkward page; empty for any other token. */
    Optional<AwkwardCursor> decodeAwkward(String token, CaseKey caseKey, AuditHistory history) {
        boolean isLong = token.length() == LONG_LENGTH / 3 * 4;
        if (!isLong && token.length() != AWKWARD_LENGTH / 3 * 4) {
            return Optional.empty();
        }
        return read(token, AWKWARD_VERSION, caseKey, history::generation).flatMap(read -> {
            long next = read.getLong();
            short flags = read.getShort();
            AwkwardCursor cursor = new AwkwardCursor(
                    next,
                    (flags & LEADS_TO_EMPTY_PAGE) != 0,
                    Instant.ofEpochMilli(read.getLong()),
                    read.getLong(),
                    isLong);
            return flags == flags(cursor) ? Optional.of(cursor) : Optional.empty();
        });
    }

    private static short flags(AwkwardCursor cursor) {
        return (short) ((cursor.leadsToEmptyPage() ? LEADS_TO_EMPTY_PAGE : 0) | (cursor.isLong() ? IS_LONG : 0));
    }

    // Returns the bytes after the version, if the version matches and the tag is valid.
    private Optional<ByteBuffer> read(String token, short version, CaseKey caseKey, LongUnaryOperator generations) {
        byte[] decoded;
        try {
            decoded = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        if (decoded.length != token.length() / 4 * 3 || decoded.length < LENGTH) {
            return Optional.empty();
        }
        int tagged = decoded.length - TokenKey.TAG_LENGTH;
        ByteBuffer read = ByteBuffer.wrap(decoded);
        byte[] tag = Arrays.copyOfRange(decoded, tagged, decoded.length);
        long generation = generations.applyAsLong(read.getLong(Short.BYTES));
        return read.getShort() == version && MessageDigest.isEqual(tag, tag(decoded, tagged, caseKey, generation))
                ? Optional.of(read)
                : Optional.empty();
    }

    private byte[] tag(byte[] token, int tagged, CaseKey caseKey, long generation) {
        byte[] domainId = caseKey.domainId().getBytes(StandardCharsets.UTF_8);
        byte[] caseId = caseKey.caseId().getBytes(StandardCharsets.UTF_8);
        // The length separates domain and case: "ab" and "c" must not sign like "a" and "bc".
        ByteBuffer signed = ByteBuffer.allocate(tagged + Long.BYTES + Integer.BYTES + domainId.length + caseId.length)
                .put(token, 0, tagged)
                .putLong(generation)
                .putInt(domainId.length)
                .put(domainId)
                .put(caseId);
        return key.mac().doFinal(signed.array());
    }
}
