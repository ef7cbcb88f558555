package dev.casesaudit.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.http.Content;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.Header;
import dev.casesaudit.conformance.http.Reply;
import dev.casesaudit.conformance.http.Request;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {

    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

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
    void masksSensitiveValuesOnly(String body, String masked) {
        assertThat(answered(body)).isEqualTo(masked);
    }

    @Test
    void masksABodyThatHidesTheMemberInAnotherEncoding() {
        Content body = Content.of("{\"customEntity\":\"a\"}".getBytes(StandardCharsets.UTF_16LE));
        assertThat(text(masked(List.of(), body))).isEqualTo("***");
    }

    @ParameterizedTest
    @ValueSource(strings = {"authorization", "X-AMZ-Security-Token", "cookie", "SET-COOKIE", "Proxy-Authorization"})
    void masksHeadersInAnyLetterCase(String name) {
        Exchange masked = masked(List.of(new Header(name, "a-secret-value")), Content.NONE);
        assertThat(masked.request().headers()).containsExactly(new Header(name, "***"));
        assertThat(masked.response().headers()).containsExactly(new Header(name, "***"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    AWS4-HMAC-SHA256 Credential=AK/20260302/r/cases/aws4_request, SignedHeaders=host, Signature=ab | AWS4-HMAC-SHA256 Credential=***/20260302/r/cases/aws4_request, SignedHeaders=host, Signature=***
                    AWS4-HMAC-SHA256 Credential=AK | AWS4-HMAC-SHA256 ***
                    Bearer abc                     | Bearer ***
                    AK                             | ***
                    """)
    void keepsThePartsOfASignatureThatAreNotSecret(String value, String shown) {
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
    void masksSentencesOfTheKit(String sentence, String shown) {
        assertThat(MASK.sentence(sentence)).isEqualTo(shown);
    }

    @Test
    void masksASecretOfOneExchangeInAllOthers() {
        Exchange exchange = exchange(
                List.of(new Header("x-amz-security-token", "the/token")),
                Content.of("{\"customEntity\":\"crm:agent-1\"}"));
        ExchangeMask mask = new ExchangeMask(List.of("customEntity"), List.of("long-enough-secret"), List.of(exchange));
        assertThat(mask.sentence("the/token the%2Ftoken the\\/token crm:agent-1 long-enough-secret"))
                .isEqualTo("*** *** *** *** ***");
    }

    private static final String TOKEN = "FwoGZXIvYXdzEJr//////////wEaDKx+k2/Q8z=r1Sx0T&b9";

    static Stream<String> spellings() {
        byte[] token = TOKEN.getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                TOKEN,
                TOKEN.toLowerCase(Locale.ROOT),
                URLEncoder.encode(TOKEN, StandardCharsets.UTF_8),
                URLEncoder.encode(TOKEN, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT),
                URLEncoder.encode(URLEncoder.encode(TOKEN, StandardCharsets.UTF_8), StandardCharsets.UTF_8),
                Base64.getEncoder().encodeToString(token),
                Base64.getEncoder().encodeToString((" " + TOKEN + "?~").getBytes(StandardCharsets.UTF_8)),
                Base64.getUrlEncoder().encodeToString(("??" + TOKEN + "~").getBytes(StandardCharsets.UTF_8)),
                Base64.getMimeEncoder(20, new byte[] {'\r', '\n'}).encodeToString(token),
                URLEncoder.encode(Base64.getEncoder().encodeToString(token), StandardCharsets.UTF_8),
                HexFormat.of().formatHex(token),
                escaped("\\u%04x"),
                escaped("\\u%04X"),
                escaped("\\\\u%04x"),
                escaped("\\x%02X"),
                escaped("&#%d;"),
                escaped("&#x%x;"),
                escaped("%%%02x"),
                escaped("%%25%02x"),
                escaped("%%u%04x"),
                escaped("\\U%08x"),
                escaped("%c\0"),
                TOKEN.replace("/", "\\/"),
                TOKEN.replace("/", "~1"),
                TOKEN.replace("/", "\\\\/"),
                TOKEN.replace("&", "&amp;").replace("=", "&equals;"),
                TOKEN.substring(0, 25) + "\n  " + TOKEN.substring(25),
                TOKEN.substring(0, 20),
                TOKEN.substring(20));
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void masksACredentialHoweverItIsEncoded(String spelling) {
        SecretMask secrets = new SecretMask(List.of(TOKEN), List.of());
        String masked = secrets.masked("before <" + spelling + "> behind");
        assertThat(masked.replaceAll("[^<]*<|>.*", "").replace("***", "")).hasSizeLessThan(8);
        assertThat(masked).startsWith("before <").endsWith("> behind").contains("***");
    }

    @Test
    void masksTheWordsOfACredentialWhereAQueryHasPlusSignsBetweenThem() {
        SecretMask secrets = new SecretMask(List.of("correct horse battery staple"), List.of());
        assertThat(secrets.masked("a correct+horse+battery+staple, correct%20horse%20battery"))
                .isEqualTo("a ***, ***");
    }

    @Test
    void masksACredentialThatIsSpreadOverHeaders() {
        ExchangeMask mask = new ExchangeMask(List.of(), List.of(TOKEN), List.of());
        List<Header> headers = List.of(
                new Header("x-a", "one " + TOKEN.substring(0, 8)),
                new Header("x-b", TOKEN.substring(8, 15)),
                new Header("x-c", TOKEN.substring(15) + " two"));
        assertThat(mask.masked(exchange(headers, Content.NONE)).response().headers())
                .containsExactly(new Header("x-a", "one ***"), new Header("x-b", "***"), new Header("x-c", "*** two"));
    }

    private static final int SMALL = 10_000;

    static Stream<String> hostileTexts() {
        return Stream.of(
                "a.",
                "a:/",
                "://",
                "customEntity",
                "customEntity:{",
                "\\",
                "\\u0063",
                "%63",
                "&",
                "&#99;",
                "x-amz-signature=",
                "authorization: Basic ",
                "cookie:",
                " ",
                "<customEntity>",
                "{\"customEntity\":\"abcdefgh",
                "'",
                "AKIA",
                "\u0301");
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void takesTimeInProportionToTheText(String repeated) {
        requireInProportion(length -> repeated.repeat(length / repeated.length()));
    }

    @Test
    void takesTimeInProportionToTheNumberOfSensitiveValues() {
        requireInProportion(length -> IntStream.range(0, length / 40)
                .mapToObj(i -> "{\"customEntity\":\"agent-number-" + i * 7_919L + "\"}")
                .collect(Collectors.joining(",")));
    }

    @Test
    void takesTimeInProportionToTheLengthOfSensitiveValues() {
        requireInProportion(length ->
                "{\"customEntity\":\"" + "a".repeat(length / 2) + "b\",\"x\":\"" + "a".repeat(length / 2) + "\"}");
    }

    // The square of the length would be 16 times as much. CPU time, and of several attempts one: the machine may be
    // busy,
    // and a garbage collection may count.
    private static void requireInProportion(IntFunction<String> body) {
        mask(body.apply(SMALL));
        assertThat(IntStream.range(0, 5).anyMatch(attempt -> mask(body.apply(4 * SMALL)) < 9 * mask(body.apply(SMALL))))
                .isTrue();
    }

    private static long mask(String body) {
        Exchange exchange = exchange(List.of(), Content.of(body));
        long start = CPU.getCurrentThreadCpuTime();
        new ExchangeMask(List.of("customEntity"), List.of(TOKEN), List.of(exchange)).masked(exchange);
        return CPU.getCurrentThreadCpuTime() - start;
    }

    @Test
    void masksLongSensitiveValuesAndManyOfThem() {
        String value = "a".repeat(200_000);
        String many = IntStream.range(0, 2_000)
                .mapToObj(i -> ",{\"customEntity\":\"agent-number-" + i * 7_919L + "\"}")
                .collect(Collectors.joining());
        Exchange exchange =
                exchange(List.of(), Content.of("{\"customEntity\":\"" + value + "b\",\"x\":\"" + value + "\"}" + many));
        ExchangeMask mask = new ExchangeMask(List.of("customEntity"), List.of(), List.of(exchange));
        assertThat(mask.masked(exchange).response().body().text())
                .startsWith("{\"customEntity\":\"***\",\"x\":\"***\"},{\"customEntity\":\"***\"}");
        assertThat(mask.sentence("agent-number-7919 and agent-number-" + 1_999L * 7_919))
                .isEqualTo("*** and ***");
    }

    private static String escaped(String form) {
        return TOKEN.chars()
                .mapToObj(one -> String.format(Locale.ROOT, form, one))
                .collect(Collectors.joining());
    }

    @Test
    void leavesBytesAloneThatHoldNoSecret() {
        Content body = Content.of(new byte[] {(byte) 0xff, 0, 1});
        assertThat(masked(List.of(), body).response().body()).isEqualTo(body);
    }

    private static String answered(String body) {
        return text(masked(List.of(), Content.of(body)));
    }

    private static String text(Exchange masked) {
        assertThat(masked.request().body()).isEqualTo(masked.response().body());
        return masked.response().body().text();
    }

    private static Exchange masked(List<Header> headers, Content body) {
        return MASK.masked(exchange(headers, body));
    }

    private static Exchange exchange(List<Header> headers, Content body) {
        Request request = Request.to("POST", "/").body(body);
        for (Header header : headers) {
            request = request.header(header.name(), header.value());
        }
        return new Exchange(1, request, new Reply.Response(200, headers, body, Duration.ZERO));
    }
}
