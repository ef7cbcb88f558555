package dev.casesaudit.conformance.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What came back. */
public sealed interface Reply {

    /** An HTTP response. */
    record Answer(int status, List<Header> headers, Content body, Duration took) implements Reply {

        public Answer {
            headers = List.copyOf(headers);
        }

        /** Returns the value of the first header of this name, in whatever letter case. */
        public Optional<String> header(String name) {
            return headers.stream()
                    .filter(header -> header.is(name))
                    .map(Header::value)
                    .findFirst();
        }
    }

    /**
     * No response, and why not.
     *
     * @param received the first bytes of what came in its place, if anything did
     */
    record Silence(String reason, Content received) implements Reply {

        public Silence(String reason) {
            this(reason, Content.NONE);
        }
    }
}
