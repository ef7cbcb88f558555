package dev.casesaudit.conformance.check.pagination;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.target.CaseRef;
import dev.casesaudit.conformance.target.Role;
import java.util.List;
import java.util.Optional;

/** A token leads through the case it was given for, and no other. */
final class TokenOfAnotherCaseRefused implements Check {

    // The longest first: its positions are those that a foreign token could name.
    private static final List<Role> OTHERS =
            List.of(Role.TWO_PAGES, Role.LONG, Role.FULL_PAGE, Role.EVERY_SHAPE, Role.SOME_EVENTS, Role.ONE_EVENT);

    @Override
    public String id() {
        return "pagination-token-of-another-case-refused";
    }

    @Override
    public Outcome run(Trial trial) throws ProbeFailure {
        return trial.withEvents(WalksCheck.FEWEST_EVENTS, one -> {
            Optional<CaseRef> other = OTHERS.stream()
                    .flatMap(role -> trial.profile().find(role).stream())
                    .filter(found -> found.domainId().equals(one.domainId()) && !found.equals(one))
                    .findFirst();
            return other.isPresent()
                    ? new ForeignToken(id(), other.get(), "a token of another case").onFresh(trial, one)
                    : new Outcome.NotTestable(
                            "the target profile names no second case of the domain", Role.ONE_EVENT.label());
        });
    }
}
