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
        /** The key that signs page tokens, at least 32 bytes in UTF-8. Random for each process when absent. */
        Optional<String> key();
    }

    /** What requests and connections may take up. */
    interface Limits {
        /** The largest body that is read, from 1K to 10M. */
        @WithDefault("128K")
        MemorySize body();

        /** The longest request line that is read, from 1K to 1M. Two ids of 500 four-byte characters need 12 kB. */
        @WithDefault("32K")
        MemorySize line();

        /** The most bytes of request headers that are read, from 1K to 1M. */
        @WithDefault("64K")
        MemorySize headers();

        /** The most bytes of bodies at once, on all connections, from 1K to 64G. An eighth of the heap when absent. */
        Optional<MemorySize> bodies();

        /** How long a connection is kept on which nothing happens, from 100ms to 1h. */
        @WithDefault("2m")
        Duration idle();

        /** How long a request may take to arrive, from its first byte to its last, from 100ms to 1h. */
        @WithDefault("30s")
        Duration read();

        /** The most connections at once, from 1 to 100000. */
        @WithDefault("10000")
        int connections();

        /** How long answers may take that are under way when the mock is told to stop, at most 1h. */
        @WithDefault("10s")
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
        Duration longest();
    }

    /** A token bucket. */
    interface RateLimit {
        /** Requests a second that go on for good, above 0. */
        double rate();

        /** Requests that may come at once. 1 when absent. */
        // Not by a default: the group would be there whether somebody sets it or not, and then demand its rate.
        OptionalInt burst();
    }

    /** The record of what clients sent. */
    interface Journal {
        /** How many of the last requests are kept, up to 100000; 0 keeps none. */
        @WithDefault("1000")
        int size();
    }

    /** The control API, under {@code /_mock}. */
    interface Control {
        /** Whether there is one, and whether the headers {@code x-mock-…} are looked at. */
        @WithDefault("true")
        boolean enabled();

        /** The bearer token that the control API demands: visible ASCII characters. None when absent. */
        Optional<String> token();

        /**
         * Names by which the control API may be called without a token, besides IP addresses, {@code localhost} and names that end in
         * {@code .localhost}.
         */
        Optional<List<String>> hosts();

        /** The largest body of the control API, from 1K to 1G. */
        @WithDefault("32M")
        MemorySize body();

        /** The most cases that the world may have, where more are put at run time. */
        @WithDefault("10000")
        int cases();

        /** The most events that the world may have, where more are put at run time. */
        @WithDefault("1000000")
        long events();
    }
}
