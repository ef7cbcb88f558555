package dev.casesaudit.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireTimeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-31T09:30:00Z",
                "2026-01-31T09:30:00.125Z",
                "2024-02-29T23:59:59.001Z",
                "0001-01-01T00:00:00Z",
                "9999-12-31T23:59:59.999Z"
            })
    void readsTheSameTimesAsJava(String text) {
        assertThat(WireTime.quickly(text)).contains(Instant.parse(text)).hasToString("Optional[%s]".formatted(text));
        assertThat(WireTime.of(text)).isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-31T09:30:00Z",
                "2026-01-31T09:30:00.120Z",
                "2024-02-29T23:59:59.001Z",
                "1969-12-31T23:59:59.999Z",
                "0001-01-01T00:00:00Z",
                "9999-12-31T23:59:59.999Z"
            })
    void writesTheSameTimesAsJava(String text) {
        StringBuilder written = new StringBuilder();
        WireTime.write(Instant.parse(text).toEpochMilli(), written);
        assertThat(written).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "2026-01-31T09:30:00",
                "2026-01-31T09:30:00.000Z",
                "2026-01-31T09:30:00.1250Z",
                "2026-01-31T09:30Z",
                "2026-01-31t09:30:00Z",
                "2026-01-31T09:30:00z",
                "2026-02-30T09:30:00Z",
                "2026-01-31T24:00:00Z",
                "2026-01-31T09:30:60Z",
                "2026-01-31T09:30:00+01:00",
                "２026-01-31T09:30:00Z"
            })
    void leavesTheRestToJava(String text) {
        assertThat(WireTime.quickly(text)).isEmpty();
    }
}
