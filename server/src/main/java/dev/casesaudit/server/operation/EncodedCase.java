package dev.casesaudit.server.operation;

import dev.casesaudit.api.model.FieldValue;
import dev.casesaudit.api.model.GetCaseResponse;
import dev.casesaudit.server.json.ByteRange;
import dev.casesaudit.server.json.EncodedJson;
import dev.casesaudit.server.json.WireJson;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The output of GetCase as the bytes that are sent. Its fields may be many times as long as the request for them, so
 * each is encoded when it is sent.
 *
 * <p>The class extends the generated output, whose members stay unset, so that the generated interface can return it.
 */
final class EncodedCase extends GetCaseResponse implements EncodedJson {

    private static final ByteRange START = ascii("{\"fields\":[");
    private static final ByteRange COMMA = ascii(",");

    private final List<FieldValue> values;
    private final ByteRange end;
    private final int length;

    EncodedCase(List<FieldValue> values, String templateId, Map<String, String> tags) {
        this.values = values;
        this.end = end(templateId, tags);
        this.length = EncodedJson.super.length();
    }

    private static ByteRange end(String templateId, Map<String, String> tags) {
        Map<String, Object> others = new LinkedHashMap<>();
        others.put("templateId", templateId);
        if (!tags.isEmpty()) {
            others.put("tags", tags);
        }
        String object = new String(WireJson.encode(others), StandardCharsets.UTF_8);
        return ByteRange.of(("]," + object.substring(1)).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public List<ByteRange> runs() {
        return new AbstractList<>() {
            @Override
            public ByteRange get(int index) {
                if (index == 0) {
                    return START;
                } else if (index == size() - 1) {
                    return end;
                }
                return index % 2 == 0 ? COMMA : ByteRange.of(WireJson.encode(values.get(index / 2)));
            }

            @Override
            public int size() {
                return 2 + Math.max(0, 2 * values.size() - 1);
            }
        };
    }

    @Override
    public int length() {
        return length;
    }

    /** {@inheritDoc} The values are those of the world. */
    @Override
    public int ownBytes() {
        return end.length();
    }

    private static ByteRange ascii(String text) {
        return ByteRange.of(text.getBytes(StandardCharsets.US_ASCII));
    }
}
