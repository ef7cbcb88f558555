package dev.casesaudit.conformance.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** The codings that an answer's body travelled in: those of its transfer, and those of its content. */
final class Codings {

    private Codings() {}

    /** Returns the body as it was before it was encoded; codings other than gzip and deflate are left as they are. */
    static byte[] undone(List<Header> headers, byte[] body) throws BrokenAnswer {
        List<String> codings =
                new ArrayList<>(BodyLength.values(headers, "content-encoding").toList());
        codings.addAll(BodyLength.values(headers, "transfer-encoding").toList());
        // The last one was applied last.
        Collections.reverse(codings);
        byte[] undone = body;
        for (String coding : codings) {
            undone = undone.length == 0 ? undone : undone(coding, undone);
        }
        return undone;
    }

    private static byte[] undone(String coding, byte[] body) throws BrokenAnswer {
        try (InputStream decoded = decoded(coding, body)) {
            return AnswerReader.limited(decoded);
        } catch (BrokenAnswer e) {
            throw e;
        } catch (IOException e) {
            throw new BrokenAnswer(
                    String.format(Locale.ROOT, "its body is not %s as its headers say: %s", coding, e.getMessage()), e);
        }
    }

    private static InputStream decoded(String coding, byte[] body) throws IOException {
        InputStream in = new ByteArrayInputStream(body);
        return switch (coding) {
            case "gzip", "x-gzip" -> new GZIPInputStream(in);
            // By its definition within zlib's header, which some servers leave out.
            case "deflate" -> new InflaterInputStream(in, new Inflater((body[0] & 0x0f) != 8));
            default -> in;
        };
    }
}
