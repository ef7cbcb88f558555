package dev.casesaudit.server.audit;

import dev.casesaudit.server.contract.WireTime;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Reads the time of an encoded event without parsing the rest. */
final class EventTime {

    // In a text, the quotes would be escaped.
    private static final String MEMBER = "\"performedTime\":\"";

    private EventTime() {}

    static Instant of(byte[] event) {
        String json = new String(event, StandardCharsets.UTF_8);
        int start = json.indexOf(MEMBER) + MEMBER.length();
        return WireTime.of(json.substring(start, json.indexOf('"', start)));
    }
}
