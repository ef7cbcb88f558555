package dev.casesaudit.server.control;

import dev.casesaudit.control.model.Invalid;
import dev.casesaudit.control.model.ProblemReport;
import dev.casesaudit.server.audit.WorldLimits;
import dev.casesaudit.server.document.Problem;
import dev.casesaudit.server.error.ErrorAnswers;
import dev.casesaudit.server.error.ErrorType;
import dev.casesaudit.server.error.ServiceError;
import dev.casesaudit.server.fixture.FixtureException;
import dev.casesaudit.server.world.WorldBudget;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Responses to refused changes, with all problems. */
class InvalidChanges {

    @ServerExceptionMapper
    Response answer(InvalidChange refused) {
        return answer(refused.problems());
    }

    @ServerExceptionMapper
    Response answer(FixtureException refused) {
        return answer(refused.problems());
    }

    @ServerExceptionMapper
    Response answer(WorldLimits.Exceeded refused) {
        return answer(List.of(new Problem("", "", refused.expected(), refused.got())));
    }

    @ServerExceptionMapper
    Response answer(WorldBudget.Exceeded refused) {
        return ErrorAnswers.response(ServiceError.of(
                refused.alone() ? ErrorType.REQUEST_ENTITY_TOO_LARGE : ErrorType.SERVICE_UNAVAILABLE,
                String.valueOf(refused.getMessage())));
    }

    private static Response answer(List<Problem> problems) {
        String message = problems.stream()
                .map(InvalidChanges::words)
                .collect(Collectors.joining(
                        "; ",
                        String.format(Locale.ROOT, "%d problem%s: ", problems.size(), problems.size() == 1 ? "" : "s"),
                        ""));
        Invalid body = new Invalid().message(message);
        problems.forEach(one -> body.addProblemsItem(new ProblemReport()
                .pointer(one.pointer())
                .expected(one.expected())
                .got(one.got())));
        return ErrorAnswers.response(ServiceError.withBody(ErrorType.VALIDATION, body));
    }

    private static String words(Problem problem) {
        String place = problem.pointer().isEmpty() ? "" : String.format(Locale.ROOT, "at %s: ", problem.pointer());
        return String.format(Locale.ROOT, "%sexpected %s, got %s", place, problem.expected(), problem.got());
    }
}
