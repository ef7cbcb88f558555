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
                answers("early-hints-before-it", answer -> HINTS + answer),
                answers(
                        "several-interim-answers-before-it",
                        answer -> "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 102 Processing\r\n\r\n" + HINTS + HINTS
                                + answer),
                answers("http-1-0", answer -> answer.replaceFirst("HTTP/1.1", "HTTP/1.0")),
                answers("line-ends-of-lf", answer -> head(answer).replace("\r\n", "\n") + body(answer)),
                answers("a-folded-header", answer -> answer.replaceFirst("\r\n", "\r\nx-folded: one\r\n  two\r\n")),
                answers("no-reason", answer -> answer.replaceFirst("^(HTTP/1.1 \\d+)[^\r]*", "$1 ")),
                answers("its-length-twice", answer -> answer.replaceFirst("(" + LENGTH + ")", "$1$1")),
                answers("ended-by-the-connection", answer -> head(answer).replaceFirst(LENGTH, "") + body(answer)),
                answers("chunk-extensions-and-trailers", OddWire::chunks));
    }

    private static Oddity answers(String name, UnaryOperator<String> change) {
        return new Oddity(name, () -> new Service() {
            @Override
            public Optional<Wire.Change> wire() {
                return Optional.of(new Wire.Change() {
                    @Override
                    public String answer(String request, String answer) {
                        return request.startsWith("HEAD ") ? answer : change.apply(answer);
                    }
                });
            }
        });
    }

    private static String chunks(String answer) {
        String body = body(answer);
        int half = body.length() / 2;
        return head(answer).replaceFirst(LENGTH, "transfer-encoding: chunked\r\ntrailer: x-sum\r\n")
                + chunk(body.substring(0, half))
                + chunk(body.substring(half))
                + "0;last\r\nx-sum: 1\r\n\r\n";
    }

    private static String chunk(String text) {
        return text.isEmpty() ? "" : String.format(Locale.ROOT, "%X;a=b;c=\"d e\"\r\n%s\r\n", text.length(), text);
    }

    private static String head(String answer) {
        return answer.substring(0, answer.indexOf("\r\n\r\n") + 4);
    }

    private static String body(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }
}
