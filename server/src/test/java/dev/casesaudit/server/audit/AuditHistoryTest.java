package dev.casesaudit.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AuditHistoryTest {

    @Test
    void readsDownwardsFromANumber() {
        AuditHistory history = AuditHistory.of(List.of(event(0), event(1), event(2), event(3)));

        assertThat(events(history.newestFirst(2, 2))).containsExactly("2", "1");
        assertThat(history.newestFirst(2, 2).next()).isZero();
        assertThat(events(history.newestFirst(0, 2))).containsExactly("0");
        assertThat(history.newestFirst(0, 2).next()).isNegative();
    }

    @Test
    void takesANumberPastTheEndForTheNewest() {
        assertThat(events(AuditHistory.of(List.of(event(0), event(1))).newestFirst(Long.MAX_VALUE, 1)))
                .containsExactly("1");
        assertThat(events(AuditHistory.of(List.of()).newestFirst(Long.MAX_VALUE, 25)))
                .isEmpty();
    }

    @Test
    void keepsWhatASliceShowsWhileMoreIsRecorded() {
        AuditHistory history = AuditHistory.of(List.of(event(0)));
        AuditHistory.Slice before = history.newestFirst(Long.MAX_VALUE, 25);
        for (int i = 1; i < 100; i++) {
            history.record(List.of(event(i)));
        }

        assertThat(events(before)).containsExactly("0");
        assertThat(events(history.newestFirst(Long.MAX_VALUE, 3))).containsExactly("99", "98", "97");
    }

    @Test
    void losesNothingWhenManyRecordAndReadAtOnce() throws InterruptedException, ExecutionException {
        AuditHistory history = AuditHistory.of(List.of());
        ExecutorService writers = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> done = IntStream.range(0, 4)
                    .<Future<?>>mapToObj(writer -> writers.submit(() -> {
                        for (int i = 0; i < 5_000; i++) {
                            history.record(List.of(event(writer * 5_000 + i)));
                            assertThat(events(history.newestFirst(Long.MAX_VALUE, 25)))
                                    .isNotEmpty();
                        }
                    }))
                    .toList();
            for (Future<?> one : done) {
                one.get();
            }
        } finally {
            writers.shutdownNow();
        }

        assertThat(events(history.newestFirst(Long.MAX_VALUE, 20_000)))
                .hasSize(20_000)
                .doesNotHaveDuplicates();
    }

    private static byte[] event(int number) {
        return String.valueOf(number).getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> events(AuditHistory.Slice slice) {
        return Arrays.stream(slice.events())
                .map(event -> new String(event, StandardCharsets.UTF_8))
                .toList();
    }
}
