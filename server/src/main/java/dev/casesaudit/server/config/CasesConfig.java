package dev.casesaudit.server.config;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Everything an operator may set, under the prefix {@code cases}. */
@ConfigMapping(prefix = "cases")
public interface CasesConfig {

    /**
     * Fixture files, or folders of them, separated by commas, to load instead of the seeded world. Relative to the working
     * directory, absolute, under the home folder with {@code ~/}, or on the class path with {@code classpath:} before them.
     */
    // Not a list of the library's: that takes each backslash of a path away.
    @WithDefault("classpath:fixtures")
    String fixtures();

    /** Page tokens. */
    Token token();

    /** What requests and connections may take up. */
    Limits limits();

    /** Who may call. */
    Auth auth();

    /** Misbehaviour on request. */
    Faults faults();

    /** What each domain takes before it answers ThrottlingException. No limit when absent. */
    Optional<RateLimit> rateLimit();

    /** The record of what clients sent. */
    Journal journal();

    /** The control API, under {@code /_mock}. */
    Control control();

    /** Page tokens. */
    interface Token {
        /** The key that signs page tokens. Random for each process when absent. */
        @Range(least = "32")
        Optional<String> key();
    }

    /** What requests and connections may take up. */
    interface Limits {
        /** The largest body that is read. */
        @WithDefault("128K")
        @Range(least = "1K", most = "10M")
        MemorySize body();

        /** The longest request line that is read. Two ids of 500 four-byte characters need 12 kB. */
        @WithDefault("32K")
        @Range(least = "1K", most = "1M")
        MemorySize line();

        /** The most bytes of request headers that are read. */
        @WithDefault("64K")
        @Range(least = "1K", most = "1M")
        MemorySize headers();

        /** The most bytes of bodies at once, on all connections. An eighth of the heap when absent. */
        @Range(least = "1K", most = "64G")
        Optional<MemorySize> bodies();

        /**
         * The most bytes of memory that the world may take up: fixtures, and what is put at run time. Two thirds of
         * what the heap has beyond 32 MB when absent, at least an eighth of it.
         */
        @Range(least = "1K", most = "64G")
        Optional<MemorySize> world();

        /** How long a connection is kept on which nothing happens. */
        @WithDefault("2m")
        @Range(least = "100ms", most = "1h")
        Duration idle();

        /** How long a request may take to arrive, from its first byte to its last. */
        @WithDefault("30s")
        @Range(least = "100ms", most = "1h")
        Duration read();

        /** The most connections at once. */
        @WithDefault("10000")
        @Range(least = "1", most = "100000")
        int connections();

        /** How long answers may take that are under way when the mock is told to stop. */
        @WithDefault("10s")
        @Range(least = "0s", most = "1h")
        Duration stopping();
    }

    /** Who may call. */
    interface Auth {
        /** {@code none} looks at no signature, {@code required} wants a well-formed one, {@code verified} the right one. */
        @WithDefault("none")
        AuthMode mode();

        /** The region that requests must be signed for. Any when absent. */
        Optional<String> region();

        /** The keys that {@code verified} knows, by names of the operator's. */
        Map<String, Key> keys();
    }

    /** How closely signatures are looked at. */
    enum AuthMode {
        NONE,
        REQUIRED,
        VERIFIED
    }

    /** A pair of keys, or a set of temporary credentials. The pair is demanded where they are used, with a message of ours. */
    interface Key {
        /** The id that travels with each request. */
        @Text(pattern = "[A-Za-z0-9_]{1,128}", words = "1 to 128 letters, digits and _", isShown = false)
        Optional<String> accessKeyId();

        /** The secret that signs, and does not travel. */
        Optional<String> secretAccessKey();

        /** What temporary credentials must send besides. */
        Optional<String> sessionToken();

        /** When temporary credentials end, such as {@code 2026-12-31T00:00:00Z}. */
        Optional<Instant> expires();

        /** The domains it may read; others answer AccessDeniedException. All when absent. */
        Optional<List<String>> domains();
    }

    /** Misbehaviour on request. */
    interface Faults {
        /** The longest that a fault may take: a latency, a hang, a slow answer. */
        @WithDefault("60s")
        @Range(above = "0s", most = "1h")
        Duration longest();
    }

    /** A token bucket. */
    interface RateLimit {
        /** Requests a second that go on for good. */
        @Range(above = "0")
        double rate();

        /** Requests that may come at once. 1 when absent. */
        // Not by a default: the group would be there whether somebody sets it or not, and then demand its rate.
        @Range(least = "1")
        OptionalInt burst();
    }

    /** The record of what clients sent. */
    interface Journal {
        /** How many of the last requests are kept; 0 keeps none. */
        @WithDefault("1000")
        @Range(least = "0", most = "100000")
        int size();
    }

    /** The control API, under {@code /_mock}. */
    interface Control {
        /** Whether there is one, and whether the headers {@code x-mock-…} are looked at. */
        @WithDefault("true")
        boolean enabled();

        /** The bearer token that the control API demands. None when absent. */
        @Text(pattern = "[!-~]+", words = "visible ASCII characters, as a header can carry them", isShown = false)
        Optional<String> token();

        /**
         * Names by which the control API may be called without a token, besides IP addresses, {@code localhost} and names that end in
         * {@code .localhost}.
         */
        @Text(pattern = "[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_])?", words = "names of hosts, without scheme and port")
        Optional<List<String>> hosts();

        /** The largest body of the control API. Twice what the world may take up when absent. */
        @Range(least = "1K", most = "64G")
        Optional<MemorySize> body();

        /** The most cases that the world may have, where more are put at run time. */
        @WithDefault("10000")
        @Range(least = "0")
        int cases();

        /** The most events that the world may have, where more are put at run time. */
        @WithDefault("1000000")
        @Range(least = "0")
        long events();
    }
}
