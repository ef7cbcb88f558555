package dev.casesaudit.server.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.server.config.CasesConfig;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConnectionLimitsTest {

    @Test
    void acceptsValuesInRange() {
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
            implements CasesConfig.Limits {

        @Override
        public Optional<MemorySize> world() {
            throw new AssertionError("not asked for here");
        }
    }
}
