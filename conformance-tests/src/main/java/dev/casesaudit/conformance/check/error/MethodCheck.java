package dev.casesaudit.conformance.check.error;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.ErrorName;
import dev.casesaudit.conformance.check.Expect;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.http.Reply.Answer;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Sends another method than POST on the operation's route. Smithy's servers answer in one way, and HTTP has another. */
final class MethodCheck implements Check {

    private static final String UNKNOWN = "UnknownOperationException";

    // Whatever a target makes of these, it does it to nothing.
    private static final List<String> UNSAFE = List.of("PUT", "DELETE");

    private final String id;
    private final String method;

    MethodCheck(String id, String method) {
        this.id = id;
        this.method = method;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Set<String> provokes() {
        return Set.of(UNKNOWN);
    }

    @Override
    public Outcome run(Trial trial) throws ProbeFailure {
        return trial.withAnyCase(one -> {
            CaseRef asked = UNSAFE.contains(method) ? trial.unknownCase() : one;
            Exchange exchange = trial.ask(trial.history(asked).method(method));
            return allowed(exchange.answer())
                    ? trial.served(one)
                    : Outcome.failed(Finding.of(
                            exchange,
                            String.format(Locale.ROOT, "404 %s or 405", UNKNOWN),
                            Expect.described(exchange.answer())));
        });
    }

    private boolean allowed(Answer answer) {
        // The answer to HEAD has no body to name an error in.
        boolean unknown = method.equals("HEAD")
                || ErrorName.of(answer).filter(UNKNOWN::equals).isPresent();
        return answer.status() == 405 || (answer.status() == 404 && unknown);
    }
}
