package dev.casesaudit.journey.wire;

import static dev.casesaudit.journey.OperationRequests.EMPTY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.journey.RawConnection;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class HeadLimitsIT extends OnConnections {

    @Test
    void readsARequestLineOf32KilobytesAndRefusesALongerOne() throws IOException {
        String rest = "POST  HTTP/1.1" + EMPTY + "?";

        assertThat(exchange(RawConnection.post(EMPTY + "?" + "q".repeat(32_768 - rest.length()), "{}"))
                        .status())
                .isEqualTo(200);
        assertRefused(
                RawConnection.head("POST", EMPTY + "?" + "q".repeat(32_769 - rest.length())),
                414,
                "RequestUriTooLongException",
                "The request line is longer than this endpoint reads");
    }

    @Test
    void readsHeadersOf60KilobytesAndRefusesMore() throws IOException {
        assertThat(exchange(RawConnection.head("POST", EMPTY, "X-Long: " + "h".repeat(60_000)))
                        .status())
                .isEqualTo(200);
        assertRefused(
                RawConnection.head("POST", EMPTY, "X-Long: " + "h".repeat(66_000)),
                431,
                "RequestHeaderFieldsTooLargeException",
                "The request headers are larger than this endpoint reads");
    }

    @Test
    void refusesManySmallHeaders() throws IOException {
        assertRefused(
                RawConnection.head("POST", EMPTY, "X-Small: header\r\n".repeat(5_000) + "X-Last: header"),
                431,
                "RequestHeaderFieldsTooLargeException",
                "The request headers are larger than this endpoint reads");
    }
}
