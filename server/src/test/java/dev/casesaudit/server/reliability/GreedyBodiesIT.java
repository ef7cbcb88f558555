package dev.casesaudit.server.reliability;

import static dev.casesaudit.server.reliability.GreedyConnection.EMPTY;
import static dev.casesaudit.server.reliability.GreedyConnection.head;
import static dev.casesaudit.server.reliability.GreedyMock.withBystander;
import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.server.PackagedMock;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;

/** More bytes of bodies than the heap has room for, none of them whole, in the smallest heap that the mock is promised to run in. */
class GreedyBodiesIT {

    private static final String SMALL_HEAP = "-Xmx128m";

    private static final byte[] PART = part();

    private static byte[] part() {
        byte[] blanks = new byte[60_000];
        Arrays.fill(blanks, (byte) ' ');
        return blanks;
    }

    @Test
    void goesOnServingWhileLargeBodiesOfTheControlApiDoNotEnd()
            throws IOException, InterruptedException, ExecutionException {
        String announced = head("PUT", "/_mock/world", "Content-Length: 15000000");
        serve("half-sent-large-bodies", endpoint -> half(endpoint, announced, 24, 230));
    }

    @Test
    void goesOnServingWhileBodiesOfTheOperationDoNotEnd() throws IOException, InterruptedException, ExecutionException {
        String announced = head("POST", EMPTY, "Content-Length: 130000");
        serve("half-sent-bodies", endpoint -> half(endpoint, announced, Effort.of(250, 2_000), 2));
    }

    private static void serve(String kind, GreedyMock.Greed greed)
            throws IOException, InterruptedException, ExecutionException {
        try (PackagedMock mock = GreedyMock.start(SMALL_HEAP, "-Dcases.limits.read=60s")) {
            withBystander(mock, kind, greed);
            assertThat(mock.log()).doesNotContain("OutOfMemoryError");
        }
    }

    /** Opens connections that send a part of a body each, and expects each to be kept, or refused with a reason. */
    private static void half(URI endpoint, String head, int connections, int parts) throws IOException {
        List<GreedyConnection> all = new ArrayList<>();
        int refused = 0;
        for (int i = 0; i < connections; i++) {
            GreedyConnection one = new GreedyConnection(endpoint);
            one.send(head);
            refused += isRefused(one, parts) ? 1 : 0;
            all.add(one);
        }
        assertThat(refused).as("requests for which there was no room").isPositive();
        for (GreedyConnection one : all) {
            one.close();
        }
    }

    private static boolean isRefused(GreedyConnection one, int parts) throws IOException {
        try {
            for (int i = 0; i < parts; i++) {
                one.send(PART);
            }
        } catch (SocketException | SSLException ended) {
            return true;
        }
        if (!one.hasAnswer(20)) {
            return false;
        }
        GreedyConnection.Answer answer = one.read();
        assertThat(answer.status()).as(answer.body()).isIn(413, 503);
        assertThat(answer.body()).contains("cases.limits.bodies");
        assertThat(answer.header("connection")).isEqualTo("close");
        return true;
    }
}
