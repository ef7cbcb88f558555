package dev.casesaudit.conformance.check.error;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.ErrorName;
import dev.casesaudit.conformance.check.Expect;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Json;
import dev.casesaudit.conformance.check.Mistake;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.contract.Cell;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.contract.Keyword;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.ProbeFailure;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Looks at one of the members that only ResourceNotFoundException has, where a case is unknown. */
abstract class UnknownCaseMember implements Check {

    static final String NAME = "ResourceNotFoundException";
    private static final String SHAPE = "ResourceNotFound.";

    private final String id;
    private final String member;

    UnknownCaseMember(String id, String member) {
        this.id = id;
        this.member = member;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final Set<Cell> covers(Contract contract) {
        Set<Cell> cells = new LinkedHashSet<>();
        cells.addAll(contract.constraint(SHAPE + member, Keyword.REQUIRED).cells());
        cells.addAll(contract.constraint(SHAPE + member, Keyword.TYPE).cells());
        return cells;
    }

    @Override
    public final Outcome run(Trial trial) throws ProbeFailure {
        return Mistake.UNKNOWN_CASE.on(trial, one -> {
            Exchange exchange = Mistake.UNKNOWN_CASE.made(trial, one);
            if (!isNotFound(exchange)) {
                return Outcome.notTestable("an unknown case does not bring " + NAME);
            }
            return notAString(exchange, member).map(Outcome::failed).orElse(new Outcome.Passed());
        });
    }

    static boolean isNotFound(Exchange exchange) {
        return ErrorName.of(exchange.answer()).equals(Optional.of(NAME));
    }

    static Optional<Finding> notAString(Exchange exchange, String member) {
        JsonNode value = Json.read(exchange.answer().body()).path(member);
        return value.isTextual()
                ? Optional.empty()
                : Optional.of(new Finding("/" + member, "a string", Expect.kind(value), exchange));
    }
}
