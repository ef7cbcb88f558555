package dev.casesaudit.conformance.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A response, or the reason why there is none. */
public sealed interface Reply {

    /** An HTTP response. */
    record Response(int status, List<Header> headers, Content body, Duration took) implements Reply {

        public Response {
            headers = List.copyOf(headers);
        }

        /** Returns the value of the first header of a name in any letter case. */
        public Optional<String> header(String name) {
            return headers.stream()
                    .filter(header -> header.is(name))
                    .map(Header::value)
                    .findFirst();
        }
    }

    /**
     * The reason for a missing response.
     *
     * @param received the first bytes that came instead, if any
     */
    record Silence(String reason, Content received) implements Reply {

        public Silence(String reason) {
            this(reason, Content.NONE);
        }
    }
}
