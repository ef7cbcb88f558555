package dev.casesaudit.server.recording;

/** An event of an edit, encoded, and the rule that decided to record it. */
public final class RecordedEvent {

    private final byte[] json;
    private final Rule rule;

    public RecordedEvent(byte[] json, Rule rule) {
        this.json = json;
        this.rule = rule;
    }

    public byte[] json() {
        return json;
    }

    public Rule rule() {
        return rule;
    }
}
