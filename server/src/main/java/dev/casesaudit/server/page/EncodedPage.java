package dev.casesaudit.server.page;

import dev.casesaudit.api.model.GetCaseAuditEventsResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One page, in the form in which it leaves.
 *
 * <p>The events of a history are encoded when they are recorded, so a page is put together from their bytes. The members that
 * it inherits from the contract's output stay empty: the bytes are the output.
 */
public final class EncodedPage extends GetCaseAuditEventsResponse {

    private static final byte[] START = ascii("{\"auditEvents\":[");
    private static final byte[] TOKEN = ascii("],\"nextToken\":\"");
    private static final byte[] END_AFTER_TOKEN = ascii("\"}");
    private static final byte[] END = ascii("]}");

    private final byte[] json;

    /**
     * Puts a page together.
     *
     * @param nextToken letters, digits, {@code -} and {@code _} only; nothing on the last page
     */
    public EncodedPage(byte[][] events, Optional<String> nextToken) {
        byte[] token = nextToken.map(EncodedPage::ascii).orElse(END);
        int length = START.length + Math.max(0, events.length - 1);
        for (byte[] event : events) {
            length += event.length;
        }
        length += nextToken.isPresent() ? TOKEN.length + token.length + END_AFTER_TOKEN.length : END.length;
        json = new byte[length];
        int end = append(START, 0);
        for (int i = 0; i < events.length; i++) {
            if (i > 0) {
                json[end++] = ',';
            }
            end = append(events[i], end);
        }
        if (nextToken.isPresent()) {
            end = append(TOKEN, end);
            end = append(token, end);
            append(END_AFTER_TOKEN, end);
        } else {
            append(END, end);
        }
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
