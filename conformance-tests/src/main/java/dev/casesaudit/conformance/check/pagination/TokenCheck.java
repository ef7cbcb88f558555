package dev.casesaudit.conformance.check.pagination;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.Locale;
import java.util.Optional;

/** Tries something with a token that was just given. */
abstract class TokenCheck implements Check {

    private final String id;

    TokenCheck(String id) {
        this.id = id;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public Outcome run(Trial trial) throws ProbeFailure {
        return trial.withEvents(WalksCheck.FEWEST_EVENTS, one -> trial.atRest(one, same -> onFresh(trial, same)));
    }

    final Outcome onFresh(Trial trial, CaseRef one) throws ProbeFailure {
        Optional<String> token = Tokens.fresh(trial, one);
        return token.isPresent()
                ? judged(trial, one, token.get())
                : Outcome.notTestable(String.format(
                        Locale.ROOT,
                        "the first page of %s with a maxResults of %d gave no token",
                        one,
                        Tokens.pageSize(trial)));
    }

    /** Tries it with a token of a case. */
    abstract Outcome judged(Trial trial, CaseRef one, String token) throws ProbeFailure;

    /** Hands a token back in a request that is otherwise as the one that brought it. */
    static Request handBack(Trial trial, CaseRef one, String token) {
        return trial.page(one, Tokens.pageSize(trial), Optional.of(token));
    }
}
