package dev.casesaudit.junit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The cases of a fixture file in YAML or JSON, without the domain that it names. The mock checks what they are.
 *
 * @param name as the user named the file
 * @param behaviour of the domain
 */
record FixtureFile(String name, Map<String, @Nullable Object> cases, Map<String, Object> behaviour) {

    private static final String CASES = "cases";

    /**
     * Reads a file, or a resource of the class path if the name begins with {@code classpath:}.
     *
     * @throws IllegalArgumentException if it is not there or no fixture file
     */
    static FixtureFile read(String name) {
        try (InputStream content = open(name)) {
            FixtureFile file = new FixtureFile(name, new LinkedHashMap<>(), new LinkedHashMap<>());
            for (Object document : Yaml.readAll(content)) {
                if (document instanceof List<?> domains) {
                    domains.forEach(file::add);
                } else {
                    file.add(document);
                }
            }
            if (file.cases.isEmpty()) {
                throw file.without("cases");
            }
            return file;
        } catch (IOException e) {
            throw new IllegalArgumentException("The fixture file " + name + " cannot be read: " + e, e);
        } catch (YamlEngineException e) {
            throw new IllegalArgumentException("The fixture file " + name + " is no YAML: " + e.getMessage(), e);
        }
    }

    private static InputStream open(String name) throws IOException {
        String prefix = "classpath:";
        if (!name.startsWith(prefix)) {
            return Files.newInputStream(Path.of(name));
        }
        String resource = name.substring(prefix.length());
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        InputStream content = (loader == null ? FixtureFile.class.getClassLoader() : loader)
                .getResourceAsStream(resource.startsWith("/") ? resource.substring(1) : resource);
        if (content == null) {
            throw new IOException("the class path has no such resource");
        }
        return content;
    }

    private void add(@Nullable Object domain) {
        if (!(domain instanceof Map<?, ?> members) || !(members.get(CASES) instanceof Map<?, ?> described)) {
            throw without("an object with cases");
        }
        if (members.get("behaviour") instanceof Map<?, ?> own) {
            own.forEach((member, value) -> behaviour.put(String.valueOf(member), value));
        }
        described.forEach((id, content) -> {
            if (cases.put(String.valueOf(id), content) != null) {
                throw new IllegalArgumentException(
                        String.format(Locale.ROOT, "The fixture file %s: the case %s is there twice", name, id));
            }
        });
    }

    private IllegalArgumentException without(String expected) {
        return new IllegalArgumentException("The fixture file " + name + ": expected " + expected);
    }

    /** Returns one case. */
    Object only(String caseId) {
        Object content = cases.get(caseId);
        if (content == null) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "The fixture file %s has no case %s, only %s", name, caseId, cases.keySet()));
        }
        return content;
    }
}
