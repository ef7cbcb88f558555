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

/** All settings of the mock, under the prefix {@code cases}. */
@ConfigMapping(prefix = "cases")
public interface CasesConfig {

    /**
     * Fixture files or folders to load instead of the seeded world, separated by commas. A path is relative to the
     * working directory, absolute, under the home folder with {@code ~/}, or on the class path with {@code classpath:}.
     */
    // As text: the library's own lists drop every backslash of a path.
    @WithDefault("classpath:fixtures")
    String fixtures();

    /** A file with rules which edit records which audit event. Those of the mock when absent. */
    Optional<String> recording();

    /** Where the world is kept: {@code memory}, or {@code postgresql}, where replicas share it. */
    @WithDefault("memory")
    Store store();

    /** The database of the store {@code postgresql}. */
    Postgresql postgresql();

    /** Page tokens. */
    Token token();

    /** Limits on requests and connections. */
    Limits limits();

    /** Signature checks. */
    Auth auth();

    /** Faults. */
    Faults faults();

    /** The rate limit of each domain; requests beyond it get a ThrottlingException. No limit when absent. */
    Optional<RateLimit> rateLimit();

    /** The journal of requests. */
    Journal journal();

    /** Metrics for operators. */
    Metrics metrics();

    /** The control API, under {@code /_mock}. */
    Control control();

    /** Where the world is kept. */
    enum Store {
        MEMORY,
        POSTGRESQL
    }

    /** A database. */
    interface Postgresql {
        /** Its address, such as {@code postgresql://db.example:5432/cases?sslmode=verify-full}. */
        @Text(
                pattern = "postgresql://.+",
                words = "an address such as postgresql://localhost:5432/cases",
                isShown = false)
        Optional<String> url();

        /** The user. */
        Optional<String> user();

        /** The password of the user. */
        Optional<String> password();

        /** The most connections of this process. */
        @WithDefault("20")
        @Range(least = "2", most = "1000")
        int connections();

        /** Whether a start creates the tables, or migrates them to its version. */
        @WithDefault("true")
        boolean migrate();
    }

    /** Page tokens. */
    interface Token {
        /** The key that authenticates page tokens. Random for each process when absent. */
        @Range(least = "32")
        Optional<String> key();
    }

    /** Limits on requests and connections. */
    interface Limits {
        /** The largest request body. */
        @WithDefault("192K")
        @Range(least = "1K", most = "10M")
        MemorySize body();

        /** The longest request line. Two ids of 500 four-byte characters need 12 kB. */
        @WithDefault("32K")
        @Range(least = "1K", most = "1M")
        MemorySize line();

        /** The largest total size of request headers. */
        @WithDefault("64K")
        @Range(least = "1K", most = "1M")
        MemorySize headers();

        /** The largest total size of the bodies in memory, on all connections. An eighth of the heap when absent. */
        @Range(least = "1K", most = "64G")
        Optional<MemorySize> bodies();

        /**
         * The most memory for the world: fixtures and cases added at run time. When absent, two thirds of the heap
         * beyond 32 MB, and at least an eighth of it.
         */
        @Range(least = "1K", most = "64G")
        Optional<MemorySize> world();

        /** How long an idle connection stays open. */
        @WithDefault("2m")
        @Range(least = "100ms", most = "1h")
        Duration idle();

        /** How long a request may take to arrive, from its first byte to its last. */
        @WithDefault("30s")
        @Range(least = "100ms", most = "1h")
        Duration read();

        /** The most open connections. */
        @WithDefault("10000")
        @Range(least = "1", most = "100000")
        int connections();

        /** How long requests in progress may take after the mock is told to stop. */
        @WithDefault("10s")
        @Range(least = "0s", most = "1h")
        Duration stopping();
    }

    /** Signature checks. */
    interface Auth {
        /**
         * {@code none} checks no signature, {@code required} requires a well-formed one, {@code verified} a valid one.
         */
        @WithDefault("none")
        AuthMode mode();

        /** The region that requests must be signed for. Any region when absent. */
        Optional<String> region();

        /** The {@code iamPrincipalArn} of audit events, for requests whose access key has none of its own. */
        @WithDefault("arn:aws:iam::111122223333:role/CasesClient")
        @Range(least = "1", most = "500")
        String principalArn();

        /** The access keys that {@code verified} accepts, each under a name of your choice. */
        Map<String, Key> keys();
    }

    /** How strictly signatures are checked. */
    enum AuthMode {
        NONE,
        REQUIRED,
        VERIFIED
    }

    /**
     * An access key, or temporary credentials. Id and secret are optional here so that a missing one is reported with
     * our message.
     */
    interface Key {
        /** The access key id. */
        @Text(pattern = "[A-Za-z0-9_]{1,128}", words = "1 to 128 letters, digits and _", isShown = false)
        Optional<String> accessKeyId();

        /** The secret access key. */
        Optional<String> secretAccessKey();

        /** The session token of temporary credentials. */
        Optional<String> sessionToken();

        /** When temporary credentials expire, such as {@code 2026-12-31T00:00:00Z}. */
        Optional<Instant> expires();

        /** The {@code iamPrincipalArn} of audit events for edits that the key signed, in every mode. */
        @Range(least = "1", most = "500")
        Optional<String> principalArn();

        /** The domains that the key may read; others get an AccessDeniedException. All domains when absent. */
        Optional<List<String>> domains();
    }

    /** Faults. */
    interface Faults {
        /** The longest duration of a fault: a latency, a hang, a slow response. */
        @WithDefault("60s")
        @Range(above = "0s", most = "1h")
        Duration longest();
    }

    /** A token bucket. */
    interface RateLimit {
        /** Requests a second in the long run. */
        @Range(above = "0")
        double rate();

        /** Requests that may come at once. 1 when absent. */
        // No default: it would make the group exist always, which then requires the rate.
        @Range(least = "1")
        OptionalInt burst();
    }

    /** The journal of requests. */
    interface Journal {
        /** How many requests the journal keeps, the latest ones; 0 keeps none. */
        @WithDefault("1000")
        @Range(least = "0", most = "100000")
        int size();
    }

    /** Metrics for operators. */
    interface Metrics {
        /** Whether requests, faults and uses of the database are counted, and shown at {@code /q/metrics}. */
        @WithDefault("false")
        boolean enabled();
    }

    /** The control API, under {@code /_mock}. */
    interface Control {
        /** Whether the control API and the headers {@code x-mock-…} are enabled. */
        @WithDefault("true")
        boolean enabled();

        /** The bearer token that the control API requires. None when absent. */
        @Text(pattern = "[!-~]+", words = "visible ASCII characters, as a header can carry them", isShown = false)
        Optional<String> token();

        /**
         * Host names that may call the control API without a token, besides IP addresses, {@code localhost} and names
         * that end in {@code .localhost}.
         */
        @Text(pattern = "[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_])?", words = "names of hosts, without scheme and port")
        Optional<List<String>> hosts();

        /** The largest body of the control API. Twice the memory for the world when absent. */
        @Range(least = "1K", most = "64G")
        Optional<MemorySize> body();

        /** The most cases of the world, including those added at run time. */
        @WithDefault("10000")
        @Range(least = "0")
        int cases();

        /** The most events of the world, including those added at run time. */
        @WithDefault("1000000")
        @Range(least = "0")
        long events();
    }
}
