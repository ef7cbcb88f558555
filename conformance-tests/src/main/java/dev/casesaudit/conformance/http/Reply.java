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

        /** Takes the body as it travelled, once its chunks were put together. */
        static Answer of(int status, List<Header> headers, byte[] body, long start) throws BrokenAnswer {
            byte[] content = Codings.undone(headers, body);
            return new Answer(status, headers, Content.of(content), Duration.ofNanos(System.nanoTime() - start));
        }

        /** Returns the value of the first header of this name, in whatever letter case. */
        public Optional<String> header(String name) {
            return headers.stream()
                    .filter(header -> header.is(name))
                    .map(Header::value)
                    .findFirst();
        }
    }

    /** No response, and why not. */
    record Silence(String reason) implements Reply {}
}
