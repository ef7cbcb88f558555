package dev.casesaudit.journey.wire;

import static dev.casesaudit.journey.ErrorResponses.assertError;
import static dev.casesaudit.journey.OperationRequests.EMPTY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.journey.RawConnection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over a socket: a client may encode a body by the header that a test gives it. */
class ContentEncodingIT {

    private static final String CONTROL = "/_mock/domains/d/cases/c/copies";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gzip",
                "GZIP",
                "x-gzip",
                "deflate",
                "br",
                "zstd",
                "compress",
                "aws-chunked",
                "aws-chunked, gzip",
                "identity, gzip",
                "unheard-of",
            })
    void refusesAContentCodingAndNamesIt(String codings) throws IOException {
        for (String path : new String[] {EMPTY, CONTROL}) {
            RawConnection.Response answer = post(path, "{}", "Content-Encoding: " + codings);

            assertRefused(answer, codings);
            assertThat(answer.header("accept-encoding")).containsExactly("identity");
        }
    }

    @Test
    void namesTheCodingsOfSeveralHeaders() throws IOException {
        assertRefused(post(EMPTY, "{}", "Content-Encoding: gzip\r\nContent-Encoding: br"), "gzip, br");
    }

    @Test
    void doesNotReadABodyThatReallyIsEncoded() throws IOException {
        assertRefused(post(EMPTY, gzipped("{\"maxResults\":1}"), "Content-Encoding: gzip"), "gzip");
    }

    @Test
    void refusesAnEncodedBodyInChunks() throws IOException {
        assertRefused(
                RawConnection.exchange(RawConnection.head(
                                "POST",
                                EMPTY,
                                "Content-Type: application/json",
                                "Content-Encoding: gzip",
                                "Transfer-Encoding: chunked")
                        + "2\r\n{}\r\n0\r\n\r\n"),
                "gzip");
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "Identity", "IDENTITY", "identity, identity", ""})
    void readsABodyWithIdentityCoding(String codings) throws IOException {
        assertThat(post(EMPTY, "{}", "Content-Encoding: " + codings).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "aws-chunked"})
    void ignoresACodingWithoutABody(String codings) throws IOException {
        assertThat(post(EMPTY, "", "Content-Encoding: " + codings).status()).isEqualTo(200);
        assertThat(RawConnection.exchange(RawConnection.head("GET", "/_mock/state", "Content-Encoding: " + codings))
                        .status())
                .isEqualTo(200);
    }

    private static void assertRefused(RawConnection.Response answer, String codings) {
        assertError(
                answer,
                415,
                "UnsupportedMediaTypeException",
                "The body must be JSON without a content-encoding, got \"%s\"".formatted(codings));
    }

    private static RawConnection.Response post(String path, String body, String header) throws IOException {
        return RawConnection.exchange(RawConnection.head(
                        "POST", path, "Content-Type: application/json", header, "Content-Length: " + body.length())
                + body);
    }

    private static String gzipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }
}
