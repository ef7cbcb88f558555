package dev.casesaudit.server.config;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** Everything an operator may set, under the prefix {@code cases}. */
@ConfigMapping(prefix = "cases")
public interface CasesConfig {

    /**
     * Fixture files, or folders of them, to load instead of the seeded world. Relative to the working directory, absolute, or
     * on the class path with {@code classpath:} before them.
     */
    @WithDefault("classpath:fixtures")
    List<String> fixtures();

    /** Page tokens. */
    Token token();

    /** What a request may take up. */
    Limits limits();

    /** Page tokens. */
    interface Token {
        /** The key that signs page tokens, at least 32 bytes in UTF-8. Random for each process when absent. */
        Optional<String> key();
    }

    /** What a request may take up. */
    interface Limits {
        /** The largest body that is read, from 1K to 10M. */
        @WithDefault("128K")
        MemorySize body();
    }
}
