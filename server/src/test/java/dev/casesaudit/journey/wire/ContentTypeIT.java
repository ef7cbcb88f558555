package dev.casesaudit.journey.wire;

import static dev.casesaudit.journey.ErrorResponses.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.journey.OperationRequests;
import dev.casesaudit.journey.RawConnection;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over a socket: a client adds a content type where a test sends none, and encodes a body by the one it is given. */
class ContentTypeIT {

    private static final String UNSUPPORTED = "UnsupportedMediaTypeException";
    private static final String MUST_BE_JSON = "The content type must be application/json, got ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "APPLICATION/JSON",
                "Application/Json; charset=utf-8",
                "application/json;charset=\"UTF-8\"",
                "application/json ; a=b ; c=\"d;e\"",
                "application/json;",
            })
    void acceptsJsonInAnyLetterCaseAndWithParameters(String contentType) throws IOException {
        RawConnection.Response answer = post("{\"maxResults\":1}", "Content-Type: " + contentType);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{\"auditEvents\":[]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-amz-json-1.1",
                "application/json-patch+json",
                "application/vnd.api+json",
                "application/*",
                "*/*",
                "json",
                "application",
                "application/jsonx",
                "application/octet-stream",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/cbor",
                "text/html; application/json",
            })
    void refusesAnyOther(String contentType) throws IOException {
        String message = MUST_BE_JSON + '"' + contentType + '"';

        assertError(post("{}", "Content-Type: " + contentType), 415, UNSUPPORTED, message);
        assertError(post("", "Content-Type: " + contentType), 415, UNSUPPORTED, message);
    }

    @Test
    void refusesABodyWithoutAContentType() throws IOException {
        assertError(post("{}"), 415, UNSUPPORTED, MUST_BE_JSON + "none");
        assertError(post(" "), 415, UNSUPPORTED, MUST_BE_JSON + "none");
    }

    @Test
    void isOptionalWithoutABody() throws IOException {
        assertThat(post("").status()).isEqualTo(200);
        assertThat(RawConnection.exchange(RawConnection.head("POST", OperationRequests.EMPTY))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void judgesTheTypeBeforeTheBody() throws IOException {
        assertThat(post("nope", "Content-Type: text/plain").status()).isEqualTo(415);
    }

    private static RawConnection.Response post(String body, String... headers) throws IOException {
        String length = "Content-Length: " + body.length();
        String[] all = headers.length == 0 ? new String[] {length} : new String[] {headers[0], length};
        return RawConnection.exchange(RawConnection.head("POST", OperationRequests.EMPTY, all) + body);
    }
}
