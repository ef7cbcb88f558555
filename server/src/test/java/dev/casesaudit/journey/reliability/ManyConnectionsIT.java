package dev.casesaudit.journey.reliability;

import static dev.casesaudit.journey.OperationRequests.EMPTY;
import static dev.casesaudit.journey.RawConnection.post;
import static dev.casesaudit.journey.reliability.ImpatientMock.withBystander;
import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.journey.PackagedMock;
import dev.casesaudit.journey.RawConnection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** Opens many connections, and sends little on them. */
class ManyConnectionsIT {

    private static final String REQUEST = post(EMPTY, "{\"maxResults\": 3}");

    @Test
    void givesUpOnHalfSentRequests() throws IOException, InterruptedException, ExecutionException {
        withBystander("half-sent", endpoint -> {
            Random random = new Random(Effort.seed());
            List<TimedConnection> all = new ArrayList<>();
            for (int i = 0; i < Effort.of(100, 1_000); i++) {
                TimedConnection one = TimedConnection.on(endpoint);
                one.connection().send(REQUEST.substring(0, 1 + random.nextInt(REQUEST.length() - 1)));
                all.add(one);
            }
            TimedConnection.awaitAll(all, ImpatientMock.READ);
            for (TimedConnection one : all) {
                assertEnds(one.connection(), 408, "RequestTimeoutException");
            }
        });
    }

    @Test
    void givesUpOnARequestThatArrivesByteByByte() throws IOException, InterruptedException, ExecutionException {
        withBystander("dripping", endpoint -> {
            TimedConnection one = TimedConnection.on(endpoint);
            one.connection().send(RawConnection.jsonHead("POST", EMPTY, "Content-Length: 100000"));
            while (!one.isOver(20, ImpatientMock.READ)) {
                one.connection().send(" ");
            }
            assertEnds(one.connection(), 408, "RequestTimeoutException");
        });
    }

    @Test
    void endsIdleConnections() throws IOException, InterruptedException, ExecutionException {
        withBystander("idle", endpoint -> {
            List<TimedConnection> all = new ArrayList<>();
            for (int i = 0; i < Effort.of(100, 1_000); i++) {
                TimedConnection one = TimedConnection.on(endpoint);
                if (i % 2 == 0) {
                    assertThat(one.connection().send(REQUEST).read().status()).isEqualTo(200);
                }
                all.add(one);
            }
            TimedConnection.awaitAll(all, ImpatientMock.IDLE);
            for (TimedConnection one : all) {
                assertThat(one.connection().isClosedCleanly()).isTrue();
                one.connection().close();
            }
        });
    }

    @Test
    void survivesDroppedConnections() throws IOException, InterruptedException, ExecutionException {
        withBystander("dropped", endpoint -> {
            Random random = new Random(Effort.seed());
            for (int i = 0; i < Effort.of(300, 10_000); i++) {
                RawConnection one = RawConnection.underLoad(endpoint);
                one.send(REQUEST.substring(0, random.nextInt(3) * REQUEST.length() / 2));
                if (random.nextBoolean()) {
                    one.reset();
                } else {
                    one.close();
                }
            }
        });
    }

    @Test
    void refusesConnectionsForWhichThereIsNoRoom() throws IOException, InterruptedException, ExecutionException {
        int room = Effort.of(50, 1_000);
        try (PackagedMock mock = ImpatientMock.start("-Dcases.limits.connections=" + room)) {
            withBystander(mock, "too-many", endpoint -> {
                List<RawConnection> all = new ArrayList<>();
                for (int i = 0; i < 2 * room; i++) {
                    all.add(RawConnection.underLoad(endpoint).send(REQUEST));
                }
                int served = 0;
                for (RawConnection one : all) {
                    served += isServed(one, room) ? 1 : 0;
                }
                // The bystander occupies a place too; the connection of the warm-up may still occupy one.
                assertThat(served).isBetween(room - 2, room - 1);
                for (RawConnection one : all) {
                    one.close();
                }
            });
        }
    }

    private static boolean isServed(RawConnection one, int room) throws IOException {
        RawConnection.Response answer = one.read();
        if (answer.status() == 200) {
            return true;
        }
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.value("x-amzn-errortype")).isEqualTo("ServiceUnavailableException");
        assertThat(answer.text()).contains(String.format(Locale.ROOT, "at most %d connections", room));
        assertThat(one.isClosedCleanly()).isTrue();
        return false;
    }

    private static void assertEnds(RawConnection one, int status, String error) throws IOException {
        RawConnection.Response answer = one.read();
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.value("x-amzn-errortype")).isEqualTo(error);
        assertThat(answer.value("connection")).isEqualTo("close");
        assertThat(one.isClosedCleanly()).isTrue();
        one.close();
    }
}
