package dev.casesaudit.server.behaviour.fault;

import dev.casesaudit.server.audit.CaseKey;
import dev.casesaudit.server.error.ServiceError;
import java.util.Locale;

/** How an attempt ends. Its text is its notation in scripts. */
public sealed interface Outcome
        permits Outcome.Close,
                Outcome.ErrorResponse,
                Outcome.Gateway,
                Outcome.Hang,
                Outcome.Html,
                Outcome.Lost,
                Outcome.Malformed,
                Outcome.Ok,
                Outcome.Reset,
                Outcome.Slow,
                Outcome.WrongContentType {

    /** Whether it happens before the service, and so also to a request that the service would refuse. */
    default boolean isInFront() {
        return false;
    }

    /** Whether the client gets nothing of the operation's own response, so that an edit is not made either. */
    default boolean isInsteadOfOperation() {
        return false;
    }

    sealed interface ErrorResponse extends Outcome permits ModelledError, OtherError {

        /** The error response for a request to this case. */
        ServiceError answer(CaseKey key);
    }

    /**
     * The usual response, unless the gateway in front of the service refuses the request.
     *
     * @param bodies whether it refuses bodies that are malformed or break a constraint
     * @param ids whether it refuses ids outside the pattern that one edition of the API reference gives
     */
    record Gateway(boolean bodies, boolean ids) implements Outcome {

        @Override
        public boolean isInFront() {
            return true;
        }

        @Override
        public String toString() {
            return bodies && ids ? "gateway" : bodies ? "gateway(bodies)" : "gateway(ids)";
        }
    }

    /** The usual response. */
    record Ok() implements Outcome {
        @Override
        public String toString() {
            return "ok";
        }
    }

    /** A TCP reset instead of a response. */
    record Reset() implements Outcome {
        @Override
        public boolean isInsteadOfOperation() {
            return true;
        }

        @Override
        public String toString() {
            return "reset";
        }
    }

    /**
     * The connection is closed.
     *
     * @param midway in the middle of the body instead of before the response
     */
    record Close(boolean midway) implements Outcome {
        @Override
        public boolean isInsteadOfOperation() {
            return !midway;
        }

        @Override
        public String toString() {
            return midway ? "close(midway)" : "close";
        }
    }

    /** The operation is performed, and the connection closed instead of its response. */
    record Lost() implements Outcome {
        @Override
        public String toString() {
            return "lost";
        }
    }

    /** No response for as long as the configuration allows. */
    record Hang() implements Outcome {
        @Override
        public boolean isInsteadOfOperation() {
            return true;
        }

        @Override
        public String toString() {
            return "hang";
        }
    }

    /** The usual response, a few bytes at a time. */
    record Slow(int bytesPerSecond) implements Outcome {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "slow(%s)", bytesPerSecond);
        }
    }

    /** A body that is not JSON, declared as JSON. */
    record Malformed() implements Outcome {
        @Override
        public String toString() {
            return "malformed";
        }
    }

    /** An HTML page, as proxies send it. */
    record Html(int status) implements Outcome {

        static final int USUAL_STATUS = 502;

        @Override
        public boolean isInsteadOfOperation() {
            return true;
        }

        @Override
        public String toString() {
            return status == USUAL_STATUS ? "html" : String.format(Locale.ROOT, "html(%s)", status);
        }
    }

    /** The usual response with another content type. */
    record WrongContentType(String type) implements Outcome {

        static final String USUAL_TYPE = "text/plain";

        @Override
        public String toString() {
            return type.equals(USUAL_TYPE)
                    ? "wrong-content-type"
                    : String.format(Locale.ROOT, "wrong-content-type(%s)", Words.write(type));
        }
    }
}
