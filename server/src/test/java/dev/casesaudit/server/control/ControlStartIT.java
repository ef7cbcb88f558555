package dev.casesaudit.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.server.PackagedMock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps the mock from starting. */
class ControlStartIT {

    @TempDir
    private Path folder;

    @Test
    void namesTheSettingThatItCannotStartWith() throws IOException {
        Path fixture = Files.writeString(
                folder.resolve("f.yaml"),
                "{domain: d, behaviour: {pages: longer}, cases: {c: {auditEvents: [], order: up, behaviour: {faults: Throtling}}}}");
        Stream<Start> starts = Stream.of(
                Start.of("cases.rate-limit: expected a rate above 0, got 0.0", "-Dcases.rate-limit.rate=0"),
                Start.of("cases.control.events: expected 0 or more, got -1", "-Dcases.control.events=-1"),
                Start.of("cases.control.enabled: expected true or false, got 'maybe'", "-Dcases.control.enabled=maybe"),
                Start.of("cases.control.token: expected a token, got an empty one", "-Dcases.control.token="),
                Start.of(fixture + ": /behaviour/pages: expected ", "-Dcases.fixtures=" + fixture),
                Start.of(fixture + ": /cases/c/order: expected one of time, listed", "-Dcases.fixtures=" + fixture),
                Start.of(fixture + ": /cases/c/behaviour/faults: expected ", "-Dcases.fixtures=" + fixture));

        List<CompletableFuture<Void>> running =
                starts.collect(Collectors.groupingBy(Start::options)).entrySet().stream()
                        .map(start -> CompletableFuture.runAsync(() -> assertEnds(start.getKey(), start.getValue())))
                        .toList();

        running.forEach(CompletableFuture::join);
    }

    private static void assertEnds(List<String> options, List<Start> expected) {
        PackagedMock.Ended ended = PackagedMock.startExpectingFailure(options.toArray(String[]::new));

        assertThat(ended.exitCode()).as("%s", options).isEqualTo(1);
        assertThat(ended.log()).contains(expected.stream().map(Start::message).toList());
    }

    private record Start(String message, List<String> options) {

        static Start of(String message, String... options) {
            return new Start(message, List.of(options));
        }
    }
}
