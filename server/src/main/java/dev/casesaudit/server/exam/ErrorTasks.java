package dev.casesaudit.server.exam;

import static dev.casesaudit.server.exam.Judges.givesUp;
import static dev.casesaudit.server.exam.Judges.triesOnce;

import dev.casesaudit.server.error.ErrorType;
import java.util.List;

/** Tasks for clients that must not retry errors that are not retryable. */
final class ErrorTasks {

    private static final List<Task> ALL = List.of(
            Task.of("invalid", "does not try again after ValidationException", triesOnce())
                    .failingWith(ErrorType.VALIDATION),
            Task.of("denied", "does not try again after AccessDeniedException", triesOnce())
                    .failingWith(ErrorType.ACCESS_DENIED),
            Task.of("missing", "does not try again after ResourceNotFoundException", triesOnce()),
            Task.of("internal-error-for-good", "gives up after a few attempts", givesUp())
                    .withEvents(5)
                    .meeting("InternalServer*forever"),
            Task.of("malformed-for-good", "gives up after a few attempts on an answer that is no JSON", givesUp())
                    .withEvents(5)
                    .meeting("malformed*forever"),
            Task.of("html-for-good", "gives up after a few attempts on a proxy's page", givesUp())
                    .withEvents(5)
                    .meeting("html*forever"));

    private ErrorTasks() {}

    static List<Task> all() {
        return ALL;
    }
}
