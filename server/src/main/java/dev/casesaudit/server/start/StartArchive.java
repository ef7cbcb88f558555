package dev.casesaudit.server.start;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The archive of the mock's classes from which Java starts quicker: an AOT cache from JDK 25 on, a CDS archive before.
 * It lies in the user's cache folder, and is for one jar, one Java and the options that shape its memory.
 */
// In a Java that has just begun: no lambdas, no streams, no formats.
final class StartArchive {

    private static final String SUFFIX = ".archive";
    private static final String PART = ".part";
    private static final int FIRST_WITH_AOT_CACHE = 25;
    private static final int MOST_KEPT = 4;
    private static final long TIME_FOR_A_PART_MILLIS = 3_600_000;
    // The end of a zip file: where its directory is, which has a checksum of every entry.
    private static final int END_OF_ZIP = 22;

    private final Path folder;
    private final String key;
    private final Path part;
    private @Nullable Path file;

    private StartArchive(Path folder, String key) throws IOException {
        this.folder = folder;
        this.key = key;
        part = folder.resolve(key + "." + ProcessHandle.current().pid() + PART);
        file = find();
    }

    /** Returns the archive for this jar and these options of Java; null where none can be kept. */
    static @Nullable StartArchive of(Path jar, List<String> options) {
        try {
            Path folder = folder();
            return folder == null ? null : new StartArchive(folder, key(jar, options));
        } catch (IOException | SecurityException | UnsupportedOperationException e) {
            return null;
        }
    }

    // Its name ends with its checksum: Java would crash over one that is damaged.
    private @Nullable Path find() throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, key + "-*" + SUFFIX)) {
            for (Path archive : found) {
                if (archive.getFileName().toString().equals(name(archive))) {
                    return archive;
                }
                Files.delete(archive);
            }
        }
        return null;
    }

    private String name(Path archive) throws IOException {
        CRC32 checksum = new CRC32();
        byte[] buffer = new byte[1 << 20];
        try (InputStream in = Files.newInputStream(archive)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                checksum.update(buffer, 0, read);
            }
        }
        return key + "-" + Long.toHexString(checksum.getValue()) + SUFFIX;
    }

    boolean exists() {
        return file != null;
    }

    /** Returns the options with which Java uses the archive, or makes it. */
    List<String> options() {
        List<String> options = new ArrayList<>();
        boolean isAot = Runtime.version().feature() >= FIRST_WITH_AOT_CACHE;
        if (exists()) {
            options.add((isAot ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + file);
        } else if (isAot) {
            options.add("-XX:AOTMode=record");
            options.add("-XX:AOTConfiguration=" + part);
            // Java would say on standard output what it records.
            options.add("-XX:+UnlockDiagnosticVMOptions");
            options.add("-XX:-DisplayVMOutput");
        } else {
            options.add("-XX:ArchiveClassesAtExit=" + part);
        }
        // An archive is an extra: what Java finds wrong with one is of no interest.
        options.add("-Xlog:disable");
        return options;
    }

    /**
     * Keeps what a Java with {@link #options} has recorded.
     *
     * @param command of that Java, without those options
     */
    void keep(List<String> command) throws IOException, InterruptedException {
        if (!Files.isRegularFile(part)) {
            return;
        }
        Path made = part;
        if (Runtime.version().feature() >= FIRST_WITH_AOT_CACHE) {
            made = part.resolveSibling(part.getFileName() + ".cache" + PART);
            create(made, command);
        }
        if (Files.isRegularFile(made)) {
            file = folder.resolve(name(made));
            Files.move(made, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        cleanUp();
    }

    /**
     * Writes an argument file of Java with {@link #options}, whose first line is a comment that names the archive. Nobody
     * compares the archive's checksum for them, so Java is to do it.
     */
    void writeOptions(Path argumentFile, String more) throws IOException {
        StringBuilder text = new StringBuilder("# ").append(file).append('\n');
        List<String> options = options();
        options.add("-XX:+VerifySharedSpaces");
        options.add(more);
        for (String option : options) {
            text.append('"').append(option.replace("\\", "\\\\")).append("\"\n");
        }
        Path written = Files.createTempFile(folder, key, PART);
        Files.writeString(written, text);
        Files.move(written, argumentFile, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void create(Path cache, List<String> command) throws IOException, InterruptedException {
        List<String> create = new ArrayList<>(command);
        create.addAll(
                1,
                List.of(
                        "-XX:AOTMode=create",
                        "-XX:AOTConfiguration=" + part,
                        "-XX:AOTCache=" + cache,
                        "-Xlog:disable"));
        new ProcessBuilder(create)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        Files.deleteIfExists(part);
    }

    // All archives but the newest, and what starts that were killed have left, go.
    private void cleanUp() throws IOException {
        List<Path> archives = new ArrayList<>();
        long now = System.currentTimeMillis();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path other : files) {
                String name = other.getFileName().toString();
                if (name.endsWith(SUFFIX)) {
                    archives.add(other);
                } else if (name.endsWith(PART) && modified(other) < now - TIME_FOR_A_PART_MILLIS) {
                    Files.deleteIfExists(other);
                }
            }
        }
        while (archives.size() > MOST_KEPT) {
            Path oldest = archives.get(0);
            for (Path other : archives) {
                oldest = modified(other) < modified(oldest) ? other : oldest;
            }
            archives.remove(oldest);
            Files.deleteIfExists(oldest);
        }
    }

    private static long modified(Path file) throws IOException {
        return Files.exists(file) ? Files.getLastModifiedTime(file).toMillis() : 0;
    }

    // The folder that is this user's alone: Java runs what an archive says.
    private static @Nullable Path folder() throws IOException {
        Path caches = caches();
        if (caches == null || !caches.isAbsolute()) {
            return null;
        }
        Path folder = caches.resolve("cases-audit-mock");
        if (!Files.isDirectory(folder)) {
            boolean isPosix =
                    caches.getFileSystem().supportedFileAttributeViews().contains("posix");
            Files.createDirectories(caches);
            if (isPosix) {
                Files.createDirectory(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } else {
                Files.createDirectory(folder);
            }
        }
        return Files.isWritable(folder) && isOwn(folder) ? folder : null;
    }

    private static boolean isOwn(Path folder) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
        if (view == null) {
            return true;
        }
        Set<PosixFilePermission> permissions = view.readAttributes().permissions();
        Path own = Path.of("/proc/self");
        return !permissions.contains(PosixFilePermission.GROUP_WRITE)
                && !permissions.contains(PosixFilePermission.OTHERS_WRITE)
                && (!Files.exists(own) || Files.getOwner(own).equals(view.getOwner()));
    }

    private static @Nullable Path caches() {
        String named = System.getenv("XDG_CACHE_HOME");
        if (named != null && !named.isEmpty()) {
            return Path.of(named);
        }
        String system = System.getProperty("os.name");
        String local = System.getenv("LOCALAPPDATA");
        if (system.startsWith("Windows")) {
            return local == null ? null : Path.of(local);
        }
        Path home = Path.of(System.getProperty("user.home"));
        return system.startsWith("Mac") ? home.resolve("Library").resolve("Caches") : home.resolve(".cache");
    }

    // Java refuses an archive of another jar or another Java by itself; with names of their own they do not get into
    // each other's way.
    private static String key(Path jar, List<String> options) throws IOException {
        CRC32 key = new CRC32();
        update(key, jar.toAbsolutePath().toString());
        update(key, Files.getLastModifiedTime(jar).toString());
        update(key, System.getProperty("java.home"));
        update(key, Runtime.version().toString());
        update(key, System.getProperty("java.vm.version"));
        for (String option : options) {
            if (!option.startsWith("-D")) {
                update(key, option);
            }
        }
        try (RandomAccessFile zip = new RandomAccessFile(jar.toFile(), "r")) {
            byte[] end = new byte[END_OF_ZIP];
            zip.seek(zip.length() - END_OF_ZIP);
            zip.readFully(end);
            int start = Integer.reverseBytes(java.nio.ByteBuffer.wrap(end).getInt(16));
            byte[] directory = new byte[Math.toIntExact(zip.length() - END_OF_ZIP - start)];
            zip.seek(start);
            zip.readFully(directory);
            key.update(directory);
        }
        return Long.toHexString(key.getValue());
    }

    private static void update(CRC32 key, String text) {
        key.update(text.getBytes(StandardCharsets.UTF_8));
        key.update(0);
    }
}
