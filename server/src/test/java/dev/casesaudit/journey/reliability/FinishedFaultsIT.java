package dev.casesaudit.journey.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.journey.PackagedMock;
import dev.casesaudit.journey.RawConnection;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A fault keeps its whole request in memory, so it must be released as soon as it is over, whatever its duration. */
class FinishedFaultsIT {

    private static final String FAULT_CLASS = "dev.casesaudit.server.http.FaultyResponse";
    private static final int REQUESTS = 20;
    private static final Duration TIME_LIMIT = Duration.ofSeconds(20);

    private static PackagedMock mock;

    @BeforeAll
    static void start() {
        mock = PackagedMock.start("-Dcases.faults.longest=1h");
    }

    @AfterAll
    static void stop() {
        mock.close();
    }

    @Test
    void isReleasedWhenItsResponseIsComplete() throws IOException {
        LocalClient client = new LocalClient(mock.endpoint());
        for (int i = 0; i < REQUESTS; i++) {
            assertThat(client.page("contact-center", "case-long", "{}", "x-mock-fault", "slow(10000000)")
                            .statusCode())
                    .isEqualTo(200);
        }

        assertThat(awaitHeld(0)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hang", "slow(1)", "latency(3600s)"})
    void isReleasedWhenItsClientDisconnects(String fault) throws IOException {
        List<RawConnection> connections = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            connections.add(ask(fault));
        }
        assertThat(awaitHeld(REQUESTS)).isEqualTo(REQUESTS);

        for (RawConnection connection : connections) {
            connection.reset();
        }

        assertThat(awaitHeld(0)).isZero();
    }

    private static RawConnection ask(String fault) throws IOException {
        RawConnection connection = new RawConnection(mock.endpoint());
        connection.send("POST /domains/contact-center/cases/case-long/audit-history HTTP/1.1\r\nhost: mock\r\n"
                + "content-type: application/json\r\nx-mock-fault: %s\r\ncontent-length: 2\r\n\r\n{}".formatted(fault));
        return connection;
    }

    // The mock may notice a moment later that a client has connected or disconnected.
    private static long awaitHeld(int expected) {
        long began = System.nanoTime();
        long held = LiveHeap.count(mock.pid(), FAULT_CLASS);
        while (held != expected && System.nanoTime() - began < TIME_LIMIT.toNanos()) {
            held = LiveHeap.count(mock.pid(), FAULT_CLASS);
        }
        return held;
    }
}
