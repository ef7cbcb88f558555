package dev.casesaudit.conformance.http;

/** A request without a response. */
public abstract sealed class ProbeFailure extends Exception {

    private static final long serialVersionUID = 1;

    private ProbeFailure(String message) {
        super(message, null, false, false);
    }

    /** The target refused the connection, closed it, or took too long. */
    public static final class NoResponse extends ProbeFailure {

        private static final long serialVersionUID = 1;

        private final transient Exchange exchange;
        private final Kind kind;

        NoResponse(Exchange exchange, Kind kind, String reason) {
            super(reason);
            this.exchange = exchange;
            this.kind = kind;
        }

        public Kind kind() {
            return kind;
        }

        public Exchange exchange() {
            return exchange;
        }
    }

    /** The kinds of missing responses. */
    public enum Kind {
        /** No connection, or the proxy answered in place of the target. */
        UNREACHABLE,
        /** The TLS handshake failed. */
        TLS,
        /** No response in time. */
        TIMEOUT,
        /** The connection was closed before a response. */
        CLOSED,
        /** A response started and is cut off or malformed, which breaks the contract. */
        BROKEN,
        /** The bytes are not HTTP/1.1. */
        UNREADABLE
    }

    /** A limit of the run is used up, the target is gone, or it throttles at any pace. */
    public static final class LimitReached extends ProbeFailure {

        private static final long serialVersionUID = 1;

        LimitReached(String limit) {
            super(limit);
        }
    }
}
