package dev.casesaudit.server.journal;

import dev.casesaudit.server.audit.CaseKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * One request, from its head to the end of its answer: one attempt of an SDK call.
 *
 * <p>Filled by the thread that serves the request. What others see of it before its end may lag behind; the end publishes all.
 */
public final class Attempt {

    /** Names the SDK call, the same for all its attempts. */
    public static final String INVOCATION_ID = "amz-sdk-invocation-id";

    /** The same from older SDKs, such as that for PHP. */
    public static final String OLDER_INVOCATION_ID = "aws-sdk-invocation-id";

    /** How many bytes of a body are kept. */
    static final int MOST_OF_A_BODY = 8_192;

    private static final int LONGEST_TOKEN_KEPT = 200;

    // Longer than those that name a case, whose ids may have 500 characters of four bytes each.
    private static final int LONGEST_PATH_KEPT = 12_288;
    private static final int LONGEST_ID_KEPT = 1_000;

    private static final int EMPTY_BYTES = 1_024;
    private static final int CHARACTER = 2;

    private final long number;
    private final Instant at = Instant.now();
    private final long began = System.nanoTime();
    private final String method;
    private final long memory;
    private String path;
    private Iterable<Map.Entry<String, String>> headers;
    private boolean isShort;
    private final @Nullable String invocationId;

    private @Nullable CaseKey key;
    private byte[] body = {};
    private int bodyLength;
    private @Nullable String askedWith;
    private @Nullable String given;
    private int events = -1;
    private @Nullable String fault;
    private boolean spoiled;
    private volatile @Nullable End end;

    Attempt(
            long number,
            String method,
            String path,
            Iterable<Map.Entry<String, String>> headers,
            @Nullable String invocationId) {
        this.number = number;
        this.method = method;
        this.path = start(path, LONGEST_PATH_KEPT);
        KeptHeaders kept = KeptHeaders.of(headers);
        this.headers = kept.all();
        this.invocationId = invocationId == null ? null : kept(invocationId);
        this.memory = EMPTY_BYTES + CHARACTER * (long) this.path.length() + kept.memory();
    }

    /** About how many bytes of memory it takes up, with the body that it announces. */
    long memory() {
        return memory
                + (key == null
                        ? 0
                        : CHARACTER
                                * (long) (key.domainId().length() + key.caseId().length()));
    }

    /** Forgets what only the journal shows. Others may keep it for longer. */
    void shorten() {
        isShort = true;
        path = "";
        headers = List.of();
        body = new byte[0];
    }

    /** Notes the case that the path names. */
    public void names(CaseKey named) {
        key = new CaseKey(start(named.domainId(), LONGEST_ID_KEPT), start(named.caseId(), LONGEST_ID_KEPT));
    }

    /**
     * Notes the body.
     *
     * @param start at most its first bytes that {@link #keptOf} says
     */
    public void sent(byte[] start, int length) {
        body = isShort ? body : start;
        bodyLength = length;
    }

    /** How many bytes of a body of this length are kept. */
    public static int keptOf(int length) {
        return Math.min(length, MOST_OF_A_BODY);
    }

    /** Notes the token that came with the request. */
    public void asksWith(@Nullable String token) {
        askedWith = token == null ? null : kept(token);
    }

    /** Notes what the page that leaves holds. */
    public void gives(int eventCount, Optional<String> token) {
        events = eventCount;
        given = token.map(Attempt::kept).orElse(null);
    }

    /**
     * Notes what is done about it on request.
     *
     * @param spoils whether the client cannot make a page of its answer
     */
    public void meets(String text, boolean spoils) {
        fault = text;
        spoiled = spoils;
    }

    /**
     * Notes the end of the answer.
     *
     * @param status 0 where the connection ended before there was one
     */
    public void ends(int status, @Nullable String error, RetryAdvice retryAdvice, boolean complete) {
        end = new End(
                status, Optional.ofNullable(error), retryAdvice, complete, Duration.ofNanos(System.nanoTime() - began));
    }

    public long number() {
        return number;
    }

    public Instant at() {
        return at;
    }

    public String method() {
        return method;
    }

    /** As it was sent, without the query; of a very long one, its start. */
    public String path() {
        return path;
    }

    /** As they were sent; of very many or very long ones, the first. */
    public Iterable<Map.Entry<String, String>> headers() {
        return headers;
    }

    /** What names the SDK call; of a very long one, its fingerprint. */
    public Optional<String> invocationId() {
        return Optional.ofNullable(invocationId);
    }

    /** The case; nothing, where the path names none. */
    public Optional<CaseKey> key() {
        return Optional.ofNullable(key);
    }

    /** The first bytes of the body. */
    byte[] body() {
        return body;
    }

    /** The length of all of the body, in bytes. */
    public int bodyLength() {
        return bodyLength;
    }

    /** The token that came with the request; of a very long one, its fingerprint. */
    public Optional<String> askedWith() {
        return Optional.ofNullable(askedWith);
    }

    /** The token that the answer gave; of a very long one, its fingerprint. */
    public Optional<String> given() {
        return Optional.ofNullable(given);
    }

    /** How many events the answer held; nothing, if it was no page. */
    public OptionalInt events() {
        return events < 0 ? OptionalInt.empty() : OptionalInt.of(events);
    }

    public Optional<String> fault() {
        return Optional.ofNullable(fault);
    }

    /** How it ended; nothing, while it has not. */
    public Optional<End> end() {
        return Optional.ofNullable(end);
    }

    /** Whether a whole page was sent, as it was. */
    public boolean gotAPage() {
        return !spoiled
                && end().filter(ended -> ended.complete() && ended.status() == 200)
                        .isPresent();
    }

    /** When its answer ended; nothing, while it has not. */
    Optional<Instant> endedAt() {
        return end().map(ended -> at.plus(ended.took()));
    }

    /** From the end of that attempt to the head of this one. */
    public Duration since(Attempt before) {
        long ended =
                before.began + before.end().map(End::took).orElse(Duration.ZERO).toNanos();
        return Duration.ofNanos(began - ended);
    }

    private static String kept(String token) {
        return token.length() <= LONGEST_TOKEN_KEPT ? token : Masked.fingerprint(token);
    }

    private static String start(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most) + "…";
    }

    /**
     * How an attempt ended.
     *
     * @param status 0 where the connection ended before there was one
     * @param complete whether all of the answer was sent
     * @param took from the head of the request to the end of the answer
     */
    public record End(int status, Optional<String> error, RetryAdvice retryAdvice, boolean complete, Duration took) {}
}
