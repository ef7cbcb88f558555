package dev.casesaudit.conformance.check.response;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.contract.Cell;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.contract.Keyword;
import dev.casesaudit.conformance.http.ProbeFailure;
import java.util.Set;

/** Looks for one constraint of the output in every page that the profile's cases gave. */
abstract class MemberCheck implements Check {

    private final String id;
    private final String member;
    private final Keyword keyword;

    MemberCheck(String id, String member, Keyword keyword) {
        this.id = id;
        this.member = member;
        this.keyword = keyword;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final Set<Cell> covers(Contract contract) {
        return contract.constraint(member, keyword).cells();
    }

    @Override
    public final Outcome run(Trial trial) throws ProbeFailure {
        return trial.survey().outcome(member, keyword);
    }
}
