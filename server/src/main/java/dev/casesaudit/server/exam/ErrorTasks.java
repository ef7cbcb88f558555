package dev.casesaudit.server.exam;

import static dev.casesaudit.server.exam.Judges.givesUp;
import static dev.casesaudit.server.exam.Judges.triesOnce;

import dev.casesaudit.server.error.ErrorType;
import java.util.List;

/** Tasks for clients that must not retry errors that are not retryable. */
final class ErrorTasks {

    private static final List<Task> ALL = List.of(
            Task.of("invalid", "does not retry a ValidationException", triesOnce())
                    .failingWith(ErrorType.VALIDATION),
            Task.of("denied", "does not retry an AccessDeniedException", triesOnce())
                    .failingWith(ErrorType.ACCESS_DENIED),
            Task.of("missing", "does not retry a ResourceNotFoundException", triesOnce()),
            Task.of("internal-error-for-good", "gives up after a few attempts", givesUp())
                    .withEvents(5)
                    .meeting("InternalServer*forever"),
            Task.of("malformed-for-good", "gives up after a few attempts when responses are not JSON", givesUp())
                    .withEvents(5)
                    .meeting("malformed*forever"),
            Task.of("html-for-good", "gives up after a few attempts when a proxy responds with HTML", givesUp())
                    .withEvents(5)
                    .meeting("html*forever"));

    private ErrorTasks() {}

    static List<Task> all() {
        return ALL;
    }
}
