package dev.casesaudit.server.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casesaudit.server.config.CasesConfig;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionLimitsTest {

    @Test
    void takesWhatIsInRange() {
        ConnectionLimits limits = ConnectionLimits.of(configured("32K", "1M", "1h", "100ms", 1, "0s"));

        assertThat(limits.line()).isEqualTo(32_768);
        assertThat(limits.headers()).isEqualTo(1_048_576);
        assertThat(limits.idle()).isEqualTo(Duration.ofHours(1));
        assertThat(limits.read()).isEqualTo(Duration.ofMillis(100));
        assertThat(limits.connections()).isEqualTo(1);
        assertThat(limits.stopping()).isEqualTo(Duration.ZERO);
    }

    @Test
    void givesBodiesAnEighthOfTheHeapUnlessAnotherSizeIsSet() {
        assertThat(ConnectionLimits.of(configured(Optional.empty(), "1K", "1K", "1s", "1s", 1, "0s"))
                        .bodies())
                .isEqualTo(Runtime.getRuntime().maxMemory() / 8);
        assertThat(ConnectionLimits.of(configured(Optional.of(size("2G")), "1K", "1K", "1s", "1s", 1, "0s"))
                        .bodies())
                .isEqualTo(2_147_483_648L);
        assertThatThrownBy(() ->
                        ConnectionLimits.of(configured(Optional.of(size("100G")), "1K", "1K", "1s", "1s", 1, "0s")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("cases.limits.bodies: expected from 1K to 64G (1024 to 68719476736 bytes),"
                        + " got 107374182400 bytes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1  | 1K | 1s   | 1s | 1 | 0s  | cases.limits.line: expected from 1K to 1M (1024 to 1048576 bytes), got 1 bytes",
                "1K | 2M | 1s   | 1s | 1 | 0s  | cases.limits.headers: expected from 1K to 1M (1024 to 1048576 bytes), got 2097152 bytes",
                "1K | 1K | 99ms | 1s | 1 | 0s  | cases.limits.idle: expected from 100ms to 1h, got PT0.099S",
                "1K | 1K | 1s   | 2h | 1 | 0s  | cases.limits.read: expected from 100ms to 1h, got PT2H",
                "1K | 1K | 1s   | 1s | 0 | 0s  | cases.limits.connections: expected from 1 to 100000, got 0",
                "1K | 1K | 1s   | 1s | 1 | -1s | cases.limits.stopping: expected from 0ms to 1h, got PT-1S",
            })
    void refusesWhatIsNot(
            String line, String headers, String idle, String read, int connections, String stopping, String message) {
        assertThatThrownBy(() -> ConnectionLimits.of(configured(line, headers, idle, read, connections, stopping)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(message);
    }

    private static Configured configured(
            String line, String headers, String idle, String read, int connections, String stopping) {
        return configured(Optional.empty(), line, headers, idle, read, connections, stopping);
    }

    private static Configured configured(
            Optional<MemorySize> bodies,
            String line,
            String headers,
            String idle,
            String read,
            int connections,
            String stopping) {
        return new Configured(
                size("128K"), size(line), size(headers), bodies, time(idle), time(read), connections, time(stopping));
    }

    private static MemorySize size(String text) {
        return new MemorySizeConverter().convert(text);
    }

    private static Duration time(String text) {
        return text.endsWith("ms")
                ? Duration.ofMillis(Long.parseLong(text.replace("ms", "")))
                : Duration.parse("PT" + text);
    }

    private record Configured(
            MemorySize body,
            MemorySize line,
            MemorySize headers,
            Optional<MemorySize> bodies,
            Duration idle,
            Duration read,
            int connections,
            Duration stopping)
            implements CasesConfig.Limits {}
}
