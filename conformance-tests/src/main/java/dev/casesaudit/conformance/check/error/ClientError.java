package dev.casesaudit.conformance.check.error;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.conformance.check.ErrorName;
import dev.casesaudit.conformance.check.Expect;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Json;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.Reply.Answer;
import java.util.List;
import java.util.Optional;

/** Says what is wrong with an error that blames the request, where any name will do. */
final class ClientError {

    private ClientError() {}

    static List<Finding> expected(Exchange exchange) {
        Answer answer = exchange.answer();
        if (answer.status() < 400
                || answer.status() > 499
                || ErrorName.of(answer).isEmpty()) {
            return List.of(Finding.of(exchange, "an error of 400 to 499, with its name", Expect.described(answer)));
        }
        Optional<Finding> body = BodyIsAnObject.notAnObject(exchange);
        if (body.isPresent()) {
            return List.of(body.get());
        }
        JsonNode message = Json.read(answer.body()).path("message");
        return message.isTextual()
                ? List.of()
                : List.of(new Finding("/message", "a string", Expect.kind(message), exchange));
    }
}
