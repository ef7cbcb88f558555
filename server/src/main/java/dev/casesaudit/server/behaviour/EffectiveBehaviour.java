package dev.casesaudit.server.behaviour;

import dev.casesaudit.server.behaviour.fault.Fault;
import dev.casesaudit.server.behaviour.pages.PageStyle;
import dev.casesaudit.server.behaviour.tomorrow.Tomorrow;

/** The behaviour for one attempt, after all scopes have been considered. */
public record EffectiveBehaviour(Fault fault, PageStyle pages, Tomorrow tomorrow) {

    /** The behaviour of the real service. */
    public static final EffectiveBehaviour USUAL =
            new EffectiveBehaviour(Fault.NONE, PageStyle.plain(), Tomorrow.none());

    /** Whether pages are cut and filled as the real service does. */
    public boolean hasUsualPages() {
        return pages.isPlain() && tomorrow.isNone();
    }

    /** Returns the behaviour in the notation of fault scripts, for the journal; empty where there is none. */
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
