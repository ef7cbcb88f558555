package dev.casesaudit.server.behaviour.tomorrow;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.server.json.WireJson;
import java.util.Arrays;

/** Members that nobody knows yet, one of each JSON kind. */
final class ExtraMembers {

    private ExtraMembers() {}

    /** A new object with them in it. They come first, so that a reader has to get past them to what it knows. */
    static ObjectNode object() {
        JsonNodeFactory json = JsonNodeFactory.instance;
        ObjectNode extra = json.objectNode()
                .put("tomorrowString", "not known yet")
                .put("tomorrowNumber", 1.5)
                .put("tomorrowBoolean", true)
                .putNull("tomorrowNull");
        extra.putObject("tomorrowObject").put("eventId", "not an event").putNull("nextToken");
        extra.putArray("tomorrowList").add("one").add(2).addNull().addObject();
        return extra;
    }

    /** The same without the braces. */
    static byte[] encoded() {
        byte[] object = WireJson.encode(object());
        return Arrays.copyOfRange(object, 1, object.length - 1);
    }
}
