package dev.casesaudit.server.page;

import dev.casesaudit.api.model.GetCaseAuditEventsResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One page, in the form in which it leaves.
 *
 * <p>The events of a history are encoded when they are recorded, so a page is put together from their bytes and no event is
 * encoded twice. It is a subclass, and its inherited members stay empty, so that the generated interface can return it: this is
 * not another model of the output, only another form of it.
 */
public final class EncodedPage extends GetCaseAuditEventsResponse {

    private static final byte[] START = ascii("{\"auditEvents\":[");
    private static final byte[] LAST_END = ascii("]}");

    private final byte[] json;

    /**
     * Puts a page together.
     *
     * @param nextToken letters, digits, {@code -} and {@code _} only; nothing on the last page
     */
    public EncodedPage(byte[][] events, Optional<String> nextToken) {
        byte[] end = nextToken
                .map(token -> ascii("],\"nextToken\":\"%s\"}".formatted(token)))
                .orElse(LAST_END);
        int length = START.length + Math.max(0, events.length - 1) + end.length;
        for (byte[] event : events) {
            length += event.length;
        }
        json = new byte[length];
        int at = append(START, 0);
        for (int i = 0; i < events.length; i++) {
            if (i > 0) {
                json[at++] = ',';
            }
            at = append(events[i], at);
        }
        append(end, at);
    }

    /** The body. Not a copy: callers write it out and leave it as it is. */
    public byte[] json() {
        return json;
    }

    private int append(byte[] part, int at) {
        System.arraycopy(part, 0, json, at, part.length);
        return at + part.length;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
