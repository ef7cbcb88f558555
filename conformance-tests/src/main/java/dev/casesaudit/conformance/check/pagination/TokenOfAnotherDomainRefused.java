package dev.casesaudit.conformance.check.pagination;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.target.CaseRef;
import dev.casesaudit.conformance.target.Role;
import java.util.List;
import java.util.Optional;

/** A token leads through the domain it was given for, also where another has a case of the same id. */
final class TokenOfAnotherDomainRefused implements Check {

    private static final List<Role> LONG_ENOUGH = List.of(Role.SOME_EVENTS, Role.FULL_PAGE, Role.TWO_PAGES, Role.LONG);

    @Override
    public String id() {
        return "pagination-token-of-another-domain-refused";
    }

    @Override
    public Outcome run(Trial trial) throws ProbeFailure {
        return trial.with(Role.SECOND_DOMAIN, other -> {
            ForeignToken foreign = new ForeignToken(id(), other, "a token of another domain");
            Optional<CaseRef> namesake = LONG_ENOUGH.stream()
                    .flatMap(role -> trial.profile().find(role).stream())
                    .filter(one -> one.caseId().equals(other.caseId()))
                    .findFirst();
            return namesake.isPresent() ? foreign.onFresh(trial, namesake.get()) : foreign.run(trial);
        });
    }
}
