package dev.casesaudit.conformance.check.response;

import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.http.Exchange;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The body of a page is encoded in UTF-8, and no mark says so. */
final class BodyUtf8 extends AnswerCheck {

    BodyUtf8() {
        super("response-body-utf8", "a body");
    }

    @Override
    Optional<List<Finding>> look(Exchange exchange) {
        byte[] bytes = exchange.answer().body().bytes();
        if (bytes.length == 0) {
            return Optional.empty();
        }
        return Optional.of(problem(bytes)
                .map(problem -> List.of(Finding.of(exchange, "UTF-8 without a byte order mark", problem)))
                .orElse(List.of()));
    }

    private static Optional<String> problem(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        boolean broken = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(in, out, true)
                .isError();
        if (broken) {
            return Optional.of(String.format(Locale.ROOT, "the byte 0x%02X as byte %d", in.get(), in.position()));
        }
        return out.get(0) == '\uFEFF' ? Optional.of("a byte order mark") : Optional.empty();
    }
}
