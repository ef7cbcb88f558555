package dev.casesaudit.server.start;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.util.ClassPathUtils;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Loads classes that the start needs beside it, on another processor: more than half of a start is loading classes. They
 * are only loaded and not initialized, so that nothing happens in another order.
 */
public final class EarlyClasses {

    /** The resource with their names, which the build writes. */
    public static final String RESOURCE = "early.classes";

    // Of most of whose classes each start needs one after the other, in this order. The packages before them are needed
    // too
    // soon for somebody else to be faster.
    private static final List<String> PACKAGES = List.of(
            "io.quarkus.arc",
            "io.quarkus.arc.impl",
            "jakarta.enterprise.inject",
            "jakarta.enterprise.context",
            "io.quarkus.resteasy.reactive.server.runtime",
            "org.jboss.resteasy.reactive.server.spi",
            "org.jboss.resteasy.reactive.server.core",
            "org.jboss.resteasy.reactive.common.model",
            "org.jboss.resteasy.reactive.common.providers.serialisers",
            "org.jboss.resteasy.reactive.server.providers.serialisers",
            "org.jboss.resteasy.reactive.server.mapping",
            "dev.casesaudit.control",
            "org.jboss.threads",
            "io.quarkus.vertx.core.runtime",
            "io.vertx.core",
            "io.vertx.core.impl",
            "io.vertx.core.impl.future",
            "io.vertx.core.file.impl",
            "io.netty.util.internal",
            "io.netty.util.internal.shaded.org.jctools.queues",
            "io.netty.util.internal.shaded.org.jctools.queues.atomic",
            "io.netty.util",
            "io.netty.util.concurrent",
            "io.netty.channel.nio",
            "io.vertx.core.eventbus.impl.codecs",
            "io.vertx.ext.web",
            "io.vertx.ext.web.impl",
            "com.fasterxml.jackson.core",
            "com.fasterxml.jackson.core.json",
            "dev.casesaudit.server.audit",
            "dev.casesaudit.server.contract",
            "dev.casesaudit.server.http",
            "dev.casesaudit.server.connection",
            "dev.casesaudit.server.journal",
            "dev.casesaudit.server.world",
            "dev.casesaudit.server.page",
            "io.netty.buffer",
            "io.netty.channel",
            "io.netty.channel.socket",
            "io.netty.channel.socket.nio",
            "io.netty.channel.group",
            "io.netty.bootstrap",
            "io.vertx.core.net.impl",
            "io.vertx.core.http",
            "io.vertx.core.http.impl",
            "io.netty.handler.codec",
            "io.netty.handler.codec.http");

    private static final String ENDING = ".class";

    private EarlyClasses() {}

    /** Begins to load them, if another processor is there to do so. */
    static void begin() {
        if (LaunchMode.current() != LaunchMode.NORMAL || Runtime.getRuntime().availableProcessors() == 1) {
            return;
        }
        Thread loading = new Thread(EarlyClasses::load, "early-classes");
        loading.setDaemon(true);
        try {
            loading.start();
        } catch (OutOfMemoryError e) {
            // No further thread: the start says so, once it needs one.
        }
    }

    private static void load() {
        ClassLoader loader = EarlyClasses.class.getClassLoader();
        try (InputStream in = loader.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                return;
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(name -> load(name, loader));
        } catch (IOException | OutOfMemoryError e) {
            // The start loads the others itself, or fails for the same reason.
        }
    }

    private static void load(String name, ClassLoader loader) {
        try {
            Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            // It serves a library that the mock does without.
        }
    }

    /** Returns the names of the classes on the class path of the build, in the order in which they are loaded. */
    public static List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        for (String name : PACKAGES) {
            ClassPathUtils.consumeAsPaths(name.replace('.', '/'), folder -> names.addAll(classes(name, folder)));
        }
        return names;
    }

    private static List<String> classes(String name, Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(file -> file.endsWith(ENDING) && !file.startsWith("package-info"))
                    .map(file -> name + '.' + file.substring(0, file.length() - ENDING.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
