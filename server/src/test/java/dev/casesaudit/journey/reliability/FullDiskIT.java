package dev.casesaudit.journey.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.journey.ControlClient;
import dev.casesaudit.journey.PackagedMock;
import dev.casesaudit.postgresql.PostgresDatabase;
import dev.casesaudit.postgresql.PostgresServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The disk of the database is full: writes are refused, and nothing that was acknowledged is lost. */
class FullDiskIT {

    private static final int BALLAST = 2 << 20;
    private static final int EVENTS = 500;
    private static final int MOST_WRITES = 200;

    @Test
    void losesNothingThatWasAcknowledged() throws IOException, InterruptedException {
        try (PostgresServer server = PostgresServer.durable()) {
            Path disk = server.newFolder("disk");
            assumeTrue(isMounted(disk), "no small disk: only root may mount one, where the machine allows it");
            try {
                fill(server, disk);
            } finally {
                server.kill();
                run("umount", disk.toString());
            }
        }
    }

    private static void fill(PostgresServer server, Path disk) throws IOException {
        Path data = Files.createDirectory(disk.resolve("data"));
        server.give(data);
        server.administration().execute("CREATE TABLESPACE small LOCATION '" + data + "'");
        PostgresDatabase database = server.newDatabase();
        Path ballast = Files.write(disk.resolve("ballast"), new byte[BALLAST]);
        try (PackagedMock mock = PackagedMock.start(database.options())) {
            ControlClient control = ControlClient.of(mock);
            database.execute("ALTER TABLE audit_event SET TABLESPACE small");
            List<String> acknowledged = new ArrayList<>();

            HttpResponse<String> refusal = writeUntilRefused(control, acknowledged);
            assertThat(refusal.statusCode()).as(refusal.body()).isEqualTo(500);
            assertThat(refusal.headers().firstValue("retry-after")).isPresent();
            assertThat(acknowledged).isNotEmpty();

            Files.delete(ballast);
            awaitWrite(control, acknowledged);
            JsonNode cases = control.get("domains/d").path("cases");
            assertThat(cases.fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(acknowledged);
            assertThat(cases)
                    .allSatisfy(one -> assertThat(one.path("auditEvents")).hasSize(EVENTS));
        }
    }

    private static HttpResponse<String> writeUntilRefused(ControlClient control, List<String> acknowledged) {
        for (int i = 0; i < MOST_WRITES; i++) {
            HttpResponse<String> response = write(control, "case-" + i);
            if (response.statusCode() != 200) {
                return response;
            }
            acknowledged.add("case-" + i);
        }
        throw new AssertionError("the disk did not become full");
    }

    private static void awaitWrite(ControlClient control, List<String> acknowledged) {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (write(control, "last").statusCode() != 200) {
            assertThat(System.nanoTime()).as("writes are made again").isLessThan(deadline);
        }
        acknowledged.add("last");
    }

    private static HttpResponse<String> write(ControlClient control, String caseId) {
        return control.send("PUT", ControlClient.casePath("d", caseId), """
                {"generate": {"events": %s, "seed": 7}}""".formatted(String.valueOf(EVENTS)));
    }

    private static boolean isMounted(Path folder) throws IOException, InterruptedException {
        return run("mount", "-t", "tmpfs", "-o", "size=8m,mode=755", "tmpfs", folder.toString()) == 0;
    }

    private static int run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor();
    }
}
