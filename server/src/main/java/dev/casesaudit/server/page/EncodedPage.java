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
 * One page as the bytes that are sent.
 *
 * <p>Events are encoded when they are recorded, and stored as pages contain them, so a page is a few ranges of bytes:
 * no event is encoded twice. The class extends the generated output, whose members stay unset, so that the generated
 * interface can return it.
 */
public final class EncodedPage extends GetCaseAuditEventsResponse implements EncodedJson {

    private static final byte[] START = ascii("{\"auditEvents\":[");
    private static final ByteRange PLAIN_START = ByteRange.of(START);
    private static final ByteRange LAST_END = ByteRange.of(ascii("]}"));
    private static final ByteRange COMMA = ByteRange.of(ascii(","));

    private final List<ByteRange> runs;
    private final int size;
    private final Optional<String> token;
    private final boolean isOfHistory;

    private EncodedPage(List<ByteRange> runs, int size, Optional<String> token, boolean isOfHistory) {
        this.runs = runs;
        this.size = size;
        this.token = token;
        this.isOfHistory = isOfHistory;
    }

    /**
     * Builds a page.
     *
     * @param events in ranges of bytes
     * @param size the number of events
     * @param nextToken letters, digits, {@code -} and {@code _} only; absent on the last page
     */
    public static EncodedPage of(List<ByteRange> events, int size, Optional<String> nextToken) {
        ByteRange end =
                nextToken.isPresent() ? ByteRange.of(ascii("],\"nextToken\":\"" + nextToken.get() + "\"}")) : LAST_END;
        return new EncodedPage(join(PLAIN_START, events, end), size, nextToken, true);
    }

    /**
     * Builds an awkward page.
     *
     * @param items the events, and null items among them
     * @param size the number of events among the items
     * @param members additional members of the output as JSON without the braces, or empty
     */
    static EncodedPage awkward(byte[][] items, int size, byte[] members, NextToken next) {
        List<ByteRange> runs = new ArrayList<>();
        for (byte[] item : items) {
            runs.add(ByteRange.of(item));
        }
        return new EncodedPage(
                join(ByteRange.of(start(members)), runs, ByteRange.of(ascii("]" + next.member() + "}"))),
                size,
                next.text(),
                false);
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

    /** {@inheritDoc} A page has the events of the history itself, and an awkward one copies. */
    @Override
    public int ownBytes() {
        return isOfHistory ? 0 : length();
    }

    /** Returns the number of events. */
    public int size() {
        return size;
    }

    /** Returns the token for the next page; empty on the last page. */
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
