package dev.casesaudit.server.auth;

import dev.casesaudit.server.config.CasesConfig;
import dev.casesaudit.server.config.CasesConfig.AuthMode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/** Creates the signature checks from the settings. Never prints a value. */
public final class AuthSettings {

    private static final Logger LOG = Logger.getLogger("dev.casesaudit");

    private AuthSettings() {}

    /** Returns the problems of keys as a whole, each with its setting. */
    public static List<String> problems(CasesConfig.Auth auth) {
        List<String> problems = new ArrayList<>();
        Map<String, String> byId = new HashMap<>();
        new TreeMap<>(auth.keys()).forEach((name, key) -> {
            String prefix = String.format(Locale.ROOT, "cases.auth.keys.%s.", name);
            if (key.accessKeyId().isEmpty()) {
                problems.add(prefix + "access-key-id: expected a value, got none");
            }
            if (key.secretAccessKey().isEmpty()) {
                problems.add(prefix + "secret-access-key: expected a value, got none");
            }
            key.accessKeyId()
                    .map(id -> byId.putIfAbsent(id, name))
                    .ifPresent(other -> problems.add(String.format(
                            Locale.ROOT,
                            "%saccess-key-id: expected an id that no other key has, got that of cases.auth.keys.%s",
                            prefix,
                            other)));
        });
        if (auth.mode() == AuthMode.VERIFIED && auth.keys().isEmpty()) {
            problems.add("cases.auth.keys: expected a key at least, since cases.auth.mode is verified, got none");
        }
        return problems;
    }

    /**
     * Creates the checks.
     *
     * @param auth settings without problems
     */
    public static Signatures signatures(CasesConfig.Auth auth, Clock clock) {
        if (auth.mode() != AuthMode.VERIFIED && !auth.keys().isEmpty()) {
            LOG.warn(
                    "The keys under cases.auth.keys have no effect: set cases.auth.mode=verified to check signatures with them");
        }
        List<AccessKey> keys = new ArrayList<>();
        new TreeMap<>(auth.keys())
                .forEach((name, key) -> keys.add(new AccessKey(
                        name,
                        key.accessKeyId().orElseThrow(),
                        key.secretAccessKey().orElseThrow(),
                        key.sessionToken(),
                        key.expires(),
                        key.domains())));
        return new Signatures(auth.mode(), auth.region(), new AccessKeys(keys), clock);
    }
}
