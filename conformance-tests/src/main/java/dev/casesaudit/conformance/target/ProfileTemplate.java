package dev.casesaudit.conformance.target;

import dev.casesaudit.conformance.input.Documents;

/** The target profile that {@code init} writes: comments, and places to fill in. */
public final class ProfileTemplate {

    private ProfileTemplate() {}

    public static String text() {
        return Documents.packagedText(ProfileTemplate.class, "template.yaml");
    }
}
