package dev.casesaudit.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.conformance.run.Kit;
import dev.casesaudit.conformance.stub.StubError;
import dev.casesaudit.conformance.stub.StubReply;
import dev.casesaudit.conformance.stub.StubRequest;
import dev.casesaudit.conformance.stub.StubServer;
import dev.casesaudit.conformance.stub.WritableService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code --writes} does to a target, and what is left of it. */
class WritesTest {

    private static final Kit KIT = Kit.packaged();

    private static final String PROFILE = """
            endpoint: ENDPOINT
            domain: stub-domain
            cases: {some-events: some-events}
            time-limit: 30s
            writes:
              domain: stub-domain
              template: stub-template
              text-field: text
              number-field: number
              fields: {title: A case}
              event-timeout: TIMEOUT
            """;

    private final CommandRun shell = new CommandRun().with(() -> KIT);

    @TempDir
    private Path folder;

    /** Keeps the operations that it performs, and refuses some. */
    private static class Watched extends WritableService {

        final List<String> operations = Collections.synchronizedList(new ArrayList<>());
        private final Map<String, StubError> refused;

        Watched(Map<String, StubError> refused) {
            this.refused = refused;
        }

        @Override
        protected ObjectNode perform(String operation, String caseId, StubRequest request) {
            operations.add(operation);
            StubError error = refused.get(operation);
            if (error != null) {
                throw error;
            }
            return super.perform(operation, caseId, request);
        }
    }

    private static StubError unknown() {
        return new StubError(404, "UnknownOperationException", "No operation has this route");
    }

    private static StubError denied() {
        return new StubError(403, "AccessDeniedException", "You do not have access");
    }

    private int run(WritableService service, String... options) throws IOException {
        try (StubServer stub = new StubServer(service)) {
            List<String> args = new ArrayList<>(List.of("run", "--profile", profile(stub, "200ms")));
            args.addAll(List.of(options));
            return shell.run(args.toArray(String[]::new));
        }
    }

    private String profile(StubServer stub, String timeout) throws IOException {
        String text = PROFILE.replace("ENDPOINT", stub.endpoint().toString()).replace("TIMEOUT", timeout);
        return Files.writeString(folder.resolve("stub.yaml"), text).toString();
    }

    @Test
    void withoutTheOptionNothingIsWrittenAndNoReportNamesTheArea() throws IOException {
        Watched service = new Watched(Map.of());

        run(service, "--report-dir", folder.toString());

        assertThat(service.operations).isEmpty();
        assertThat(shell.out() + shell.err()).doesNotContain("recording", "others were not tried");
        for (String report : List.of("report.md", "report.json", "junit.xml", "profile.json", "report.html")) {
            assertThat(folder.resolve(report)).content().doesNotContain("recording-", ">recording<", "| recording");
        }
    }

    @Test
    void aCaseIsCreatedEditedAndDeleted() throws IOException {
        Watched service = new Watched(Map.of());

        assertThat(run(service, "--writes", "--area", "recording")).isZero();

        assertThat(service.operations)
                .containsExactly(
                        "CreateCase",
                        "UpdateCase",
                        "UpdateCase",
                        "UpdateCase",
                        "CreateRelatedItem",
                        "UpdateCase",
                        "UpdateCase",
                        "CreateRelatedItem",
                        "UpdateCase",
                        "DeleteCase");
        assertThat(service.caseIds()).isEmpty();
        assertThat(shell.out()).contains("recording   9 passed");
        assertThat(shell.err()).doesNotContain("conformance-kit:");
    }

    @ParameterizedTest
    @CsvSource({
        "CreateCase, the target refuses CreateCase: 404 UnknownOperationException",
        "UpdateCase, the target refuses UpdateCase: 404"
    })
    void anOperationThatIsMissingIsNotTestable(String operation, String reason) throws IOException {
        Watched service = new Watched(Map.of(operation, unknown()));

        assertThat(run(service, "--writes", "--area", "recording")).isEqualTo(1);

        assertThat(shell.out()).contains("not testable", reason).doesNotContain("FAILED");
        assertThat(service.caseIds()).isEmpty();
    }

    @Test
    void operationsThatAreDeniedAreNotTestable() throws IOException {
        Watched service = new Watched(Map.of("CreateCase", denied()));

        assertThat(run(service, "--writes", "--area", "recording")).isEqualTo(1);

        assertThat(shell.out())
                .contains(
                        "9 not testable",
                        "the target refuses CreateCase: 403 AccessDeniedException 'You do not have access'");
        assertThat(service.operations).containsExactly("CreateCase");
    }

    @Test
    void aTargetWithoutDeleteCaseIsNotBlamed() throws IOException {
        assertThat(run(new Watched(Map.of("DeleteCase", unknown())), "--writes", "--area", "recording"))
                .isZero();

        assertThat(shell.err())
                .contains("conformance-kit: The target has no DeleteCase, so case 'earned-0' of domain 'stub-domain',"
                        + " which the kit created, is still there. Delete it in another way.");
    }

    @Test
    void aCaseThatCannotBeDeletedIsNamedWithItsDomainAndTheReason() throws IOException {
        assertThat(run(new Watched(Map.of("DeleteCase", denied())), "--writes", "--area", "recording"))
                .isZero();

        assertThat(shell.err())
                .contains(
                        "conformance-kit: The kit could not delete case 'earned-0' of domain 'stub-domain', which it"
                                + " created: 403 AccessDeniedException. Delete it, for example with aws connectcases delete-case.");
    }

    @Test
    void theCaseIsDeletedWhereALimitEndsTheRun() throws IOException {
        Watched service = new Watched(Map.of());

        assertThat(run(service, "--writes", "--area", "recording", "--max-requests", "8"))
                .isEqualTo(3);

        assertThat(service.operations).contains("CreateCase").endsWith("DeleteCase");
        assertThat(service.caseIds()).isEmpty();
    }

    @Test
    void theCaseIsDeletedWhereTheResponseThatNamesItIsLost() throws IOException {
        Watched service = new Watched(Map.of()) {
            @Override
            protected StubReply finish(StubRequest request, StubReply reply) {
                boolean creation = request.path().endsWith("/cases") && operations.size() <= 3;
                return creation ? reply.status(500).body("{\"message\":\"Lost\"}") : super.finish(request, reply);
            }
        };

        run(service, "--writes", "--area", "recording");

        assertThat(service.operations)
                .containsExactly("CreateCase", "CreateCase", "CreateCase", "CreateCase", "DeleteCase");
        assertThat(service.caseIds()).isEmpty();
    }

    @Test
    void theCaseIsDeletedWhereTheRunIsInterrupted() throws IOException, InterruptedException {
        CountDownLatch updated = new CountDownLatch(1);
        Watched service = new Watched(Map.of()) {
            @Override
            protected List<JsonNode> earned(List<JsonNode> events, int edits) {
                updated.countDown();
                return List.of();
            }
        };
        Path output = folder.resolve("output.txt");
        try (StubServer stub = new StubServer(service)) {
            Process kit = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Main.class.getName(),
                            "run",
                            "--profile",
                            profile(stub, "1h"),
                            "--writes",
                            "--area",
                            "recording")
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean created = updated.await(60, TimeUnit.SECONDS);
            kit.destroy();
            boolean ended = kit.waitFor(30, TimeUnit.SECONDS);
            kit.destroyForcibly();

            assertThat(created)
                    .as(() -> Files.exists(output) ? output.toString() : "")
                    .isTrue();
            assertThat(ended).isTrue();
        }
        assertThat(service.operations).endsWith("DeleteCase");
        assertThat(service.caseIds()).isEmpty();
        assertThat(output).content().doesNotContain("CONFORMANT (exit code");
    }
}
