package dev.casesaudit.conformance.http;

/** A request that brought no answer. */
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
        /** No connection came about. */
        UNREACHABLE,
        /** The connection came about, and trust did not. */
        TLS,
        /** Nothing came in time. */
        TIMEOUT,
        /** The connection was closed before an answer, or in the middle of one. */
        CLOSED,
        /** What came is not HTTP. */
        UNREADABLE
    }

    /** The run may send no more requests, or take no more time. */
    public static final class LimitReached extends ProbeFailure {

        private static final long serialVersionUID = 1;

        LimitReached(String limit) {
            super(limit);
        }
    }
}
