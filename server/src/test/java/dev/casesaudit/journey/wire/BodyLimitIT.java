package dev.casesaudit.journey.wire;

import static dev.casesaudit.journey.OperationRequests.EMPTY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.journey.RawConnection;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

// Each refusal waits for seconds: the mock drops the rest of a body before it closes the connection.
@Execution(ExecutionMode.CONCURRENT)
class BodyLimitIT extends OnConnections {

    private static final String JSON = "Content-Type: application/json";
    private static final int BODY = 192 * 1024;

    @ParameterizedTest
    @ValueSource(strings = {"196609", "20000000", "999999999999999999", "9223372036854775807"})
    void refusesABodyOnceItIsAnnouncedAsTooLarge(String length) throws IOException {
        assertBodyRefused(RawConnection.head("POST", EMPTY, JSON, "Content-Length: " + length));
    }

    @Test
    void refusesALargeBodyBeforeItAsksForIt() throws IOException {
        assertBodyRefused(RawConnection.head("POST", EMPTY, JSON, "Content-Length: 196609", "Expect: 100-continue"));
    }

    @Test
    void refusesABodyThatGrowsTooLargeInChunks() throws IOException {
        String chunks = "8000\r\n%s\r\n".formatted(" ".repeat(0x8000)).repeat(BODY / 0x8000);

        assertBodyRefused(RawConnection.head("POST", EMPTY, JSON, "Transfer-Encoding: chunked") + chunks + "1\r\n ");
    }

    @Test
    void readsABodyOfTheGreatestSizeInChunks() throws IOException {
        String chunks = "8000\r\n%s\r\n".formatted(" ".repeat(0x8000)).repeat(BODY / 0x8000 - 1)
                + "7ffe\r\n%s\r\n2\r\n{}\r\n0\r\n\r\n".formatted(" ".repeat(0x7ffe));

        assertThat(exchange(RawConnection.head("POST", EMPTY, JSON, "Transfer-Encoding: chunked") + chunks)
                        .status())
                .isEqualTo(200);
    }

    private void assertBodyRefused(String request) throws IOException {
        assertRefused(request, 413, "RequestEntityTooLargeException", "The request body is larger than 196608 bytes");
    }
}
