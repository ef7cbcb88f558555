package dev.casesaudit.server.http;

import dev.casesaudit.server.audit.CaseKey;
import dev.casesaudit.server.behaviour.BehaviourHeaders;
import dev.casesaudit.server.behaviour.fault.Fault;
import dev.casesaudit.server.error.ErrorAnswers;
import dev.casesaudit.server.error.ErrorType;
import dev.casesaudit.server.error.RetryAfter;
import dev.casesaudit.server.error.ServiceError;
import dev.casesaudit.server.journal.Attempt;
import dev.casesaudit.server.journal.Journal;
import dev.casesaudit.server.journal.RetryAdvice;
import dev.casesaudit.server.json.EncodedJson;
import dev.casesaudit.server.world.Snapshot;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request of an operation: what the operation needs to know beside the body, and how the answer is to be delivered. */
public final class CurrentRequest {

    // In the form in which a name's hash is worked out once.
    private static final CharSequence INVOCATION_ID = HttpHeaders.createOptimized(Attempt.INVOCATION_ID);
    private static final CharSequence OLDER_INVOCATION_ID = HttpHeaders.createOptimized(Attempt.OLDER_INVOCATION_ID);
    private static final CharSequence FAULTS = HttpHeaders.createOptimized(BehaviourHeaders.FAULTS);
    private static final CharSequence PAGES = HttpHeaders.createOptimized(BehaviourHeaders.PAGES);
    private static final CharSequence TOMORROW = HttpHeaders.createOptimized(BehaviourHeaders.TOMORROW);

    private final RoutingContext context;
    private final MultiMap headers;
    private final Attempt attempt;
    private final boolean heedsHeaders;
    private @Nullable BehaviourHeaders behaviourHeaders;
    private Optional<Fault> inFront = Optional.empty();
    private @Nullable Fault fault;
    private @Nullable CaseKey key;
    private @Nullable Snapshot snapshot;

    private CurrentRequest(RoutingContext context, MultiMap headers, Attempt attempt, boolean heedsHeaders) {
        this.context = context;
        this.headers = headers;
        this.attempt = attempt;
        this.heedsHeaders = heedsHeaders;
    }

    /**
     * A request whose head is here.
     *
     * @param heedsHeaders whether its headers may ask for anything
     */
    static CurrentRequest begin(RoutingContext context, Journal journal, boolean heedsHeaders) {
        HttpServerRequest request = context.request();
        MultiMap headers = request.headers();
        return new CurrentRequest(
                context,
                headers,
                journal.begin(request.method().name(), request.path(), headers, invocationId(headers)),
                heedsHeaders);
    }

    private static @Nullable String invocationId(MultiMap headers) {
        String id = headers.get(INVOCATION_ID);
        return id == null ? headers.get(OLDER_INVOCATION_ID) : id;
    }

    /** Notes the case that its path names. */
    void names(CaseKey named) {
        key = named;
        attempt.names(named);
    }

    /** The case that its path names. */
    public CaseKey key() {
        return Objects.requireNonNull(key, "its path is not read yet");
    }

    /** Has it served from the world of one moment. */
    void reads(Snapshot world) {
        snapshot = world;
    }

    /** The world that it is served from, all the way. */
    public Snapshot snapshot() {
        return Objects.requireNonNull(snapshot, "it is not served yet");
    }

    /** What the journal keeps of it. */
    public Attempt attempt() {
        return attempt;
    }

    /** What it asks for by its headers. */
    public BehaviourHeaders behaviourHeaders() {
        BehaviourHeaders read = behaviourHeaders;
        if (read == null) {
            read = heedsHeaders ? readBehaviourHeaders() : BehaviourHeaders.NONE;
            behaviourHeaders = read;
        }
        return read;
    }

    private BehaviourHeaders readBehaviourHeaders() {
        String faults = headers.get(FAULTS);
        String pages = headers.get(PAGES);
        String tomorrow = headers.get(TOMORROW);
        return faults == null && pages == null && tomorrow == null
                ? BehaviourHeaders.NONE
                : new BehaviourHeaders(text(faults), text(pages), text(tomorrow));
    }

    // HTTP hands each byte on as one character. An empty header asks for nothing.
    private static @Nullable String text(@Nullable String header) {
        return header == null || header.isBlank()
                ? null
                : new String(header.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** Has something happen to it in front of the service. */
    void meetsInFront(Fault asked) {
        inFront = Optional.of(asked);
    }

    /** What has happened to it in front of the service; nothing, where nothing was to. */
    public Optional<Fault> inFront() {
        return inFront;
    }

    /** Has the answer delivered as a fault has it. */
    public void deliver(Fault asked) {
        fault = asked;
    }

    /** How the answer is to be delivered; nothing, if as usual. */
    Optional<Fault> fault() {
        return Optional.ofNullable(fault);
    }

    RoutingContext context() {
        return context;
    }

    MultiMap headers() {
        return headers;
    }

    /** Answers with what was asked for. */
    void answer(EncodedJson document) {
        // Cheaper than to have it noted, and so for the one kind of answer that is common.
        JsonWriter.write(
                document,
                context.response(),
                written -> attempt.ends(200, null, RetryAdvice.NONE, written.succeeded()));
    }

    /** Answers with an error. */
    void refuse(ServiceError error) {
        noteEnd();
        ErrorAnswers.send(error, context.response());
    }

    /** Has the journal told how the answer ended, whatever that will be. */
    void noteEnd() {
        context.addEndHandler(ended -> end(context.response(), ended.succeeded()));
    }

    private void end(HttpServerResponse response, boolean complete) {
        MultiMap answered = response.headers();
        attempt.ends(
                response.headWritten() ? response.getStatusCode() : 0,
                answered.get(ErrorType.HEADER),
                RetryAdvice.read(answered.get(RetryAfter.HEADER), answered.get(RetryAfter.AWS_HEADER)),
                complete);
    }
}
