package dev.casesaudit.server.behaviour.fault;

import dev.casesaudit.server.audit.CaseKey;
import dev.casesaudit.server.error.ServiceError;
import java.util.Locale;

/** How an attempt ends. The text of each is what stands for it in a script. */
public sealed interface Outcome
        permits Outcome.Close,
                Outcome.ErrorAnswer,
                Outcome.Gateway,
                Outcome.Hang,
                Outcome.Html,
                Outcome.Malformed,
                Outcome.Ok,
                Outcome.Reset,
                Outcome.Slow,
                Outcome.WrongContentType {

    /** Whether it happens in front of the service, and so also to a request that the service would refuse. */
    default boolean isInFront() {
        return false;
    }

    /** With an error. */
    sealed interface ErrorAnswer extends Outcome permits ModelledError, OtherError {

        /** The error as it leaves, for a request of this case. */
        ServiceError answer(CaseKey asked);
    }

    /**
     * With the answer that it would have had anyway, unless the gateway in front of the service refuses the request.
     *
     * @param bodies whether it refuses bodies that cannot be read or break a constraint
     * @param ids whether it refuses ids outside the pattern that one edition of the API reference gives them
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

    /** With the answer that it would have had anyway. */
    record Ok() implements Outcome {
        @Override
        public String toString() {
            return "ok";
        }
    }

    /** With a TCP reset in place of an answer. */
    record Reset() implements Outcome {
        @Override
        public String toString() {
            return "reset";
        }
    }

    /**
     * With the end of the connection.
     *
     * @param midway in the middle of the body, otherwise before the first byte of the answer
     */
    record Close(boolean midway) implements Outcome {
        @Override
        public String toString() {
            return midway ? "close(midway)" : "close";
        }
    }

    /** Without an answer, for as long as the configuration allows. */
    record Hang() implements Outcome {
        @Override
        public String toString() {
            return "hang";
        }
    }

    /** With the answer, a few bytes at a time. */
    record Slow(int bytesPerSecond) implements Outcome {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "slow(%s)", bytesPerSecond);
        }
    }

    /** With a body that is not JSON, though announced as such. */
    record Malformed() implements Outcome {
        @Override
        public String toString() {
            return "malformed";
        }
    }

    /** With a page as proxies make them. */
    record Html(int status) implements Outcome {

        static final int USUAL_STATUS = 502;

        @Override
        public String toString() {
            return status == USUAL_STATUS ? "html" : String.format(Locale.ROOT, "html(%s)", status);
        }
    }

    /** With the answer, announced as something else. */
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
