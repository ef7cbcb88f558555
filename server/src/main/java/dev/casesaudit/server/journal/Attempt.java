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
 * One request and its response: one attempt of an SDK call.
 *
 * <p>The thread that serves the request fills it. Before its end, other threads may see it with a delay; the end
 * publishes everything.
 */
public final class Attempt {

    /** The header with the invocation id, the same for all attempts of a call. */
    public static final String INVOCATION_ID = "amz-sdk-invocation-id";

    /** The header of older SDKs, such as the one for PHP. */
    public static final String OLDER_INVOCATION_ID = "aws-sdk-invocation-id";

    /** How many bytes of a body are kept. */
    static final int MOST_OF_A_BODY = 8_192;

    private static final int LONGEST_TOKEN_KEPT = 200;

    // Longer than any path of a case, whose ids may have 500 characters of four bytes each.
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
    private @Nullable String operation;
    private @Nullable String clientToken;
    private byte[] body = {};
    private int bodyLength;
    private @Nullable String requestToken;
    private @Nullable String nextToken;
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

    /** Returns roughly how many bytes of memory it needs, with its announced body. */
    long memory() {
        return memory
                + (key == null
                        ? 0
                        : CHARACTER
                                * (long) (key.domainId().length() + key.caseId().length()));
    }

    /** Drops what only the journal shows, since others may keep the attempt for longer. */
    void shorten() {
        isShort = true;
        path = "";
        headers = List.of();
        body = new byte[0];
    }

    /** Records the operation that the request calls. */
    public void setOperation(String id) {
        operation = id;
    }

    /** Records the case in the path. */
    public void setCase(CaseKey named) {
        key = new CaseKey(start(named.domainId(), LONGEST_ID_KEPT), start(named.caseId(), LONGEST_ID_KEPT));
    }

    /**
     * Records the body.
     *
     * @param start its first bytes, at most {@link #keptOf}
     */
    public void setBody(byte[] start, int length) {
        body = isShort ? body : start;
        bodyLength = length;
    }

    /** Returns how many bytes of a body of this length are kept. */
    public static int keptOf(int length) {
        return Math.min(length, MOST_OF_A_BODY);
    }

    /** Records the client token of a request that creates something. */
    public void setClientToken(String token) {
        clientToken = kept(token);
    }

    /** Records the token of the request. */
    public void setRequestToken(@Nullable String token) {
        requestToken = token == null ? null : kept(token);
    }

    /** Records the content of the page in the response. */
    public void setPage(int eventCount, Optional<String> token) {
        events = eventCount;
        nextToken = token.map(Attempt::kept).orElse(null);
    }

    /**
     * Records the behaviour for the attempt.
     *
     * @param changesResponse whether the client cannot read a page from its response
     */
    public void setBehaviour(String text, boolean changesResponse) {
        fault = text;
        spoiled = changesResponse;
    }

    /**
     * Records the end of the response.
     *
     * @param status 0 if the connection closed before the response
     */
    public void complete(int status, @Nullable String error, RetryAdvice retryAdvice, boolean complete) {
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

    /** Returns the path as sent, without the query; shortened if it is very long. */
    public String path() {
        return path;
    }

    /** Returns the headers as sent; only the first, if they are very many or very long. */
    public Iterable<Map.Entry<String, String>> headers() {
        return headers;
    }

    /** Returns the invocation id; a fingerprint, if it is very long. */
    public Optional<String> invocationId() {
        return Optional.ofNullable(invocationId);
    }

    /** Returns the id of the operation; empty, if the request calls none. */
    public Optional<String> operation() {
        return Optional.ofNullable(operation);
    }

    /** Returns the domain and the case; empty, if the path names none. */
    public Optional<CaseKey> key() {
        return Optional.ofNullable(key);
    }

    /** Returns the client token; a fingerprint, if it is very long. */
    public Optional<String> clientToken() {
        return Optional.ofNullable(clientToken);
    }

    /** Returns the first bytes of the body. */
    byte[] body() {
        return body;
    }

    /** Returns the length of the whole body in bytes. */
    public int bodyLength() {
        return bodyLength;
    }

    /** Returns the token of the request; a fingerprint, if it is very long. */
    public Optional<String> requestToken() {
        return Optional.ofNullable(requestToken);
    }

    /** Returns the token in the response; a fingerprint, if it is very long. */
    public Optional<String> nextToken() {
        return Optional.ofNullable(nextToken);
    }

    /** Returns the number of events in the response; empty, if it was no page. */
    public OptionalInt events() {
        return events < 0 ? OptionalInt.empty() : OptionalInt.of(events);
    }

    public Optional<String> fault() {
        return Optional.ofNullable(fault);
    }

    /** Returns how it ended; empty until then. */
    public Optional<End> end() {
        return Optional.ofNullable(end);
    }

    /** Whether it asks for a page of a history. */
    boolean readsHistory() {
        return "GetCaseAuditEvents".equals(operation);
    }

    /** Whether a whole and unchanged page was sent. */
    public boolean servedPage() {
        return !spoiled
                && end().filter(ended -> ended.complete() && ended.status() == 200)
                        .isPresent();
    }

    /** Returns when its response ended; empty until then. */
    Optional<Instant> endedAt() {
        return end().map(ended -> at.plus(ended.took()));
    }

    /** Returns the time from the end of that attempt to the head of this one. */
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
     * The end of an attempt.
     *
     * @param status 0 if the connection closed before the response
     * @param complete whether the whole response was sent
     * @param took from the head of the request to the end of the response
     */
    public record End(int status, Optional<String> error, RetryAdvice retryAdvice, boolean complete, Duration took) {}
}
