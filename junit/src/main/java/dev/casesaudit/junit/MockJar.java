package dev.casesaudit.junit;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.stream.Stream;

/** The program of the mock, which lies in this artifact as one file. */
final class MockJar {

    /** Names another file to use. */
    static final String PROPERTY = "casesaudit.mock.jar";

    private static final String RESOURCE = "cases-audit-mock.jar";
    private static final String PREFIX = "cases-audit-mock-";
    private static final String SUFFIX = ".jar";

    /** What names of {@link ArchiveOptions} end with. */
    static final String OPTIONS = ".options";

    private static final int MOST_KEPT = 4;

    private static final FileAttribute<Set<PosixFilePermission>> FOR_OWNER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private MockJar() {}

    /**
     * Returns the file. It is the same for each run, so that the mock finds the archive that it has made for it.
     *
     * @throws IllegalStateException if there is none
     */
    static Path locate() {
        String named = System.getProperty(PROPERTY);
        if (named != null) {
            return named(named);
        }
        URL resource = MockJar.class.getResource(RESOURCE);
        if (resource == null) {
            throw new IllegalStateException(
                    "These classes come without " + RESOURCE + ". Use the artifact cases-audit-junit, or name the file"
                            + " with the system property " + PROPERTY + ".");
        }
        try {
            return resource.getProtocol().equals("file") ? Path.of(resource.toURI()) : unpacked(resource);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The mock's program cannot be unpacked. Name a copy of it with the system" + " property " + PROPERTY
                            + ".",
                    e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static Path named(String file) {
        Path jar = Path.of(file).toAbsolutePath();
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException(PROPERTY + ": expected the file " + RESOURCE + ", got " + jar);
        }
        return jar;
    }

    private static Path unpacked(URL resource) throws IOException {
        URLConnection connection = resource.openConnection();
        connection.setUseCaches(false);
        try (InputStream program = connection.getInputStream()) {
            JarEntry entry = ((JarURLConnection) connection).getJarEntry();
            String name = String.format(Locale.ROOT, "%s%x-%x%s", PREFIX, entry.getCrc(), entry.getSize(), SUFFIX);
            Path folder = folder(name);
            Path jar = folder.resolve(name);
            if (!Files.isRegularFile(jar) || Files.size(jar) != entry.getSize()) {
                // Beside its place first: another run may unpack it at the same time.
                Path part = Files.createTempFile(folder, PREFIX, ".part");
                Files.copy(program, part, StandardCopyOption.REPLACE_EXISTING);
                Files.move(part, jar, StandardCopyOption.ATOMIC_MOVE);
                deleteOld(folder, SUFFIX);
                deleteOld(folder, OPTIONS);
            }
            return jar;
        }
    }

    private static void deleteOld(Path folder, String suffix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            files.map(Path::toFile)
                    .filter(file ->
                            file.getName().startsWith(PREFIX) && file.getName().endsWith(suffix))
                    .sorted(Comparator.comparingLong(File::lastModified).reversed())
                    .skip(MOST_KEPT)
                    .forEach(File::delete);
        }
    }

    // In the user's caches; for this run alone where those cannot be written, or by others too.
    private static Path folder(String jar) throws IOException {
        try {
            Path folder = caches().resolve("cases-audit-mock").toAbsolutePath();
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder.getParent());
                Files.createDirectory(folder, isPosix() ? new FileAttribute<?>[] {FOR_OWNER} : new FileAttribute<?>[0]);
            }
            if (Files.isWritable(folder) && !isWritableByOthers(folder)) {
                return folder;
            }
        } catch (IOException | SecurityException e) {
            // A home that is missing or read-only.
        }
        Path folder = Files.createTempDirectory("cases-audit-mock");
        // The last one is deleted first.
        folder.toFile().deleteOnExit();
        folder.resolve(jar).toFile().deleteOnExit();
        return folder;
    }

    private static Path caches() {
        String named = System.getenv("XDG_CACHE_HOME");
        return named == null || named.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(named);
    }

    private static boolean isWritableByOthers(Path folder) throws IOException {
        return isPosix()
                && Files.getPosixFilePermissions(folder).stream()
                        .anyMatch(
                                EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE)
                                        ::contains);
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
