package dev.casesaudit.conformance.legal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.conformance.http.Probes;
import dev.casesaudit.conformance.requirement.Area;
import dev.casesaudit.conformance.requirement.Level;
import dev.casesaudit.conformance.run.Kit;
import dev.casesaudit.conformance.run.KnownFailures;
import dev.casesaudit.conformance.run.Progress;
import dev.casesaudit.conformance.run.ResultStatus;
import dev.casesaudit.conformance.run.RunReport;
import dev.casesaudit.conformance.run.Selection;
import dev.casesaudit.conformance.stub.Service;
import dev.casesaudit.conformance.stub.SigningService;
import dev.casesaudit.conformance.stub.StubError;
import dev.casesaudit.conformance.stub.StubServer;
import dev.casesaudit.conformance.stub.Wire;
import dev.casesaudit.conformance.stub.WritableService;
import dev.casesaudit.conformance.target.TargetProfile;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Execution(ExecutionMode.CONCURRENT)
class OdditiesTest {

    private static final Kit KIT = Kit.packaged().through(Probes.SOCKETS);

    /** The ids that the plain stub passes, in their order. */
    private static List<String> plain = List.of();

    @BeforeAll
    static void judgeThePlainStub() {
        plain = accountOf(judged(new Service()));
    }

    @TestFactory
    Stream<DynamicTest> noOddityIsAccusedOrLeftUntried() {
        return Oddities.all()
                .map(oddity -> DynamicTest.dynamicTest(
                        oddity.name(),
                        () -> assertThat(without(
                                        oddity.spared(),
                                        accountOf(judged(oddity.service().get()))))
                                .isEqualTo(without(oddity.spared(), plain))));
    }

    @TestFactory
    Stream<DynamicTest> noWayToRecordEditsIsAccusedOrLeftUntried() {
        return Stream.concat(Stream.of(new Oddity("as-the-mock", WritableService::new)), OddRecordings.all())
                .map(oddity -> DynamicTest.dynamicTest(
                        oddity.name(),
                        () -> assertThat(withoutPassed(accountOf(judgedByEdits(
                                        (WritableService) oddity.service().get()))))
                                .allMatch(line -> line.contains(": not applicable"))
                                .extracting(line -> line.substring(0, line.indexOf(':')))
                                .containsExactlyInAnyOrderElementsOf(oddity.spared())));
    }

    private static List<String> withoutPassed(List<String> account) {
        return account.stream().filter(line -> line.contains(":")).toList();
    }

    private static RunReport judgedByEdits(WritableService service) {
        Selection edits = new Selection(Set.of(), Set.of(Area.RECORDING)).withWrites();
        try (StubServer stub = new StubServer(service)) {
            RunReport report = KIT.judge(stub.profile(), edits, Level.SHOULD, KnownFailures.NONE, Progress.NONE);
            assertThat(service.caseIds()).isEmpty();
            return report;
        }
    }

    // AWS documents it with 400 for some services and with 403 for others.
    @Test
    void anIncompleteSignatureMayBeABadRequest() {
        Service bad = new SigningService() {
            @Override
            protected void incomplete() {
                throw new StubError(400, "IncompleteSignatureException", "The authorization lacks a part");
            }
        };

        assertThat(accountOf(judged(bad))).isEqualTo(accountOf(judged(new SigningService())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"upper", "lower", "odd"})
    void headersMayComeInAnyLetterCase(String letterCase) {
        Service rewritten = new Service() {
            @Override
            public Optional<Wire.Change> wire() {
                return Optional.of(new HeaderNames(writtenIn(letterCase)));
            }
        };

        assertThat(accountOf(judged(rewritten))).isEqualTo(plain);
    }

    @Test
    void theStretchedMembersAreAllThatHaveALength() {
        assertThat(Extremes.members())
                .containsExactlyInAnyOrder(
                        "AuditEvent.eventId",
                        "AuditEventField.eventFieldId",
                        "AuditEventFieldValueUnion.stringValue",
                        "AuditEventPerformedBy.iamPrincipalArn",
                        "UserUnion.userArn",
                        "UserUnion.customEntity");
    }

    /** Changes the letter case of response headers, which the HTTP server of the stub does not support. */
    private record HeaderNames(UnaryOperator<String> letterCase) implements Wire.Change {

        private static final Pattern NAME = Pattern.compile("(?m)^[^:\r\n]+(?=:)");

        @Override
        public String response(String request, String response) {
            int body = response.indexOf("\r\n\r\n");
            int headers = response.indexOf("\r\n");
            String names = NAME.matcher(response.substring(headers, body))
                    .replaceAll(name -> Matcher.quoteReplacement(letterCase.apply(name.group())));
            return response.substring(0, headers) + names + response.substring(body);
        }
    }

    private static UnaryOperator<String> writtenIn(String letterCase) {
        return switch (letterCase) {
            case "upper" -> name -> name.toUpperCase(Locale.ROOT);
            case "lower" -> name -> name.toLowerCase(Locale.ROOT);
            default -> name -> name.replace('e', 'E').replace('N', 'n').replace('t', 'T');
        };
    }

    private static RunReport judged(Service service) {
        try (StubServer stub = new StubServer(service)) {
            return judged(stub.profile());
        }
    }

    private static RunReport judged(TargetProfile profile) {
        return KIT.judge(profile, Selection.ALL, Level.SHOULD, KnownFailures.NONE, Progress.NONE);
    }

    private static List<String> without(Set<String> ids, List<String> account) {
        return account.stream()
                .filter(line -> ids.stream().noneMatch(line::startsWith))
                .toList();
    }

    // The passed requirements, and the reasons of the others.
    private static List<String> accountOf(RunReport report) {
        return report.results().stream()
                .map(result -> result.status() == ResultStatus.PASSED
                        ? result.requirement().id()
                        : "%s: %s %s %s"
                                .formatted(
                                        result.requirement().id(),
                                        result.status().label(),
                                        result.reason(),
                                        result.findings()))
                .toList();
    }
}
