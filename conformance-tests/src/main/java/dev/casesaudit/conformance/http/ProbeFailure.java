package dev.casesaudit.conformance.http;

/** A request that brought no response. */
public abstract sealed class ProbeFailure extends Exception {

    private static final long serialVersionUID = 1;

    private ProbeFailure(String message) {
        super(message, null, false, false);
    }

    /** The target kept silent: it refused the connection, closed it, or took too long. */
    public static final class NoAnswer extends ProbeFailure {

        private static final long serialVersionUID = 1;

        private final transient Exchange exchange;
        private final Kind kind;

        NoAnswer(Exchange exchange, Kind kind, String reason) {
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

    /** How a target kept silent. */
    public enum Kind {
        /** No connection came about, or the proxy on the way answered in place of the target. */
        UNREACHABLE,
        /** The connection came about, and trust did not. */
        TLS,
        /** Nothing came in time. */
        TIMEOUT,
        /** The connection was closed before a response. */
        CLOSED,
        /** A response began, and was cut short or cannot be read on. It is the target's, and breaks the contract. */
        BROKEN,
        /** What came is not HTTP/1.1. */
        UNREADABLE
    }

    /** The run may send no more requests, or take no more time; or the target is gone, or throttles whatever the pace. */
    public static final class LimitReached extends ProbeFailure {

        private static final long serialVersionUID = 1;

        LimitReached(String limit) {
            super(limit);
        }
    }
}
