package dev.casesaudit.journey.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.journey.PackagedMock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Invalid behaviour settings keep the mock from starting. */
class BehaviourSettingsIT {

    @TempDir
    private Path folder;

    @Test
    void namesEachBehaviourThatItCannotStartWith() throws IOException {
        Path fixture = Files.writeString(
                folder.resolve("f.yaml"),
                "{domain: d, behaviour: {pages: longer}, cases: {c: {auditEvents: [], order: up, behaviour: {faults: Throtling}}}}");
        PackagedMock.Ended ended = PackagedMock.startExpectingFailure("-Dcases.fixtures=" + fixture);

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.log())
                .contains(
                        fixture + ": /behaviour/pages: expected ",
                        fixture + ": /cases/c/order: expected one of time, listed",
                        fixture + ": /cases/c/behaviour/faults: expected ");
    }
}
