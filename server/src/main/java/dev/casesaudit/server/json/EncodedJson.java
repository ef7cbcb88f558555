package dev.casesaudit.server.json;

import java.nio.ByteBuffer;
import java.util.List;

/** A JSON document that is encoded already, in parts, so that it is copied only once: to where the socket takes it from. */
public interface EncodedJson {

    /** The parts, in order. */
    List<ByteRange> runs();

    /** The length of the document, in bytes. */
    default int length() {
        int length = 0;
        for (ByteRange run : runs()) {
            length += run.length();
        }
        return length;
    }

    /** The document, as a copy. */
    default byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(length());
        runs().forEach(run -> bytes.put(run.bytes(), run.from(), run.length()));
        return bytes.array();
    }
}
