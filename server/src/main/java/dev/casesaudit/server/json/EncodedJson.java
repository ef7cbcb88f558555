package dev.casesaudit.server.json;

import java.nio.ByteBuffer;
import java.util.List;

/** A JSON document that is already encoded, in parts, so that it is copied only once, to the buffer of the socket. */
public interface EncodedJson {

    /** Returns the parts in their order. */
    List<ByteRange> runs();

    /** Returns the length of the document in bytes. */
    default int length() {
        int length = 0;
        for (ByteRange run : runs()) {
            length += run.length();
        }
        return length;
    }

    /** Returns a copy of the document. */
    default byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(length());
        runs().forEach(run -> bytes.put(run.bytes(), run.from(), run.length()));
        return bytes.array();
    }
}
