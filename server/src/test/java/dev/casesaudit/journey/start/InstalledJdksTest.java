package dev.casesaudit.journey.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstalledJdksTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void findsTheRunningJdkFirstAndThenItsNeighbours() throws IOException {
        Path running = jdk("here/running", "17.0.15");
        Path neighbour = jdk("here/newer", "25.0.3");

        assertThat(InstalledJdks.find(running, Map.of()))
                .containsExactly(
                        new InstalledJdks.Jdk(running, 17, "17.0.15"), new InstalledJdks.Jdk(neighbour, 25, "25.0.3"));
    }

    @Test
    void findsTheJdksThatTheEnvironmentNames() throws IOException {
        Path running = jdk("here/running", "17.0.15");
        Map<String, String> environment = Map.of(
                "JAVA_HOME", jdk("a/jdk", "18").toString(),
                "JAVA_HOME_21_X64", jdk("b/jdk", "21.0.7").toString(),
                "JAVA_HOME_25_arm64", jdk("c/jdk", "25").toString(),
                "JAVA_HOME_11_X64", "",
                "MY_JAVA_HOME", jdk("d/jdk", "24").toString());

        assertThat(InstalledJdks.find(running, environment))
                .extracting(InstalledJdks.Jdk::feature)
                .containsExactlyInAnyOrder(17, 18, 21, 25);
    }

    @Test
    void countsAJdkOnceUnderSeveralNames() throws IOException {
        Path running = jdk("here/running", "17.0.15");
        Path link = Files.createSymbolicLink(folder.resolve("here/link"), running);

        assertThat(InstalledJdks.find(link, Map.of("JAVA_HOME", running.toString())))
                .containsExactly(new InstalledJdks.Jdk(running, 17, "17.0.15"));
    }

    @Test
    void passesOverFoldersThatAreNoJdk() throws IOException {
        Path running = jdk("here/running", "17.0.15");
        Files.createDirectories(folder.resolve("here/sources"));
        Files.delete(jdk("here/without-java", "21").resolve("bin/java"));
        Files.delete(jdk("here/without-release", "21").resolve("release"));
        Files.writeString(jdk("here/without-version", "21").resolve("release"), "IMPLEMENTOR=\"Somebody\"\n");

        assertThat(InstalledJdks.find(running, Map.of("JAVA_HOME", "/nowhere"))).hasSize(1);
    }

    @Test
    void choosesTheOldestTheNewestLtsAndTheRunningJdk() {
        List<InstalledJdks.Jdk> found = List.of(of(26), of(21), of(17), of(25), of(17), of(23));

        assertThat(InstalledJdks.promised(found)).containsExactly(of(26), of(17), of(25));
    }

    @Test
    void choosesThePreviousLtsWhereTheNewestIsMissingAndTheRunningJdkOnce() {
        assertThat(InstalledJdks.promised(List.of(of(17), of(17), of(21)))).containsExactly(of(17), of(21));
        assertThat(InstalledJdks.promised(List.of(of(25)))).containsExactly(of(25));
        assertThat(InstalledJdks.promised(List.of())).isEmpty();
    }

    private static InstalledJdks.Jdk of(int feature) {
        return new InstalledJdks.Jdk(Path.of("/jdk-" + feature), feature, feature + ".0.1");
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = Files.createDirectories(folder.resolve(name)).toRealPath();
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        assertThat(Files.createFile(java).toFile().setExecutable(true)).isTrue();
        Files.writeString(
                home.resolve("release"), "IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=\"%s\"\n".formatted(version));
        return home;
    }
}
