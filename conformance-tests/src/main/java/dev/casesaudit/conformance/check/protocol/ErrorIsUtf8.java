package dev.casesaudit.conformance.check.protocol;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.http.Content;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.target.CaseRef;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Asks for an unknown case whose id is not ASCII, which the error is likely to repeat. */
final class ErrorIsUtf8 implements Check {

    /** Letters of two, three and four bytes. */
    private static final String BEYOND_ASCII = "é-\u20ac-\ud83d\udce6";

    @Override
    public String id() {
        return "protocol-error-is-utf8";
    }

    @Override
    public Outcome run(Trial trial) throws ProbeFailure {
        return trial.withAnyCase(one -> {
            String unknown = trial.unknownCase().caseId() + BEYOND_ASCII;
            Exchange exchange = trial.ask(trial.history(new CaseRef(one.domainId(), unknown)));
            if (exchange.answer().status() < 400 || exchange.answer().body().isEmpty()) {
                return Outcome.notTestable("an unknown case brings no error with a body");
            }
            Optional<Outcome> wrong = wrong(exchange.answer().body())
                    .map(actual -> Outcome.failed(Finding.of(exchange, "UTF-8 without a byte order mark", actual)));
            return wrong.isPresent() ? wrong.get() : trial.served(one);
        });
    }

    private static Optional<String> wrong(Content body) {
        ByteBuffer bytes = ByteBuffer.wrap(body.bytes());
        CharBuffer text = CharBuffer.allocate(bytes.remaining());
        if (StandardCharsets.UTF_8.newDecoder().decode(bytes, text, true).isError()) {
            return Optional.of(String.format(Locale.ROOT, "other bytes at offset %d", bytes.position()));
        }
        return body.text().startsWith("\ufeff") ? Optional.of("a byte order mark") : Optional.empty();
    }
}
