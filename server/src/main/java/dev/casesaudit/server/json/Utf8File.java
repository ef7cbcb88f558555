package dev.casesaudit.server.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads a file in UTF-8, with or without a byte order mark. For another encoding it throws a {@link NotReadable} with
 * the encoding or the line.
 */
final class Utf8File extends Reader {

    private static final String EXPECTED = "text in UTF-8";
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream file;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(8192).flip();
    private final CharBuffer chars = CharBuffer.allocate(8192).flip();
    private boolean begun;
    private boolean ended;
    private boolean malformed;
    private int line = 1;

    Utf8File(InputStream file) {
        this.file = file;
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        while (!chars.hasRemaining()) {
            if (malformed) {
                throw new NotReadable(
                        EXPECTED,
                        String.format(
                                Locale.ROOT, "bytes of another encoding in line %d: save the file as UTF-8", line));
            }
            if (ended) {
                return -1;
            }
            decodeMore();
        }
        int taken = Math.min(length, chars.remaining());
        chars.get(into, offset, taken);
        for (int i = offset; i < offset + taken; i++) {
            line += into[i] == '\n' ? 1 : 0;
        }
        return taken;
    }

    private void decodeMore() throws IOException {
        bytes.compact();
        int read = file.read(bytes.array(), bytes.position(), bytes.remaining());
        bytes.position(bytes.position() + Math.max(0, read)).flip();
        // The first four bytes identify another encoding. A pipe may return them one by one.
        if (!begun && read >= 0 && bytes.remaining() < 4) {
            return;
        }
        boolean first = !begun;
        begun = true;
        if (first) {
            refuseOtherEncodings();
        }
        chars.clear();
        CoderResult result = decoder.decode(bytes, chars, read < 0);
        chars.flip();
        malformed = result.isError();
        ended = read < 0 && result.isUnderflow();
        if (first && chars.hasRemaining() && chars.get(chars.position()) == BYTE_ORDER_MARK) {
            chars.get();
        }
    }

    private void refuseOtherEncodings() throws NotReadable {
        Optional<String> other = otherEncoding();
        if (other.isPresent()) {
            throw new NotReadable(EXPECTED, other.get() + ": save the file as UTF-8");
        }
    }

    // JSON and YAML begin with an ASCII character, which these encodings pad with zeros.
    private Optional<String> otherEncoding() {
        int size = bytes.remaining();
        int one = size > 0 ? bytes.get(0) & 0xFF : -1;
        int two = size > 1 ? bytes.get(1) & 0xFF : -1;
        int three = size > 2 ? bytes.get(2) & 0xFF : -1;
        int four = size > 3 ? bytes.get(3) & 0xFF : -1;
        boolean isUtf32 = (one == 0xFF && two == 0xFE && three == 0 && four == 0)
                || (one == 0 && two == 0)
                || (one > 0 && two == 0 && three == 0 && four == 0);
        boolean isUtf16 = (one == 0xFF && two == 0xFE) || (one == 0xFE && two == 0xFF) || one == 0 || two == 0;
        return isUtf32 ? Optional.of("UTF-32") : isUtf16 ? Optional.of("UTF-16") : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
