package dev.casesaudit.conformance.check.error;

import dev.casesaudit.conformance.check.ErrorName;
import dev.casesaudit.conformance.check.Expect;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.Reply.Answer;
import java.util.List;

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
        return BodyIsAnObject.notAnObject(exchange).stream().toList();
    }
}
