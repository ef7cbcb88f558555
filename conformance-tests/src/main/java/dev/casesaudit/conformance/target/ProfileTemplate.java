package dev.casesaudit.conformance.target;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The target profile that {@code init} writes: comments, and places to fill in. */
public final class ProfileTemplate {

    private ProfileTemplate() {}

    public static String text() {
        try (InputStream in = ProfileTemplate.class.getResourceAsStream("template.yaml")) {
            if (in == null) {
                throw new IllegalStateException("template.yaml is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("template.yaml cannot be read", e);
        }
    }
}
