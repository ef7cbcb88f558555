package dev.casesaudit.server.http;

import dev.casesaudit.server.audit.CaseKey;
import dev.casesaudit.server.audit.WorldView;
import dev.casesaudit.server.behaviour.BehaviourHeaders;
import dev.casesaudit.server.behaviour.EffectiveBehaviour;
import dev.casesaudit.server.behaviour.fault.Fault;
import dev.casesaudit.server.error.ErrorAnswers;
import dev.casesaudit.server.error.ErrorType;
import dev.casesaudit.server.error.RetryAfter;
import dev.casesaudit.server.error.ServiceError;
import dev.casesaudit.server.journal.Attempt;
import dev.casesaudit.server.journal.Journal;
import dev.casesaudit.server.journal.RetryAdvice;
import dev.casesaudit.server.json.EncodedJson;
import dev.casesaudit.server.metrics.Metrics;
import dev.casesaudit.server.world.Snapshot;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The context of a request to an operation: its headers, journal entry and snapshot of the world, and the fault for its response.
 */
public final class CurrentRequest {

    // An AsciiString keeps the hash of the name.
    private static final CharSequence INVOCATION_ID = HttpHeaders.createOptimized(Attempt.INVOCATION_ID);
    private static final CharSequence OLDER_INVOCATION_ID = HttpHeaders.createOptimized(Attempt.OLDER_INVOCATION_ID);
    private static final CharSequence FAULTS = HttpHeaders.createOptimized(BehaviourHeaders.FAULTS);
    private static final CharSequence PAGES = HttpHeaders.createOptimized(BehaviourHeaders.PAGES);
    private static final CharSequence JOURNAL = HttpHeaders.createOptimized("x-mock-journal");
    private static final CharSequence TOMORROW = HttpHeaders.createOptimized(BehaviourHeaders.TOMORROW);
    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");

    private final RoutingContext context;
    private final MultiMap headers;
    private final Attempt attempt;
    private final Metrics metrics;
    private final boolean behaviourHeadersEnabled;
    private @Nullable BehaviourHeaders behaviourHeaders;
    private Optional<Fault> inFront = Optional.empty();
    private @Nullable Fault fault;
    private EffectiveBehaviour behaviour = EffectiveBehaviour.USUAL;
    private List<String> labels = List.of();
    private @Nullable CaseKey key;
    private @Nullable Snapshot snapshot;

    private CurrentRequest(
            RoutingContext context,
            MultiMap headers,
            Attempt attempt,
            Metrics metrics,
            boolean behaviourHeadersEnabled) {
        this.context = context;
        this.headers = headers;
        this.attempt = attempt;
        this.metrics = metrics;
        this.behaviourHeadersEnabled = behaviourHeadersEnabled;
    }

    /**
     * Begins when the head of a request has arrived.
     *
     * @param behaviourHeadersEnabled whether the headers {@code x-mock-…} have an effect
     */
    static CurrentRequest begin(
            RoutingContext context, Journal journal, Metrics metrics, boolean behaviourHeadersEnabled) {
        HttpServerRequest request = context.request();
        MultiMap headers = request.headers();
        return new CurrentRequest(
                context,
                headers,
                journal.begin(request.method().name(), request.path(), headers, invocationId(headers)),
                metrics,
                behaviourHeadersEnabled);
    }

    private static @Nullable String invocationId(MultiMap headers) {
        String id = headers.get(INVOCATION_ID);
        return id == null ? headers.get(OLDER_INVOCATION_ID) : id;
    }

    /** Sets the operation and the labels of the path: a domain, a case and a related item, as far as the operation has them. */
    void setCall(String operation, List<String> named) {
        labels = named;
        attempt.setOperation(operation);
        key = named.size() == 1 ? CaseKey.ofDomain(named.get(0)) : new CaseKey(named.get(0), named.get(1));
        attempt.setCase(key);
    }

    /** Returns a label of the path, by its number. */
    public String label(int number) {
        return labels.get(number);
    }

    /** Returns the value of a parameter in the query; null for none. */
    @Nullable
    String query(String name) {
        return QueryParameters.first(context.request().query(), name);
    }

    /** Returns the case that the path names. */
    public CaseKey key() {
        return Objects.requireNonNull(key, "its path is not read yet");
    }

    /** Sets the snapshot of the world that the request reads. */
    void setSnapshot(Snapshot world) {
        snapshot = world;
    }

    /** Returns the snapshot of the world, the same for the whole request. */
    public Snapshot snapshot() {
        return Objects.requireNonNull(snapshot, "it is not served yet");
    }

    /** Returns the cases of the snapshot. */
    public WorldView world() {
        return snapshot().world();
    }

    /** Returns the journal entry. */
    public Attempt attempt() {
        return attempt;
    }

    /** Whether the journal keeps it. The console reads histories without leaving a trace between those of clients. */
    boolean isRecorded() {
        return !behaviourHeadersEnabled || !"off".equalsIgnoreCase(headers.get(JOURNAL));
    }

    /** Returns the behaviour in the headers. */
    public BehaviourHeaders behaviourHeaders() {
        BehaviourHeaders read = behaviourHeaders;
        if (read == null) {
            read = behaviourHeadersEnabled ? readBehaviourHeaders() : BehaviourHeaders.NONE;
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

    // HTTP libraries pass each byte on as one character. An empty header is the same as none.
    private static @Nullable String text(@Nullable String header) {
        return header == null || header.isBlank()
                ? null
                : new String(header.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** Records a fault that happens before the service. */
    void setFaultInFront(Fault fault) {
        inFront = Optional.of(fault);
    }

    /** Returns the fault that happened before the service; empty if there was none. */
    public Optional<Fault> inFront() {
        return inFront;
    }

    void setBehaviour(EffectiveBehaviour effective) {
        behaviour = effective;
    }

    /** Returns the behaviour for this request. */
    public EffectiveBehaviour behaviour() {
        return behaviour;
    }

    /** Returns the request as received, without its body. */
    public HttpServerRequest request() {
        return context.request();
    }

    /** Sets the fault that the response is sent with. */
    void setFault(Fault fault) {
        this.fault = fault;
    }

    /** Returns the fault that the response is sent with; empty for a usual response. */
    Optional<Fault> fault() {
        return Optional.ofNullable(fault);
    }

    RoutingContext context() {
        return context;
    }

    MultiMap headers() {
        return headers;
    }

    /** Responds with the output of the operation. */
    void answer(EncodedJson document) {
        HttpServerResponse response = context.response();
        response.headers().add(HttpHeaders.CONTENT_TYPE, JSON);
        // Cheaper than a listener, and so used for the common kind of response.
        ResponseBytes.of(document).endTo(response, sent -> complete(200, null, RetryAdvice.NONE, sent.succeeded()));
    }

    /** Responds with an error. */
    void refuse(ServiceError error) {
        noteEnd();
        ResponseBytes.of(error.document()).endTo(ErrorAnswers.begin(error, context.response()), sent -> {});
    }

    /** Records in the journal how the response ends. */
    void noteEnd() {
        context.addEndHandler(ended -> end(context.response(), ended.succeeded()));
    }

    private void end(HttpServerResponse response, boolean complete) {
        MultiMap answered = response.headers();
        complete(
                response.headWritten() ? response.getStatusCode() : 0,
                answered.get(ErrorType.HEADER),
                RetryAdvice.read(answered.get(RetryAfter.HEADER), answered.get(RetryAfter.AWS_HEADER)),
                complete);
    }

    /**
     * Records the end of the response.
     *
     * @param status 0 if the connection closed before the response
     */
    void complete(int status, @Nullable String error, RetryAdvice advice, boolean complete) {
        attempt.complete(status, error, advice, complete);
        if (metrics != Metrics.NONE) {
            metrics.answered(
                    attempt.operation().orElse(""),
                    status,
                    fault != null,
                    attempt.end().map(Attempt.End::took).orElse(Duration.ZERO));
        }
    }
}
