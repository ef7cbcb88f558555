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

/** The message of an error that the model has is a string. */
final class MessageIsAString extends ErrorCheck {

    MessageIsAString() {
        super("error-message-is-a-string");
    }

    @Override
    public Set<Cell> covers(Contract contract) {
        Set<Cell> cells = new LinkedHashSet<>();
        cells.addAll(contract.constraint("ErrorMessage.message", Keyword.TYPE).cells());
        cells.addAll(
                contract.constraint("ResourceNotFound.message", Keyword.TYPE).cells());
        return cells;
    }

    @Override
    protected boolean looksAt(Exchange error) {
        return ErrorName.isModelled(error.answer())
                && Json.read(error.answer().body()).hasNonNull("message");
    }

    @Override
    protected Optional<Finding> wrong(Trial trial, Exchange error) {
        JsonNode message = Json.read(error.answer().body()).path("message");
        return message.isTextual()
                ? Optional.empty()
                : Optional.of(new Finding("/message", "a string", Expect.kind(message), error));
    }
}
