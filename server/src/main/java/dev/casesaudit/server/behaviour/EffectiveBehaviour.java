package dev.casesaudit.server.behaviour;

import dev.casesaudit.server.behaviour.fault.Fault;
import dev.casesaudit.server.behaviour.pages.PageStyle;
import dev.casesaudit.server.behaviour.tomorrow.Tomorrow;

/** What is done about one attempt. */
public record EffectiveBehaviour(Fault fault, PageStyle pages, Tomorrow tomorrow) {

    /** Nothing: it is served as the service would. */
    public static final EffectiveBehaviour USUAL =
            new EffectiveBehaviour(Fault.NONE, PageStyle.plain(), Tomorrow.none());

    /** Whether pages are cut and filled as the service does. */
    public boolean hasUsualPages() {
        return pages.isPlain() && tomorrow.isNone();
    }

    /** The behaviour in the words of a user, for the journal; empty where there is none. */
    public String text() {
        StringBuilder text = new StringBuilder();
        if (!fault.equals(Fault.NONE)) {
            text.append(fault.text());
        }
        if (!pages.isPlain()) {
            text.append(text.isEmpty() ? "" : "; ").append("pages: ").append(pages.text());
        }
        if (!tomorrow.isNone()) {
            text.append(text.isEmpty() ? "" : "; ").append("tomorrow: ").append(tomorrow.text());
        }
        return text.toString();
    }
}
