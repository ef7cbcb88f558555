package dev.casesaudit.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.http.Content;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.Header;
import dev.casesaudit.conformance.http.Reply;
import dev.casesaudit.conformance.http.Request;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {

    private static final ExchangeMask MASK = new ExchangeMask(List.of("customEntity"), List.of(), List.of());

    @Test
    void takesTheSensitiveMembersFromTheContract() {
        assertThat(Contract.read().sensitiveMembers()).containsExactly("customEntity");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '`', textBlock = """
                    {"customEntity":"a b","x":1}                !  {"customEntity":"***","x":1}
                    {"customEntity" : "a\\" b" , "x":1}         !  {"customEntity" : "***" , "x":1}
                    {"customEntity":"a\\\\","x":1}              !  {"customEntity":"***","x":1}
                    {"customEntity":["a","]"],"x":1}            !  {"customEntity":"***","x":1}
                    {"customEntity":{"a":{"}":"b"}},"x":1}      !  {"customEntity":"***","x":1}
                    {"customEntity":12.5,"x":1}                 !  {"customEntity":"***","x":1}
                    {"customEntity":true}                       !  {"customEntity":"***"}
                    {"customEntity":null}                       !  {"customEntity":null}
                    {"customEntity":""}                         !  {"customEntity":""}
                    {"CustomEntity":"a"}                        !  {"CustomEntity":"***"}
                    {'customEntity':'a'}                        !  {'customEntity':'***'}
                    {"custom\\u0045ntity":"a"}                  !  {"custom\\u0045ntity":"***"}
                    "{\\"customEntity\\":\\"a \\\\\\" b\\"}"    !  "{\\"customEntity\\":\\"***\\"}"
                    {"customEntity":"a                          !  {"customEntity":"***"
                    {"customEntity":["a                         !  {"customEntity":"***"
                    {"customEntity":                            !  {"customEntity":
                    {"customEntity"                             !  {"customEntity"
                    UserUnion(customEntity=a b, userArn=c)      !  UserUnion(customEntity=***, userArn=c)
                    <customEntity>a</customEntity>              !  <customEntity>***</customEntity>
                    {"userArn":"customEntity"}                  !  {"userArn":"customEntity"}
                    {"auditEvents":[]}                          !  {"auditEvents":[]}
                    """)
    void masksWhatIsSensitiveAndNothingElse(String body, String masked) {
        assertThat(answered(body)).isEqualTo(masked);
    }

    @Test
    void masksABodyThatHidesTheMemberInAnotherEncoding() {
        Content body = Content.of("{\"customEntity\":\"a\"}".getBytes(StandardCharsets.UTF_16LE));
        assertThat(text(masked(List.of(), body))).isEqualTo("***");
    }

    @ParameterizedTest
    @ValueSource(strings = {"authorization", "X-AMZ-Security-Token", "cookie", "SET-COOKIE", "Proxy-Authorization"})
    void masksHeadersInWhateverLetterCase(String name) {
        Exchange masked = masked(List.of(new Header(name, "a-secret-value")), Content.NONE);
        assertThat(masked.request().headers()).containsExactly(new Header(name, "***"));
        assertThat(masked.answer().headers()).containsExactly(new Header(name, "***"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    AWS4-HMAC-SHA256 Credential=AK/20260302/r/cases/aws4_request, SignedHeaders=host, Signature=ab | AWS4-HMAC-SHA256 Credential=***/20260302/r/cases/aws4_request, SignedHeaders=host, Signature=***
                    AWS4-HMAC-SHA256 Credential=AK | AWS4-HMAC-SHA256 ***
                    Bearer abc                     | Bearer ***
                    AK                             | ***
                    """)
    void keepsOfASignatureWhatTellsHowItWasMade(String value, String shown) {
        Exchange masked = masked(List.of(new Header("Authorization", value)), Content.NONE);
        assertThat(masked.request().headers().get(0).value()).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    no listener at https://me:word@host/path       | no listener at https://***@host/path
                    the key AKIAIOSFODNN7EXAMPLE is unknown        | the key *** is unknown
                    x-amz-security-token:FQoG/abc+d== is expired   | x-amz-security-token:*** is expired
                    a?X-Amz-Credential=a%2Fb&X-Amz-Signature=c&d=e | a?X-Amz-Credential=***&X-Amz-Signature=***&d=e
                    Credential=x/20260302/us-east-1                | Credential=***/20260302/us-east-1
                    secretAccessKey: "abc/def"                     | secretAccessKey: "***"
                    authorization: Basic bWU6d29yZA==              | authorization: ***
                    authorization: the target refused              | authorization: the target refused
                    at /user/customEntity: expected 1, got 501     | at /user/customEntity: expected 1, got 501
                    the string "customEntity":"a"                  | the string "customEntity":"***"
                    """)
    void masksWhatTheKitSays(String sentence, String shown) {
        assertThat(MASK.sentence(sentence)).isEqualTo(shown);
    }

    @Test
    void masksWhereverItStandsWhatWasASecretElsewhere() {
        Exchange exchange = exchange(
                List.of(new Header("x-amz-security-token", "the/token")),
                Content.of("{\"customEntity\":\"crm:agent-1\"}"));
        ExchangeMask mask = new ExchangeMask(List.of("customEntity"), List.of("long-enough-secret"), List.of(exchange));
        assertThat(mask.sentence("the/token the%2Ftoken the\\/token crm:agent-1 long-enough-secret"))
                .isEqualTo("*** *** *** *** ***");
    }

    @Test
    void leavesBytesAloneThatHoldNoSecret() {
        Content body = Content.of(new byte[] {(byte) 0xff, 0, 1});
        assertThat(masked(List.of(), body).answer().body()).isEqualTo(body);
    }

    private static String answered(String body) {
        return text(masked(List.of(), Content.of(body)));
    }

    private static String text(Exchange masked) {
        assertThat(masked.request().body()).isEqualTo(masked.answer().body());
        return masked.answer().body().text();
    }

    private static Exchange masked(List<Header> headers, Content body) {
        return MASK.masked(exchange(headers, body));
    }

    private static Exchange exchange(List<Header> headers, Content body) {
        Request request = Request.to("POST", "/").body(body);
        for (Header header : headers) {
            request = request.header(header.name(), header.value());
        }
        return new Exchange(1, request, new Reply.Answer(200, headers, body, Duration.ZERO));
    }
}
