package dev.casesaudit.conformance.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** The transfer and content codings of a body. */
final class Codings {

    private static final Set<String> KNOWN = Set.of("gzip", "x-gzip", "deflate");
    private static final int MOST = 4;
    private static final int MOST_MEMBERS = 1_000;

    // A small decoded body may have any ratio.
    private static final int SMALL = 1024 * 1024;

    private Codings() {}

    /** Decodes a body. Codings other than gzip and deflate are left as they are. */
    static byte[] undone(List<Header> headers, byte[] body, ResponseLimits limits) throws BrokenResponse {
        List<String> codings =
                new ArrayList<>(BodyLength.values(headers, "content-encoding").toList());
        codings.addAll(BodyLength.values(headers, "transfer-encoding").toList());
        codings.removeIf(coding -> !KNOWN.contains(coding));
        if (codings.size() > MOST) {
            throw new BrokenResponse(String.format(Locale.ROOT, "its body was encoded more than %d times", MOST));
        }
        // The last coding was applied last.
        Collections.reverse(codings);
        byte[] undone = body;
        for (String coding : codings) {
            undone = undone.length == 0 ? undone : undone(coding, undone, limits);
        }
        return undone;
    }

    private static byte[] undone(String coding, byte[] body, ResponseLimits limits) throws BrokenResponse {
        long most = Math.min(limits.body(), Math.max(SMALL, (long) body.length * limits.ratio()));
        try {
            byte[] bytes = decoded(coding, body, (int) most + 1);
            ResponseReader.requireRoom(bytes.length, limits);
            if (bytes.length > most) {
                throw new BrokenResponse(String.format(
                        Locale.ROOT, "its body is more than %d times larger than its %s", limits.ratio(), coding));
            }
            return bytes;
        } catch (BrokenResponse e) {
            throw e;
        } catch (IOException e) {
            throw new BrokenResponse(
                    String.format(Locale.ROOT, "its body is not %s as its headers say: %s", coding, e.getMessage()), e);
        }
    }

    private static byte[] decoded(String coding, byte[] body, int most) throws IOException {
        InputStream in = new ByteArrayInputStream(body);
        if (coding.equals("deflate")) {
            // Deflate has a zlib header by definition, which some servers leave out.
            try (InputStream decoded = new InflaterInputStream(in, new Inflater((body[0] & 0x0f) != 8))) {
                return decoded.readNBytes(most);
            }
        }
        return unzipped(in, most);
    }

    // Member by member: GZIPInputStream recurses, and many empty members overflow the stack.
    private static byte[] unzipped(InputStream in, int most) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Optional<InputStream> member = Optional.of(new GZIPInputStream(new ByteByByte(in)));
        for (int members = 1; member.isPresent() && all.size() < most; members++) {
            if (members > MOST_MEMBERS) {
                throw new BrokenResponse(String.format(Locale.ROOT, "its gzip has more than %d members", MOST_MEMBERS));
            }
            try (InputStream one = member.get()) {
                all.write(one.readNBytes(most - all.size()));
            }
            member = next(in);
        }
        return all.toByteArray();
    }

    // Trailing bytes that are not a member are ignored, as in GZIPInputStream.
    private static Optional<InputStream> next(InputStream in) {
        try {
            return Optional.of(new GZIPInputStream(new ByteByByte(in)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Reads no further than requested, so that the next member stays unread. */
    private static final class ByteByByte extends FilterInputStream {

        ByteByByte(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            return super.read(bytes, from, Math.min(length, 1));
        }

        @Override
        public int available() {
            return 0;
        }
    }
}
