package dev.casesaudit.journey;

import static io.restassured.RestAssured.given;
import static io.restassured.http.ContentType.JSON;

import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The options with which Java starts the packaged mock in half the time: a run of all tests starts it some 70 times. The
 * archive of classes that the first of them makes is for all.
 */
public final class QuickStart {

    private static final Path FOLDER = Path.of("target").toAbsolutePath();
    private static final Map<Path, Path> ARCHIVES = new HashMap<>();

    // C1 only: a mock in a test does not live long enough for C2 to pay off.
    private static final String COMPILER = "-XX:TieredStopAtLevel=1";

    private QuickStart() {}

    /** Returns options for the JDK in this folder. With them, the mock makes no archive of its own. */
    public static synchronized List<String> options(Path javaHome) {
        Path archive = ARCHIVES.computeIfAbsent(javaHome, QuickStart::archive);
        return List.of(COMPILER, "-XX:SharedArchiveFile=" + archive);
    }

    // Two JVMs may run tests at once.
    private static Path archive(Path javaHome) {
        Path archive = FOLDER.resolve("tests-" + Integer.toHexString(javaHome.hashCode()) + ".jsa");
        Path lock = archive.resolveSibling(archive.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            if (!held.isValid() || !isOf(archive, PackagedMock.JAR)) {
                make(javaHome, archive);
            }
            return archive;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static boolean isOf(Path archive, Path jar) throws IOException {
        return Files.exists(archive)
                && Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(jar)) > 0;
    }

    private static void make(Path javaHome, Path archive) throws IOException, InterruptedException {
        Path part = archive.resolveSibling(archive.getFileName() + ".part");
        Files.deleteIfExists(part);
        ProcessBuilder builder = new ProcessBuilder(
                        javaHome.resolve("bin").resolve("java").toString(),
                        COMPILER,
                        "-XX:ArchiveClassesAtExit=" + part,
                        "-Xlog:disable",
                        "-jar",
                        PackagedMock.JAR.toString(),
                        "--port=0",
                        "--exit-with-parent")
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        PackagedMock.removeSettings(builder);
        Process mock = builder.start();
        try (var log = mock.inputReader(StandardCharsets.UTF_8)) {
            String line = log.readLine();
            while (line != null && !line.startsWith("port=")) {
                line = log.readLine();
            }
            // What most tests do.
            RequestSpecification mockAt =
                    given().baseUri("http://localhost:" + String.valueOf(line).substring(5));
            mockAt.contentType(JSON).post("/domains/contact-center/cases/case-long/audit-history");
            mockAt.get("/_mock/journal");
            mock.getOutputStream().close();
            log.transferTo(Writer.nullWriter());
        }
        if (!mock.waitFor(60, TimeUnit.SECONDS) || !Files.exists(part)) {
            mock.destroyForcibly();
            throw new IllegalStateException("no archive: the mock ended with " + mock.exitValue());
        }
        Files.move(part, archive, StandardCopyOption.REPLACE_EXISTING);
    }
}
