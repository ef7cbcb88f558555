package dev.casesaudit.server.behaviour.tomorrow;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.server.json.WireJson;
import java.util.Arrays;

/** Unknown members, one of each JSON type. */
final class ExtraMembers {

    private ExtraMembers() {}

    /** Returns a new object with them. They come first, so that a reader has to skip them. */
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

    /** Returns their JSON without the braces. */
    static byte[] encoded() {
        byte[] object = WireJson.encode(object());
        return Arrays.copyOfRange(object, 1, object.length - 1);
    }
}
