package dev.casesaudit.conformance.http;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.http.ConnectionClosedException;
import org.apache.http.NoHttpResponseException;
import org.apache.http.conn.ConnectTimeoutException;

/**
 * The only way to the target: one request at a time, paced, bounded, and each exchange kept. It adds nothing to a request but a
 * signature, and mends nothing in an answer but a content encoding.
 */
public final class Probe implements AutoCloseable {

    // As an SDK in standard mode: three attempts.
    private static final int ATTEMPTS = 3;

    // A target that asks for more patience than this is better judged at a lower rate.
    private static final long LONGEST_WAIT_MILLIS = 20_000;

    // A target that hangs would otherwise cost the time limit of a request for every check.
    private static final int TIMEOUTS = 3;

    private final Lane lane;
    private final Lane socket;
    private final Signer signer;
    private final Limits limits;
    private final List<Exchange> exchanges = new ArrayList<>();
    private final long start = System.nanoTime();
    private long next = start;
    private int timeouts;

    Probe(Lane lane, URI endpoint, Signer signer, Limits limits) {
        this.lane = lane;
        this.socket = new SocketLane(endpoint, limits.requestTimeout());
        this.signer = signer;
        this.limits = limits;
    }

    /**
     * Sends a request and waits for the answer, whatever it is. A 429 is retried where the request allows it.
     *
     * @throws ProbeFailure if there is no answer, or the run's limits are reached
     */
    public Exchange ask(Request request) throws ProbeFailure {
        Exchange exchange = once(request);
        for (int attempt = 1; attempt < ATTEMPTS && throttled(exchange) && request.retried(); attempt++) {
            sleep(patience(exchange, attempt));
            exchange = once(request);
        }
        return exchange;
    }

    /** Returns every exchange so far, in the order in which they took place. */
    public List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    /** Returns how many requests have been sent. */
    public int count() {
        return exchanges.size();
    }

    @Override
    public void close() {
        lane.close();
        socket.close();
    }

    private Exchange once(Request request) throws ProbeFailure {
        if (exchanges.size() >= limits.maxRequests()) {
            throw new ProbeFailure.LimitReached(String.format(
                    Locale.ROOT, "the run's %d requests (--max-requests) are used up", limits.maxRequests()));
        }
        if (System.nanoTime() - start > limits.runTimeout().toNanos()) {
            throw new ProbeFailure.LimitReached(String.format(
                    Locale.ROOT,
                    "the run's %d seconds (--time-limit) are over",
                    limits.runTimeout().toSeconds()));
        }
        if (timeouts >= TIMEOUTS) {
            throw new ProbeFailure.LimitReached(
                    String.format(Locale.ROOT, "the target let %d requests in a row time out", TIMEOUTS));
        }
        pace();
        Request signed = signer.sign(request);
        int number = exchanges.size() + 1;
        try {
            Exchange exchange = new Exchange(number, signed, (signed.raw() ? socket : lane).send(signed));
            exchanges.add(exchange);
            timeouts = 0;
            return exchange;
        } catch (IOException e) {
            Exchange silent = new Exchange(number, signed, new Reply.Silence(reason(e)));
            exchanges.add(silent);
            ProbeFailure.Kind kind = kind(e);
            timeouts = kind == ProbeFailure.Kind.TIMEOUT ? timeouts + 1 : 0;
            throw new ProbeFailure.NoAnswer(silent, kind, reason(e));
        }
    }

    private static boolean throttled(Exchange exchange) {
        return exchange.answer().status() == 429;
    }

    private static long patience(Exchange exchange, int attempt) {
        String asked = exchange.answer().header("retry-after").orElse("");
        long millis = asked.matches("\\d{1,5}") ? Long.parseLong(asked) * 1000 : 500L << attempt;
        return Math.min(millis, LONGEST_WAIT_MILLIS);
    }

    private void pace() {
        if (limits.rate() > 0) {
            long wait = next - System.nanoTime();
            if (wait > 0) {
                sleep(TimeUnit.NANOSECONDS.toMillis(wait) + 1);
            }
            next = System.nanoTime() + (long) (1e9 / limits.rate());
        }
    }

    private static void sleep(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ProbeFailure.Kind kind(IOException problem) {
        if (problem instanceof SSLException) {
            return ProbeFailure.Kind.TLS;
        }
        if (problem instanceof SocketTimeoutException && !(problem instanceof ConnectTimeoutException)) {
            return ProbeFailure.Kind.TIMEOUT;
        }
        if (problem instanceof ConnectException
                || problem instanceof ConnectTimeoutException
                || problem instanceof UnknownHostException
                || problem instanceof NoRouteToHostException) {
            return ProbeFailure.Kind.UNREACHABLE;
        }
        if (problem instanceof NoHttpResponseException
                || problem instanceof SocketException
                || problem instanceof EOFException
                || problem instanceof ConnectionClosedException) {
            return ProbeFailure.Kind.CLOSED;
        }
        return ProbeFailure.Kind.UNREADABLE;
    }

    private static String reason(IOException problem) {
        String message = problem.getMessage();
        return message == null ? problem.getClass().getSimpleName() : message;
    }
}
