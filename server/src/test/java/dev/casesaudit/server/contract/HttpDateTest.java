package dev.casesaudit.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class HttpDateTest {

    @Test
    void hasTwoDigitsOfEachDay() {
        assertThat(HttpDate.of(Instant.parse("1994-11-06T08:49:37.999Z"))).isEqualTo("Sun, 06 Nov 1994 08:49:37 GMT");
        assertThat(HttpDate.of(Instant.parse("2026-02-28T23:00:00Z"))).isEqualTo("Sat, 28 Feb 2026 23:00:00 GMT");
    }
}
