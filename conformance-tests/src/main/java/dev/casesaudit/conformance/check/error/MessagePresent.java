package dev.casesaudit.conformance.check.error;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.conformance.check.ErrorCheck;
import dev.casesaudit.conformance.check.ErrorName;
import dev.casesaudit.conformance.check.Expect;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Json;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.contract.Cell;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.contract.Keyword;
import dev.casesaudit.conformance.http.Exchange;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Every error that the model has comes with its message. */
final class MessagePresent extends ErrorCheck {

    MessagePresent() {
        super("error-message-present");
    }

    @Override
    public Set<Cell> covers(Contract contract) {
        Set<Cell> cells = new LinkedHashSet<>();
        cells.addAll(
                contract.constraint("ErrorMessage.message", Keyword.REQUIRED).cells());
        cells.addAll(contract.constraint("ResourceNotFound.message", Keyword.REQUIRED)
                .cells());
        return cells;
    }

    @Override
    protected boolean looksAt(Exchange error) {
        return ErrorName.isModelled(error.answer())
                && Json.read(error.answer().body()).isObject();
    }

    @Override
    protected Optional<Finding> wrong(Trial trial, Exchange error) {
        JsonNode body = Json.read(error.answer().body());
        return body.hasNonNull("message")
                ? Optional.empty()
                : Optional.of(new Finding("/message", "a message", Expect.kind(body.path("message")), error));
    }
}
