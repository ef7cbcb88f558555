package dev.casesaudit.server.auth;

import dev.casesaudit.server.config.CasesConfig;
import dev.casesaudit.server.config.CasesConfig.AuthMode;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/** Makes the checks that an operator asked for, or says all that is wrong with what they set. Never prints a value. */
public final class AuthSettings {

    private static final Logger LOG = Logger.getLogger("dev.casesaudit");

    // As IAM has them, but for the least length: keys of a mock may be short.
    private static final Pattern ACCESS_KEY_ID = Pattern.compile("[A-Za-z0-9_]{1,128}");

    private final List<String> problems = new ArrayList<>();
    private final Map<String, AccessKey> byId = new LinkedHashMap<>();

    private final Collection<String> empty;

    private AuthSettings(Collection<String> empty) {
        this.empty = empty;
        empty.forEach(name -> problem(name, "expected a value, got an empty one"));
    }

    /**
     * Makes the checks.
     *
     * @param empty the names of settings that are set to nothing: values that did not arrive
     * @throws ConfigurationException with every problem that there is
     */
    public static Signatures signatures(CasesConfig.Auth auth, Collection<String> empty, Clock clock) {
        AuthSettings settings = new AuthSettings(empty);
        new TreeMap<>(auth.keys()).forEach(settings::add);
        if (auth.mode() == AuthMode.VERIFIED && auth.keys().isEmpty()) {
            settings.problem("cases.auth.keys", "expected a key at least, since cases.auth.mode is verified, got none");
        }
        if (!settings.problems.isEmpty()) {
            throw new ConfigurationException(String.join("\n", settings.problems));
        }
        if (auth.mode() != AuthMode.VERIFIED && !auth.keys().isEmpty()) {
            LOG.warn("The keys under cases.auth.keys are not looked at: that takes cases.auth.mode=verified");
        }
        return new Signatures(auth.mode(), auth.region(), new AccessKeys(settings.byId.values()), clock);
    }

    private void add(String name, CasesConfig.Key key) {
        String prefix = String.format(Locale.ROOT, "cases.auth.keys.%s.", name);
        Optional<String> id = required(prefix + "access-key-id", key.accessKeyId());
        Optional<String> secret = required(prefix + "secret-access-key", key.secretAccessKey());
        id.ifPresent(present -> requireWellFormed(prefix + "access-key-id", present));
        if (id.isPresent() && secret.isPresent()) {
            add(
                    prefix + "access-key-id",
                    new AccessKey(name, id.get(), secret.get(), key.sessionToken(), key.expires(), key.domains()));
        }
    }

    private void add(String setting, AccessKey key) {
        AccessKey other = byId.putIfAbsent(key.id(), key);
        if (other != null) {
            problem(
                    setting,
                    String.format(
                            Locale.ROOT,
                            "expected an id that no other key has, got that of cases.auth.keys.%s",
                            other.name()));
        }
    }

    private Optional<String> required(String setting, Optional<String> value) {
        if (value.isEmpty() && !empty.contains(setting)) {
            problem(setting, "expected a value, got none");
        }
        return value;
    }

    // Not the id itself: where an operator swapped the two, that is the secret.
    private void requireWellFormed(String setting, String id) {
        if (!ACCESS_KEY_ID.matcher(id).matches()) {
            String got =
                    id.length() > 128 ? String.format(Locale.ROOT, "%d characters", id.length()) : "another character";
            problem(setting, "expected 1 to 128 letters, digits and _, got " + got);
        }
    }

    private void problem(String setting, String problem) {
        problems.add(String.format(Locale.ROOT, "%s: %s", setting, problem));
    }
}
