package dev.casesaudit.server.start;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The limit of the operating system on open files and connections of this process. */
final class OpenFiles {

    /** The files that are open before the first connection: 35 on two processors, and a few for each more. */
    static final int OWN = 128;

    static final String TOO_FEW = "The mock cannot start: it needs at least " + OWN
            + " open files, and one more for each connection. Raise the limit"
            + " (ulimit -n, LimitNOFILE of systemd, --ulimit nofile of Docker).";

    private static final Path LIMITS = Path.of("/proc/self/limits");
    private static final Pattern LIMIT = Pattern.compile("Max open files +([0-9]+) ");

    private OpenFiles() {}

    /** Returns the limit; empty where there is none or it cannot be read. */
    static OptionalLong limit() {
        try {
            Matcher limit = LIMIT.matcher(Files.readString(LIMITS, StandardCharsets.US_ASCII));
            return limit.find() ? OptionalLong.of(Long.parseLong(limit.group(1))) : OptionalLong.empty();
        } catch (IOException e) {
            // Not on Linux.
            return OptionalLong.empty();
        }
    }
}
