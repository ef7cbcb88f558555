package dev.casesaudit.conformance.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The encoding that an answer's body travelled in. */
final class ContentEncoding {

    private ContentEncoding() {}

    /** Returns the body as it was before it was encoded; other encodings than gzip are left as they are. */
    static byte[] undone(List<Header> headers, byte[] body) throws IOException {
        boolean packed = headers.stream()
                .anyMatch(header ->
                        header.is("content-encoding") && header.value().equalsIgnoreCase("gzip"));
        if (!packed) {
            return body;
        }
        try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return unpacked.readAllBytes();
        }
    }
}
