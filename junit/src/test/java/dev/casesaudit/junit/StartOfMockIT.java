package dev.casesaudit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartOfMockIT {

    @TempDir
    private Path folder;

    @Test
    void thatFailsShowsTheLogAndWhatToDo() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.jar"), "no program");
        MockProcess mock = MockProcess.start(broken);

        for (int use = 0; use < 2; use++) {
            assertThatThrownBy(mock::endpoint)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("did not start: it ended with exit code 1")
                    .hasMessageContaining("corrupt jarfile " + broken)
                    .hasMessageContaining("--exit-with-parent")
                    .hasMessageContaining("What to do:");
        }
        assertThat(mock.hasEnded()).as("is worth another start").isFalse();
    }

    @Test
    void knowsThatTheMockWasKilledAndShowsItsLog() throws Exception {
        MockProcess mock = MockProcess.start(MockJar.locate());
        CasesAudit cases = CasesAudit.inDomain(mock, "test");
        mock.end();
        for (int wait = 0; mock.isAlive() && wait < 1_200; wait++) {
            // The end of a process that was told to end has no event here: MockProcess shows only whether it is alive.
            Thread.sleep(100);
        }

        assertThat(mock.hasEnded()).isTrue();
        assertThatThrownBy(() -> cases.given("a-case").events(1))
                .hasMessageContaining("The mock's log:")
                .hasMessageContaining("port=");
        cases.close();

        assertThat(ArchiveOptions.of(MockJar.locate()).arguments())
                .as("it has made its archive, and the next one needs no second process to find it")
                .singleElement()
                .asString()
                .startsWith("@");
    }

    @Test
    void startsWithoutOptionsThatJavaCannotUse() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.jar"), "no program");
        ArchiveOptions options = ArchiveOptions.of(broken);
        Files.writeString(options.file(), "# " + broken + "\n-XX:SharedArchiveFile\n");
        assertThat(options.arguments()).containsExactly("@" + options.file());

        assertThatThrownBy(MockProcess.start(broken)::endpoint).hasMessageContaining("corrupt jarfile " + broken);
        assertThat(options.file()).doesNotExist();
    }

    @Test
    void ofAnotherFileNeedsThatFile() throws IOException {
        Path own = Files.writeString(folder.resolve("own.jar"), "");

        assertThat(MockJar.named(own.toString())).isEqualTo(own);
        assertThatThrownBy(() -> MockJar.named("nowhere.jar"))
                .hasMessageContaining("casesaudit.mock.jar")
                .hasMessageContaining("nowhere.jar");
    }

    @Test
    void unpacksTheMockOnceForAllRuns() throws IOException {
        Path jar = MockJar.locate();

        assertThat(Files.size(jar)).isGreaterThan(1_000_000);
        assertThat(MockJar.locate()).isEqualTo(jar);
    }
}
