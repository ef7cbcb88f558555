package dev.casesaudit.journey.wire;

import static dev.casesaudit.journey.OperationRequests.EMPTY;
import static dev.casesaudit.journey.OperationRequests.path;
import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.journey.ErrorResponses;
import dev.casesaudit.journey.RawConnection;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseHeadersIT {

    @ParameterizedTest
    @CsvSource({"case-empty, 200", "case-long, 200", "case-every-shape, 200", "case-denied, 403", "case-unknown, 404"})
    void announcesJsonOfAKnownLengthInOnePiece(String caseId, int status) throws IOException {
        RawConnection.Response answer = RawConnection.exchange(RawConnection.post(path(caseId), "{}"));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("content-type")).containsExactly("application/json");
        assertThat(answer.header("content-length")).containsExactly(String.valueOf(answer.length()));
        assertThat(answer.header("transfer-encoding")).isEmpty();
        assertThat(answer.header("content-encoding")).isEmpty();
        assertThat(answer.text()).startsWith("{").endsWith("}");
    }

    @Test
    void hasNoErrorTypeInASuccess() throws IOException {
        assertThat(RawConnection.exchange(RawConnection.post(EMPTY, "{}")).header(ErrorResponses.TYPE))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"case-empty", "case-throttled", "case-unknown", "%FF", "%zz", "x/y"})
    void givesEachAnswerAnIdOfItsOwn(String label) throws IOException {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 5; i++) {
            assertThat(RawConnection.exchange(RawConnection.post(path(label), "{}"))
                            .header(ErrorResponses.REQUEST_ID))
                    .singleElement()
                    .satisfies(ids::add)
                    .asString()
                    .matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        }
        assertThat(ids).hasSize(5);
    }

    @Test
    void doesNotCompressWhereTheClientWouldReadIt() throws IOException {
        RawConnection.Response answer =
                RawConnection.exchange(RawConnection.head("POST", EMPTY, "Accept-Encoding: gzip, br"));

        assertThat(answer.text()).isEqualTo("{\"auditEvents\":[]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260102/us-east-1/cases/aws4_request, "
                        + "SignedHeaders=host;x-amz-date, Signature=0000",
                "Authorization: nonsense",
                "Authorization: ",
                "Authorization: Basic dTpw",
                "X-Amz-Date: 20260102T030405Z",
                "X-Amz-Security-Token: a-session-token",
                "X-Amz-Content-Sha256: UNSIGNED-PAYLOAD",
                "amz-sdk-invocation-id: 7b0f6a52-3c1d-4a6b-9d55-0e6a3f2c9b11",
                "amz-sdk-request: attempt=1; max=3",
                "X-Amz-User-Agent: aws-sdk-js/3.0.0",
                "Origin: https://elsewhere.example",
            })
    void acceptsTheHeadersThatSdksSend(String header) throws IOException {
        RawConnection.Response answer = RawConnection.exchange(
                RawConnection.head("POST", EMPTY, header, "Content-Type: application/json", "Content-Length: 2")
                        + "{}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{\"auditEvents\":[]}");
    }
}
