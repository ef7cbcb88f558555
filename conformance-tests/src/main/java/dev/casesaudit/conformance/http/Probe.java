package dev.casesaudit.conformance.http;

import dev.casesaudit.conformance.text.Words;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sends all requests to the target, one at a time, paced and limited, and keeps each exchange. It only adds signatures
 * to requests and only decodes responses.
 *
 * <p>The probe keeps a request that the target served. After a failure, it sends this request again: if it is served,
 * the target only failed on the other request; if not, the target is gone or throttles all requests.
 */
public final class Probe implements AutoCloseable {

    /** The statuses of throttling. */
    private static final Set<Integer> THROTTLING = Set.of(429, 503);

    /** The statuses that may be others next time. */
    private static final Set<Integer> TRANSIENT = Set.of(429, 500, 502, 503, 504);

    // Like an SDK in standard mode, as long as no request was served for comparison.
    private static final int FIRST_ATTEMPTS = 3;

    private static final int ATTEMPTS = 7;

    // The first time, the rate limit can have ended between both requests.
    private static final int REFUSED_ALONE = 2;

    private static final Duration FIRST_WAIT = Duration.ofMillis(200);

    // A target with longer waits needs a lower rate.
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    // Long enough for a restart of the target.
    private static final int LOOKS = 3;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    // After these timeouts, the kit waits for this time, or this many times the slowest response.
    private static final int HANGING = 3;
    private static final Duration LEAST_PATIENCE = Duration.ofSeconds(2);
    private static final int TIMES_THE_SLOWEST = 10;

    // The exchanges are kept until the run ends. Checks and reports need memory too.
    private static final long MOST_KEPT = Runtime.getRuntime().maxMemory() / 8;

    private final Transport lane;
    private final Transport socket;
    private final Connector connector;
    private final Signer signer;
    private final Limits limits;
    private final Time time;
    private final Pace pace;
    private final List<Exchange> exchanges = new ArrayList<>();
    private final Map<Content, Content> bodies = new HashMap<>();
    private int sent;
    private long kept;
    private final long start;
    private int timedOut;
    private Duration slowest = Duration.ZERO;
    private @Nullable Request served;
    private volatile @Nullable String over;

    Probe(Transport lane, Connector connector, Signer signer, Limits limits, Time time) {
        this.lane = lane;
        this.socket = new SocketTransport(connector, limits.response());
        this.connector = connector;
        this.signer = signer;
        this.limits = limits;
        this.time = time;
        this.pace = new Pace(limits.rate(), time);
        this.start = time.nanos();
    }

    /**
     * Sends a request and returns the exchange. After throttling, sends the request again, unless it must not be
     * retried, and slows down.
     *
     * @throws ProbeFailure if there is no response, or a limit ended the run
     */
    public Exchange send(Request request) throws ProbeFailure {
        Exchange exchange = answered(request);
        return request.retried() && throttled(exchange) ? unthrottled(exchange, request) : exchange;
    }

    /**
     * Sends a request as a client that needs the response: also sends it again after an error of the server and, as soon
     * as the target has served a request, after a missing response. Keeps no exchange, so that there may be any number.
     *
     * @throws ProbeFailure if there is no response, or a limit ended the run
     */
    public Exchange sendPersistently(Request request) throws ProbeFailure {
        for (int attempt = 1; ; attempt++) {
            forget();
            boolean last = attempt == FIRST_ATTEMPTS;
            try {
                Exchange exchange = send(request);
                Duration wait = retryDelay(exchange, attempt);
                boolean again = TRANSIENT.contains(exchange.response().status()) && wait.compareTo(LONGEST_WAIT) <= 0;
                if (last || !again) {
                    return exchange;
                }
                sleep(wait);
            } catch (ProbeFailure.NoResponse e) {
                if (last || served == null || e.kind() == ProbeFailure.Kind.TLS) {
                    throw e;
                }
                sleep(FIRST_WAIT.multipliedBy(1L << (attempt - 1)));
            }
        }
    }

    /** Waits, at most until the end of the run. */
    public void pause(Duration time) {
        sleep(time);
    }

    /** Ends the run from another thread. A response that comes later is not returned: its cause may be the end. */
    public void stop(String reason) {
        over = reason;
    }

    private void forget() {
        exchanges.clear();
        bodies.clear();
        kept = 0;
    }

    /** Returns all exchanges so far in their order. */
    public List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    /** Returns the number of requests so far. */
    public int count() {
        return sent;
    }

    /** Returns the proxy like {@link Connector#proxy}, or an empty string. */
    public String proxy() {
        return connector.proxy().orElse("");
    }

    /** Returns the credentials of the signer and of the proxy. */
    public List<String> credentials() {
        List<String> all = new ArrayList<>(signer.credentials());
        all.addAll(connector.credentials());
        return all;
    }

    @Override
    public void close() {
        lane.close();
        socket.close();
    }

    // ---- throttling

    private static boolean throttled(Exchange exchange) {
        return THROTTLING.contains(exchange.response().status());
    }

    private Exchange unthrottled(Exchange first, Request request) throws ProbeFailure {
        Exchange throttled = first;
        Duration waited = Duration.ZERO;
        Request known = served;
        int refusedAlone = 0;
        for (int attempt = 1; attempt < (known == null ? FIRST_ATTEMPTS : ATTEMPTS); attempt++) {
            Duration wait = retryDelay(throttled, attempt);
            waited = waited.plus(wait);
            if (waited.compareTo(LONGEST_WAIT) > 0) {
                break;
            }
            sleep(wait);
            throttled = answered(request);
            if (!throttled(throttled)) {
                pace.slower();
                return throttled;
            }
            boolean knownServed = known != null && !known.equals(request) && !throttled(answered(known));
            refusedAlone = knownServed ? refusedAlone + 1 : 0;
            if (refusedAlone == REFUSED_ALONE) {
                return throttled;
            }
        }
        if (known == null) {
            // No request was served yet, so the preflight judges this response.
            return throttled;
        }
        throw end(String.format(
                Locale.ROOT,
                "the target throttles (%d), also after a wait of %s seconds; run again later, or with a lower --rate",
                throttled.response().status(),
                waited.toMillis() / 1000.0));
    }

    private static Duration retryDelay(Exchange exchange, int attempt) {
        Duration own = FIRST_WAIT.multipliedBy(1L << (attempt - 1));
        Duration asked = RetryAfter.of(exchange.response());
        return asked.compareTo(own) > 0 ? asked : own;
    }

    // ---- silence

    private Exchange answered(Request request) throws ProbeFailure {
        try {
            return once(request);
        } catch (ProbeFailure.NoResponse e) {
            switch (e.kind()) {
                case TIMEOUT -> {
                    requireThere(e);
                    timedOut++;
                    throw e;
                }
                case CLOSED -> {
                    requireThere(e);
                    throw e;
                }
                case UNREACHABLE -> {
                    requireThere(e);
                    // Connections do not depend on the request: the target was away and is back.
                    return once(request);
                }
                default -> throw e;
            }
        }
    }

    /** Throws an exception if the target is gone. */
    private void requireThere(ProbeFailure.NoResponse silence) throws ProbeFailure {
        Request known = served;
        if (known == null) {
            throw silence;
        }
        for (int look = 1; look <= LOOKS; look++) {
            try {
                once(known);
                return;
            } catch (ProbeFailure.NoResponse e) {
                sleep(BETWEEN_LOOKS);
            }
        }
        throw end(String.format(
                Locale.ROOT,
                "the target is gone: it no longer answers a request that it served before (%s)",
                silence.getMessage()));
    }

    // ---- one exchange

    private Exchange once(Request request) throws ProbeFailure {
        requireWithinLimits();
        pace.await();
        Request signed = signer.sign(request);
        int number = ++sent;
        try {
            Reply.Response response = connector.requireOfTarget((signed.raw() ? socket : lane).send(signed, timeout()));
            Exchange exchange = new Exchange(number, signed, shared(response));
            keep(exchange);
            note(request, response);
            requireNotOver();
            return exchange;
        } catch (IOException e) {
            Content received = e instanceof BrokenResponse broken ? broken.received() : Content.NONE;
            Exchange silent = new Exchange(number, signed, new Reply.Silence(reason(e), received));
            keep(silent);
            if (late(e) && left().isNegative()) {
                // The run itself had no more time.
                requireTime();
            }
            if (e instanceof ProxyFailure && served != null) {
                // A failure of the proxy says nothing about the target.
                throw new ProbeFailure.LimitReached(reason(e));
            }
            throw new ProbeFailure.NoResponse(silent, kind(e), reason(e));
        }
    }

    private void note(Request request, Reply.Response response) {
        slowest = response.took().compareTo(slowest) > 0 ? response.took() : slowest;
        if (response.status() == 200) {
            pace.served();
            served = served == null ? request : served;
        }
    }

    private void keep(Exchange exchange) {
        exchanges.add(exchange);
        kept += exchange.size();
    }

    // Many responses have equal bodies.
    private Reply.Response shared(Reply.Response response) {
        Content known = bodies.putIfAbsent(response.body(), response.body());
        if (known == null) {
            return response;
        }
        kept -= known.size();
        return new Reply.Response(response.status(), response.headers(), known, response.took());
    }

    private void requireNotOver() throws ProbeFailure.LimitReached {
        String reason = over;
        if (reason != null) {
            throw new ProbeFailure.LimitReached(reason);
        }
    }

    private void requireWithinLimits() throws ProbeFailure.LimitReached {
        requireNotOver();
        if (kept > MOST_KEPT) {
            throw end(String.format(
                    Locale.ROOT,
                    "the responses of the run have filled the %d MiB that are kept; give the kit more memory with java -Xmx",
                    MOST_KEPT >> 20));
        }
        if (sent >= limits.maxRequests()) {
            throw new ProbeFailure.LimitReached(String.format(
                    Locale.ROOT,
                    "the run's limit of %s (--max-requests) is used up",
                    Words.count(limits.maxRequests(), "request")));
        }
        requireTime();
    }

    private void requireTime() throws ProbeFailure.LimitReached {
        if (left().isNegative()) {
            String slowed =
                    pace.slowed() ? "; the target throttles, so run again with more, or with a lower --rate" : "";
            throw new ProbeFailure.LimitReached(String.format(
                    Locale.ROOT,
                    "the run's limit of %s (--time-limit) is over%s",
                    Words.count(limits.runTimeout().toSeconds(), "second"),
                    slowed));
        }
    }

    private ProbeFailure.LimitReached end(String reason) {
        over = reason;
        return new ProbeFailure.LimitReached(reason);
    }

    // The remaining time of the run.
    private Duration left() {
        return limits.runTimeout().minusNanos(time.nanos() - start);
    }

    // At most until the end of the run.
    private void sleep(Duration wait) {
        time.sleep(wait.compareTo(left()) < 0 ? wait : left().plusMillis(1));
    }

    private static boolean late(IOException problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketTimeoutException) {
                return true;
            }
        }
        return false;
    }

    private Duration timeout() {
        Duration left = left().plusMillis(1);
        return waitLimit().compareTo(left) < 0 ? waitLimit() : left;
    }

    // A target that hangs on many requests would take all the time of the run.
    private Duration waitLimit() {
        Duration whole = limits.requestTimeout();
        if (timedOut < HANGING) {
            return whole;
        }
        Duration shorter = slowest.multipliedBy(TIMES_THE_SLOWEST);
        Duration least = shorter.compareTo(LEAST_PATIENCE) > 0 ? shorter : LEAST_PATIENCE;
        return least.compareTo(whole) < 0 ? least : whole;
    }

    private static ProbeFailure.Kind kind(IOException problem) {
        if (problem instanceof BrokenResponse) {
            return ProbeFailure.Kind.BROKEN;
        }
        if (problem instanceof NotHttp) {
            return ProbeFailure.Kind.UNREADABLE;
        }
        if (problem instanceof TlsFailure) {
            return ProbeFailure.Kind.TLS;
        }
        if (problem instanceof SocketTimeoutException) {
            return ProbeFailure.Kind.TIMEOUT;
        }
        boolean noConnection = problem instanceof ProxyFailure
                || problem instanceof ConnectException
                || problem instanceof UnknownHostException
                || problem instanceof NoRouteToHostException;
        return noConnection ? ProbeFailure.Kind.UNREACHABLE : ProbeFailure.Kind.CLOSED;
    }

    private static String reason(IOException problem) {
        String message = problem.getMessage();
        return message == null ? problem.getClass().getSimpleName() : message;
    }
}
