package dev.casesaudit.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.http.Content;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.Reply;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.run.Result;
import dev.casesaudit.conformance.run.ResultStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CausesTest {

    private static final List<String> IDS = Sample.catalogue().requirements().stream()
            .map(requirement -> requirement.id())
            .toList();

    private static final Exchange ANSWERED =
            new Exchange(1, Request.to("POST", "/"), new Reply.Response(400, List.of(), Content.NONE, Duration.ZERO));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 ValidationException | 400 without an error name | 404 ResourceNotFoundException or 403 AccessDeniedException | 404 without an error name
            400 ValidationException | 400 without an error name | the error's name in x-amzn-errortype, or in the body as __type or code | 404 without one
            400 ValidationException | 400 without an error name | an error of 400 to 499, with its name | 403 without an error name
            400 ValidationException | 200 with 1 event | 400 ValidationException to 500 characters | 200 with 12 events
            400 ValidationException | 404 without an error name | 400 ValidationException to the token 'x' | 404 without an error name
            x-amzn-errortype on 400 ValidationException | the name only in the body | x-amzn-errortype on 404 ResourceNotFoundException | the name only in the body
            event 'a' next, as before | event 'b' | event 'c' next, as before | event 'd'
            0 to 25 items | 26 items | 0 to 25 items | 50 items
            400 for ValidationException | 500 | 404 for ResourceNotFoundException | 500
            """)
    void isOneForTheSameFaultOfDifferentRequests(String expected, String actual, String other, String otherActual) {
        assertThat(causes(found("", expected, actual), found("", other, otherActual)))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 ValidationException | 400 without an error name | 200 and a page of events | 400 without an error name
            400 ValidationException | 400 without an error name | 400 ValidationException | 404 without an error name
            400 ValidationException | 400 without an error name | an error of 400 to 499, with its name | 500 without an error name
            400 ValidationException | 200 with 1 event | 400 ValidationException | 400 BadRequestException
            a string | null | a string | a list
            200 and a page of events | 404 ResourceNotFoundException | 200 and a page of events | 403 AccessDeniedException
            """)
    void isAnotherForAnotherFault(String expected, String actual, String other, String otherActual) {
        assertThat(causes(found("", expected, actual), found("", other, otherActual)))
                .hasSize(2);
    }

    @Test
    void isOneForAllEventsButNotForAllMembers() {
        assertThat(texts(causes(
                        found("/auditEvents/0/type", "a string", "null"),
                        found("/auditEvents/12/type", "a string", "null"),
                        found("/auditEvents/0/eventId", "a string", "null"))))
                .containsExactly(
                        "at /auditEvents/*/type: expected a string, got null",
                        "at /auditEvents/0/eventId: expected a string, got null");
    }

    @Test
    void isOneForAllRequestsWithoutAResponse() {
        Exchange silent =
                new Exchange(2, Request.to("POST", "/"), new Reply.Silence("nothing came within 10.0 seconds"));
        Exchange other = new Exchange(3, Request.to("GET", "/"), new Reply.Silence("nothing came within 2.5 seconds"));
        assertThat(causes(
                        Outcome.failed(Finding.of(silent, "a response", "none: nothing came within 10.0 seconds")),
                        Outcome.failed(Finding.of(other, "a response to 36000 characters", "none"))))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            the response 200 OK is broken: the connection was closed after 916 of 936 bytes | the response 200 OK is broken: the connection was closed after 9 of 20 bytes | the response 200 OK is broken: the connection was closed after … of … bytes
            the response 200 is broken: it has 2 lengths | the response 404 is broken: it has 2 lengths |
            nothing came within 2.0 seconds | nothing came within 1.0 seconds | no response: nothing came within … seconds
            """)
    void keepsTheStatusOfAnIncompleteResponse(String one, String other, String text) {
        List<String> texts = texts(causes(silent(one), silent(other)));
        assertThat(texts).isEqualTo(text == null ? List.of(one, other) : List.of(text));
    }

    @Test
    void isOneForEachReasonThatSomethingIsNotTestable() {
        assertThat(causes(
                        Outcome.notTestable("no page has AuditEvent.type"),
                        Outcome.notTestable("no page has a union 'newValue'"),
                        Outcome.notTestable("a request without it gets no better response: at the response:"
                                + " expected 400 ValidationException, got 200 with 5 events"),
                        Outcome.notTestable(
                                "a request without it gets no better response: at the response:"
                                        + " expected 404 ResourceNotFoundException or 403 AccessDeniedException, got 200 with 1 event"),
                        Outcome.notTestable("too few pages")))
                .extracting(cause -> cause.instances().size())
                .containsExactly(2, 2, 1);
    }

    @Test
    void hidesNoRequirement() {
        List<Cause> causes = Sample.masked(Sample.everything()).causes();
        List<String> grouped =
                causes.stream().flatMap(cause -> cause.ids().stream()).toList();
        assertThat(grouped)
                .containsAll(Sample.everything().results().stream()
                        .filter(result -> result.status() != ResultStatus.PASSED)
                        .map(result -> result.requirement().id())
                        .toList());
        assertThat(causes.stream()
                        .flatMap(cause -> cause.instances().stream())
                        .mapToInt(instance -> instance.findings().size())
                        .sum())
                .isEqualTo(Sample.everything().results().stream()
                        .mapToInt(result -> result.findings().size())
                        .sum());
    }

    @Test
    void keepsTheTextThatAllFindingsShare() {
        assertThat(texts(causes(found("/a", "0 to 25 items", "26 items"), found("/a", "0 to 25 items", "26 items"))))
                .containsExactly("at /a: expected 0 to 25 items, got 26 items");
    }

    @Test
    void comesFirstWhereItIsOfMostRequirements() {
        List<Cause> causes = causes(
                found("", "a", "b"),
                found("", "400 ValidationException", "400 without an error name"),
                found("", "404 ResourceNotFoundException", "404 without an error name"));
        assertThat(texts(causes)).containsExactly(CauseText.UNNAMED, "expected a, got b");
        assertThat(causes).extracting(Cause::number).containsExactly(1, 2);
    }

    private static Outcome silent(String reason) {
        Exchange exchange = new Exchange(2, Request.to("POST", "/"), new Reply.Silence(reason));
        return Outcome.failed(Finding.of(exchange, "a response", "none"));
    }

    private static Outcome found(String pointer, String expected, String actual) {
        return Outcome.failed(new Finding(pointer, expected, actual, ANSWERED));
    }

    private static List<String> texts(List<Cause> causes) {
        return causes.stream().map(Cause::text).toList();
    }

    private static List<Cause> causes(Outcome... outcomes) {
        List<Result> results = new ArrayList<>();
        Stream.of(outcomes)
                .forEach(outcome -> results.add(new Result(
                        Sample.catalogue().find(IDS.get(results.size())).orElseThrow(),
                        outcome,
                        "",
                        Duration.ZERO,
                        1)));
        return Causes.of(Sample.of(results));
    }
}
