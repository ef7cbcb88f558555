package dev.casesaudit.journey.wire;

import static dev.casesaudit.journey.ErrorResponses.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.journey.RawHttp;
import java.io.IOException;

/** Tests on connections, which a subclass can have opened in another way. */
abstract class OnConnections {

    RawHttp connect() throws IOException {
        return new RawHttp();
    }

    /** Sends one request on a connection of its own, and reads what comes back. */
    RawHttp.Answer exchange(String request) throws IOException {
        try (RawHttp http = connect()) {
            return http.send(request).read();
        }
    }

    /** Sends what has its connection ended after an error. */
    void assertRefused(String request, int status, String name, String message) throws IOException {
        try (RawHttp http = connect()) {
            RawHttp.Answer answer = http.send(request).read();

            assertError(answer, status, name, message);
            assertThat(answer.header("connection")).containsExactly("close");
            assertThat(http.isClosedByServer()).isTrue();
        }
    }
}
