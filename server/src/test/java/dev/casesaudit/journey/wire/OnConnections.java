package dev.casesaudit.journey.wire;

import static dev.casesaudit.journey.ErrorResponses.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.journey.RawConnection;
import java.io.IOException;

/** Tests on connections, which a subclass can have opened in another way. */
abstract class OnConnections {

    RawConnection connect() throws IOException {
        return RawConnection.toSharedMock();
    }

    /** Sends one request on a connection of its own, and reads the response. */
    RawConnection.Response exchange(String request) throws IOException {
        try (RawConnection http = connect()) {
            return http.send(request).read();
        }
    }

    /** Sends bytes after whose error the mock closes the connection. */
    void assertRefused(String request, int status, String name, String message) throws IOException {
        try (RawConnection http = connect()) {
            RawConnection.Response answer = http.send(request).read();

            assertError(answer, status, name, message);
            assertThat(answer.header("connection")).containsExactly("close");
            assertThat(http.isClosed()).isTrue();
        }
    }
}
