package dev.casesaudit.journey.behaviour;

import dev.casesaudit.journey.PackagedMock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A mock with rate limits and with behaviours in its fixtures, shared by the tests that configure the whole mock. */
final class ConfiguredMock {

    /** How many requests each domain takes: at this rate it gets no more, however long a test takes. */
    static final int BURST = 30;

    // Other JVMs run tests at the same time.
    private static final Path FOLDER = Path.of(
            "target", "misbehaviour", Long.toString(ProcessHandle.current().pid()));

    private static final String FIXTURE = """
            domain: told-by-fixture
            behaviour: {faults: "AccessDenied(message=domain)*forever", tomorrow: event-type}
            cases:
              neighbour: {generate: {events: 3, seed: 7}}
              told:
                generate: {events: 3, seed: 7}
                behaviour: {faults: "InternalServer*2, ok", calls: 1, pages: null-token}
            """;

    private static @Nullable PackagedMock mock;

    private ConfiguredMock() {}

    static synchronized PackagedMock get() {
        if (mock == null) {
            mock = PackagedMock.start(
                    "-Dcases.fixtures=classpath:fixtures," + fixture(),
                    "-Dcases.faults.longest=1s",
                    "-Dcases.rate-limit.rate=0.001",
                    "-Dcases.rate-limit.burst=" + BURST);
            Runtime.getRuntime().addShutdownHook(new Thread(mock::close));
        }
        return mock;
    }

    private static Path fixture() {
        try {
            Files.createDirectories(FOLDER);
            return Files.writeString(FOLDER.resolve("told.yaml"), FIXTURE).toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
