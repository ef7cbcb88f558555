package dev.casesaudit.conformance.report;

import java.util.Collection;
import java.util.Locale;

/** An HTML element. All text is escaped: only other elements add markup. */
final class Tag {

    private final String name;
    private final StringBuilder attributes = new StringBuilder();
    private final StringBuilder content = new StringBuilder();

    private Tag(String name) {
        this.name = name;
    }

    static Tag of(String name) {
        return new Tag(name);
    }

    /** Returns an element with a text. */
    static Tag of(String name, String text) {
        return new Tag(name).text(text);
    }

    Tag with(String attribute, String value) {
        attributes
                .append(' ')
                .append(attribute)
                .append("=\"")
                .append(escaped(value))
                .append('"');
        return this;
    }

    Tag is(String cssClass) {
        return with("class", cssClass);
    }

    Tag text(String text) {
        content.append(escaped(text));
        return this;
    }

    Tag add(Tag child) {
        content.append(child);
        return this;
    }

    Tag add(Collection<Tag> children) {
        children.forEach(this::add);
        return this;
    }

    /** Escapes a text for HTML and XML. */
    static String escaped(String text) {
        return Printable.of(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    @Override
    public String toString() {
        if (name.equals("input")) {
            return String.format(Locale.ROOT, "<%s%s/>", name, attributes);
        }
        // A line end within pre would be visible.
        String end = name.equals("abbr") ? "" : "\n";
        return String.format(Locale.ROOT, "<%s%s>%s</%s>%s", name, attributes, content, name, end);
    }
}
