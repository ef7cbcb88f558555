package dev.casesaudit.conformance.report;

import dev.casesaudit.conformance.http.Content;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.Header;
import dev.casesaudit.conformance.http.Reply;
import dev.casesaudit.conformance.http.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Exchanges of the sample run, with all kinds of secrets and of text that is hard to show. */
final class SampleExchanges {

    static final String KEY = "ASIASAMPLEKEY1234567";
    static final String TOKEN = "FQoGZXIvYXdzEXAMPLE/session+token==";
    static final String SIGNATURE = "5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7";
    static final String PASSWORD = "hunter2-hunter2";
    static final String COOKIE = "sid=very-secret-cookie";

    /** Values of the sensitive member in several forms. */
    static final List<String> SENSITIVE = List.of(
            "crm:agent-4711",
            "nested-agent-4712",
            "listed-agent-4713",
            "47140471",
            "broken-agent-4715",
            "quoted-agent-4716",
            "escaped-agent-4717",
            "misspelt-agent-4718",
            "xml-agent-4719",
            "sent-agent-4720");

    private SampleExchanges() {}

    /** All secrets of the sample in all their forms. */
    static List<String> secrets() {
        List<String> all = new ArrayList<>(SENSITIVE);
        all.addAll(List.of(KEY, TOKEN, SIGNATURE, PASSWORD, COOKIE, "very-secret-cookie", "FQoGZXIvYXdzEXAMPLE"));
        return all;
    }

    /** A response that attacks terminals, XML and HTML, and repeats its request. */
    static Exchange nasty() {
        Request request = Request.auditHistory("contact-center", "it's-a-case")
                .json("{\"maxResults\": 26, \"customEntity\": \"sent-agent-4720\", \"note\": \"it's \uD83D\uDE00\"}");
        String body = """
                <script>alert(1)</script> ]]> & "quotes" 'single' {{slot}} $1 \\1 `tick` | pipe
                \u001b[31mred\u001b[0m \u0000\u0007\u202Ereversed four bytes: \uD83D\uDE00
                x-amz-security-token:%s Credential=%s/20260302/us-east-1/cases/aws4_request
                {"customEntity": "crm:agent-4711", "userArn": "crm:agent-4711", "doubleValue": null}
                {"customEntity": {"a": ["nested-agent-4712", "}"]}} {"customEntity" : ["listed-agent-4713"]}
                {"customEntity":47140471,"customEntity":null,"customEntity":""}
                "{\\"customEntity\\": \\"quoted-agent-4716 \\\\\\" still\\"}" {"custom\\u0045ntity":"escaped-agent-4717"}
                {"custom_entity": "misspelt-agent-4718"} <customEntity>xml-agent-4719</customEntity>
                {"customEntity": "broken-agent-4715 has no end
                """.formatted(TOKEN, KEY);
        List<Header> headers = List.of(
                new Header("Content-Type", "text/html"),
                new Header("Set-Cookie", COOKIE),
                new Header("X-Echo", "AWS_SESSION_TOKEN=" + TOKEN));
        return new Exchange(
                7, signed(request), new Reply.Response(200, headers, Content.of(body), Duration.ofMillis(4)));
    }

    /** A page that is too long to be shown in full. */
    static Exchange longPage() {
        StringBuilder events = new StringBuilder();
        for (int event = 0; event < 26; event++) {
            events.append(event == 0 ? "" : ", ").append(String.format(Locale.ROOT, """
                    {"eventId": "event-%02d", "type": "Case.Updated", "performedTime": "2026-03-02T11:02:00Z", \
                    "fields": [], "performedBy": {"user": {"customEntity": "crm:agent-4711"}, "iamPrincipalArn": "a"}}""", event));
        }
        Content body = Content.of("{\"auditEvents\": [%s], \"nextToken\": null}".formatted(events));
        List<Header> headers = List.of(new Header("content-type", "application/json"));
        Request request = Request.auditHistory("contact-center", "case-two-pages");
        return new Exchange(9, signed(request), new Reply.Response(200, headers, body, Duration.ofMillis(6)));
    }

    /** A request of raw bytes that need escapes in a shell, without a response. */
    static Exchange silent() {
        Request request = Request.auditHistory("contact-center", "case-one-event")
                .header("content-length", "nine")
                .body(Content.of(new byte[] {0, (byte) 0xff, '%', '\'', '\\', '{'}))
                .as(Request.Identity.NOBODY)
                .throughSocket();
        return new Exchange(11, request, new Reply.Silence("the connection was closed; token " + TOKEN));
    }

    /** A request with a secret in its query. */
    static Exchange presigned() {
        String query = "?X-Amz-Credential=%s%%2F20260302&X-Amz-Security-Token=%s&X-Amz-Signature=%s&page=1"
                .formatted(KEY, "FQoGZXIvYXdzEXAMPLE%2Fsession%2Btoken%3D%3D", SIGNATURE);
        Request request =
                Request.to("POST", "/domains/a/cases/b/audit-history" + query).as(Request.Identity.NOBODY);
        Content body = Content.of("{\"message\": \"no\"}");
        return new Exchange(12, request, new Reply.Response(500, List.of(), body, Duration.ofMillis(2)));
    }

    private static Request signed(Request request) {
        return request.header("X-Amz-Date", "20260302T110200Z")
                .header("x-amz-SECURITY-token", TOKEN)
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=%s/20260302/us-east-1/cases/aws4_request, SignedHeaders=host;x-amz-date, Signature=%s"
                                .formatted(KEY, SIGNATURE));
    }
}
