package dev.casesaudit.conformance.legal;

import dev.casesaudit.conformance.stub.Service;
import dev.casesaudit.conformance.stub.Wire;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Unusual messages that HTTP/1.1 allows. */
final class OddWire {

    private static final String HINTS = "HTTP/1.1 103 Early Hints\r\nlink: </style.css>; rel=preload\r\n\r\n";
    private static final String LENGTH = "(?i)content-length: *\\d+\r\n";

    private OddWire() {}

    static Stream<Oddity> all() {
        return Stream.of(
                responses("early-hints-before-it", response -> HINTS + response),
                responses(
                        "several-interim-answers-before-it",
                        response -> "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 102 Processing\r\n\r\n" + HINTS + HINTS
                                + response),
                responses("http-1-0", response -> response.replaceFirst("HTTP/1.1", "HTTP/1.0")),
                responses("line-ends-of-lf", response -> head(response).replace("\r\n", "\n") + body(response)),
                responses(
                        "a-folded-header", response -> response.replaceFirst("\r\n", "\r\nx-folded: one\r\n  two\r\n")),
                responses("no-reason", response -> response.replaceFirst("^(HTTP/1.1 \\d+)[^\r]*", "$1 ")),
                responses("its-length-twice", response -> response.replaceFirst("(" + LENGTH + ")", "$1$1")),
                responses(
                        "ended-by-the-connection",
                        response -> head(response).replaceFirst(LENGTH, "") + body(response)),
                responses("chunk-extensions-and-trailers", OddWire::chunks));
    }

    private static Oddity responses(String name, UnaryOperator<String> change) {
        return new Oddity(name, () -> new Service() {
            @Override
            public Optional<Wire.Change> wire() {
                return Optional.of(new Wire.Change() {
                    @Override
                    public String response(String request, String response) {
                        return request.startsWith("HEAD ") ? response : change.apply(response);
                    }
                });
            }
        });
    }

    private static String chunks(String response) {
        String body = body(response);
        int half = body.length() / 2;
        return head(response).replaceFirst(LENGTH, "transfer-encoding: chunked\r\ntrailer: x-sum\r\n")
                + chunk(body.substring(0, half))
                + chunk(body.substring(half))
                + "0;last\r\nx-sum: 1\r\n\r\n";
    }

    private static String chunk(String text) {
        return text.isEmpty() ? "" : String.format(Locale.ROOT, "%X;a=b;c=\"d e\"\r\n%s\r\n", text.length(), text);
    }

    private static String head(String response) {
        return response.substring(0, response.indexOf("\r\n\r\n") + 4);
    }

    private static String body(String response) {
        return response.substring(response.indexOf("\r\n\r\n") + 4);
    }
}
