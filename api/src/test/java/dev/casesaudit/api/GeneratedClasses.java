package dev.casesaudit.api;

import dev.casesaudit.api.model.AuditEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The classes that the build generated, found where it compiled them. */
final class GeneratedClasses {

    private GeneratedClasses() {}

    static Class<?> model(String name) {
        try {
            return Class.forName(AuditEvent.class.getPackageName() + "." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<Class<?>> models() {
        URL one = AuditEvent.class.getResource("AuditEvent.class");
        if (one == null) {
            throw new IllegalStateException("the generated classes are not on the classpath");
        }
        try (Stream<Path> files = Files.list(Path.of(one.toURI()).resolveSibling(""))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("$"))
                    .<Class<?>>map(name -> model(name.replace(".class", "")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
