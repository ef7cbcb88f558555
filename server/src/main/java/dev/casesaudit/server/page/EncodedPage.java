package dev.casesaudit.server.page;

import dev.casesaudit.api.model.GetCaseAuditEventsResponse;
import java.nio.ByteBuffer;
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
    private final int size;
    private final Optional<String> token;

    /**
     * Puts a page together.
     *
     * @param nextToken letters, digits, {@code -} and {@code _} only; nothing on the last page
     */
    public EncodedPage(byte[][] events, Optional<String> nextToken) {
        this(events, events.length, START, nextToken.map(EncodedPage::end).orElse(LAST_END), nextToken);
    }

    /**
     * Puts an awkward page together.
     *
     * @param items the events, and what else stands among them
     * @param size the number of events among the items
     * @param members more members of the output: the inside of a JSON object, empty for none
     */
    EncodedPage(byte[][] items, int size, byte[] members, NextToken next) {
        this(items, size, start(members), ascii("]%s}".formatted(next.member())), next.text());
    }

    private EncodedPage(byte[][] items, int size, byte[] start, byte[] end, Optional<String> token) {
        this.json = join(start, items, end);
        this.size = size;
        this.token = token;
    }

    /** The body. Not a copy: callers write it out and leave it as it is. */
    public byte[] json() {
        return json;
    }

    /** How many events the page has. */
    public int size() {
        return size;
    }

    /** The token that leads on. Nothing on the last page, in whatever words that says so. */
    public Optional<String> token() {
        return token;
    }

    private static byte[] join(byte[] start, byte[][] items, byte[] end) {
        int length = start.length + Math.max(0, items.length - 1) + end.length;
        for (byte[] item : items) {
            length += item.length;
        }
        byte[] json = new byte[length];
        int at = append(start, json, 0);
        for (int i = 0; i < items.length; i++) {
            if (i > 0) {
                json[at++] = ',';
            }
            at = append(items[i], json, at);
        }
        append(end, json, at);
        return json;
    }

    private static int append(byte[] part, byte[] json, int at) {
        System.arraycopy(part, 0, json, at, part.length);
        return at + part.length;
    }

    private static byte[] start(byte[] members) {
        if (members.length == 0) {
            return START;
        }
        byte[] rest = START.clone();
        rest[0] = ',';
        return ByteBuffer.allocate(1 + members.length + rest.length)
                .put((byte) '{')
                .put(members)
                .put(rest)
                .array();
    }

    private static byte[] end(String token) {
        return ascii("],\"nextToken\":\"%s\"}".formatted(token));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
