package dev.casesaudit.server.page;

import dev.casesaudit.api.model.GetCaseAuditEventsResponse;
import dev.casesaudit.server.json.ByteRange;
import dev.casesaudit.server.json.EncodedJson;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One page, in the form in which it leaves.
 *
 * <p>The events of a history are encoded when they are recorded, and lie side by side as pages hold them, so a page is a few runs
 * of bytes: nothing is encoded twice, and little is copied. It is a subclass, and its inherited members stay empty, so that the
 * generated interface can return it: this is not another model of the output, only another form of it.
 */
public final class EncodedPage extends GetCaseAuditEventsResponse implements EncodedJson {

    private static final byte[] START = ascii("{\"auditEvents\":[");
    private static final ByteRange PLAIN_START = ByteRange.of(START);
    private static final ByteRange LAST_END = ByteRange.of(ascii("]}"));
    private static final ByteRange COMMA = ByteRange.of(ascii(","));

    private final List<ByteRange> runs;
    private final int size;
    private final Optional<String> token;

    private EncodedPage(List<ByteRange> runs, int size, Optional<String> token) {
        this.runs = runs;
        this.size = size;
        this.token = token;
    }

    /**
     * Puts a page together.
     *
     * @param events in runs
     * @param size the number of events
     * @param nextToken letters, digits, {@code -} and {@code _} only; nothing on the last page
     */
    public static EncodedPage of(List<ByteRange> events, int size, Optional<String> nextToken) {
        ByteRange end =
                nextToken.isPresent() ? ByteRange.of(ascii("],\"nextToken\":\"" + nextToken.get() + "\"}")) : LAST_END;
        return new EncodedPage(join(PLAIN_START, events, end), size, nextToken);
    }

    /**
     * Puts an awkward page together.
     *
     * @param items the events, and what else stands among them
     * @param size the number of events among the items
     * @param members more members of the output: the inside of a JSON object, empty for none
     */
    static EncodedPage awkward(byte[][] items, int size, byte[] members, NextToken next) {
        List<ByteRange> runs = new ArrayList<>();
        for (byte[] item : items) {
            runs.add(ByteRange.of(item));
        }
        return new EncodedPage(
                join(ByteRange.of(start(members)), runs, ByteRange.of(ascii("]" + next.member() + "}"))),
                size,
                next.text());
    }

    private static List<ByteRange> join(ByteRange start, List<ByteRange> items, ByteRange end) {
        List<ByteRange> runs = new ArrayList<>(2 * items.size() + 1);
        runs.add(start);
        for (int i = 0; i < items.size(); i++) {
            if (i > 0) {
                runs.add(COMMA);
            }
            runs.add(items.get(i));
        }
        runs.add(end);
        return runs;
    }

    @Override
    public List<ByteRange> runs() {
        return runs;
    }

    /** How many events the page has. */
    public int size() {
        return size;
    }

    /** The token that leads on. Nothing on the last page, in whatever words that says so. */
    public Optional<String> token() {
        return token;
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

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
