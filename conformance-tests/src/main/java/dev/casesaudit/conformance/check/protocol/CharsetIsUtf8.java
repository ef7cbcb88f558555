package dev.casesaudit.conformance.check.protocol;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Mistake;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.http.Reply;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a JSON answer of the whole run names a charset, it is the one that JSON has. */
final class CharsetIsUtf8 implements Check {

    private static final Pattern CHARSET =
            Pattern.compile("application/json.*;\\s*charset\\s*=\\s*\"?([^\";\\s]*).*", Pattern.CASE_INSENSITIVE);

    @Override
    public String id() {
        return "protocol-charset-is-utf8";
    }

    @Override
    public Outcome run(Trial trial) throws ProbeFailure {
        return trial.withAnyCase(one -> {
            trial.once(trial.history(one));
            Mistake.errors(trial, one);
            List<Finding> findings = trial.exchanges().stream()
                    .map(CharsetIsUtf8::wrong)
                    .flatMap(Optional::stream)
                    .toList();
            return findings.isEmpty() ? trial.served(one) : Outcome.of(findings);
        });
    }

    private static Optional<Finding> wrong(Exchange exchange) {
        String type = exchange.reply() instanceof Reply.Answer answer
                ? answer.header("content-type").orElse("")
                : "";
        Matcher charset = CHARSET.matcher(type);
        return charset.matches() && !charset.group(1).equalsIgnoreCase("utf-8")
                ? Optional.of(Finding.of(
                        exchange,
                        "charset utf-8, or none",
                        String.format(Locale.ROOT, "charset '%s'", charset.group(1))))
                : Optional.empty();
    }
}
