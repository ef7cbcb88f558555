package dev.casesaudit.conformance.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** The codings that an answer's body travelled in: those of its transfer, and those of its content. */
final class Codings {

    private static final Set<String> KNOWN = Set.of("gzip", "x-gzip", "deflate");
    private static final int MOST = 4;

    // A body that is small when it is decoded may have any ratio.
    private static final int SMALL = 1024 * 1024;

    private Codings() {}

    /** Returns the body as it was before it was encoded; codings other than gzip and deflate are left as they are. */
    static byte[] undone(List<Header> headers, byte[] body, AnswerLimits limits) throws BrokenAnswer {
        List<String> codings =
                new ArrayList<>(BodyLength.values(headers, "content-encoding").toList());
        codings.addAll(BodyLength.values(headers, "transfer-encoding").toList());
        codings.removeIf(coding -> !KNOWN.contains(coding));
        if (codings.size() > MOST) {
            throw new BrokenAnswer(String.format(Locale.ROOT, "its body was encoded more than %d times", MOST));
        }
        // The last one was applied last.
        Collections.reverse(codings);
        byte[] undone = body;
        for (String coding : codings) {
            undone = undone.length == 0 ? undone : undone(coding, undone, limits);
        }
        return undone;
    }

    private static byte[] undone(String coding, byte[] body, AnswerLimits limits) throws BrokenAnswer {
        long most = Math.min(limits.body(), Math.max(SMALL, (long) body.length * limits.ratio()));
        try (InputStream decoded = decoded(coding, body)) {
            byte[] bytes = decoded.readNBytes((int) most + 1);
            AnswerReader.requireRoom(bytes.length, limits);
            if (bytes.length > most) {
                throw new BrokenAnswer(String.format(
                        Locale.ROOT, "its body is more than %d times larger than its %s", limits.ratio(), coding));
            }
            return bytes;
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
