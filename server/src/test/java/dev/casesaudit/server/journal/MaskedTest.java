package dev.casesaudit.server.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskedTest {

    private static final String TOKEN = "AbC_-9".repeat(10);

    @ParameterizedTest
    @CsvSource({
        "AUTHORIZATION,          Bearer s3cret,                   Bearer ***",
        "authorization,          'AWS4-HMAC-SHA256 A=1, B=s3cret', AWS4-HMAC-SHA256 ***",
        "Authorization,          s3cret,                          ***",
        "X-Amz-Security-Token,   s3cret,                          ***",
        "COOKIE,                 id=s3cret,                       ***",
        "Proxy-Authorization,    Basic s3cret,                    ***",
        "X-API-KEY,              s3cret,                          ***",
        "User-Agent,             aws-sdk,                         aws-sdk"
    })
    void hidesTheSecretsOfHeaders(String name, String value, String shown) {
        assertThat(Masked.headers(Attempts.of(null, Map.of(name, value))).values())
                .containsExactly(List.of(shown));
        assertThat(Masked.headers(Attempts.of(null, Map.of(name, value)))).doesNotContainKey("COOKIE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"nextToken\": \"%s\"}",
                "{\"maxResults\": 1, \"nextToken\": \"%s\"",
                "[{\"nextToken\": \"%s\"}]",
                "nextToken=%s&maxResults=1",
                "%s"
            })
    void showsTheSameFingerprintOfATokenEverywhere(String body) {
        assertThat(Masked.body(Attempts.sent(body.formatted(TOKEN))))
                .contains(Masked.fingerprint(TOKEN))
                .doesNotContain(TOKEN.substring(0, 40));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"NextToken\": \"%s\"}", "{\"nextToken\": [\"%s\"]}", "{\"a\": {\"nextToken\": \"%s\"}}"})
    void knowsTheTokensOfThisMockWhereverAClientPutThem(String body) {
        String own = "AAEA" + "b".repeat(52);

        assertThat(Masked.body(Attempts.sent(body.formatted(own))))
                .contains(Masked.fingerprint(own))
                .doesNotContain(own);
        assertThat(Masked.text("/domains/d/cases/%s/audit-history".formatted(own)))
                .isEqualTo("/domains/d/cases/%s/audit-history".formatted(Masked.fingerprint(own)));
        assertThat(Masked.headers(Attempts.of(null, Map.of("Referer", "http://x/?nextToken=" + own)))
                        .values())
                .containsExactly(List.of("http://x/?nextToken=" + Masked.fingerprint(own)));
    }

    @Test
    void showsAShortTokenOfAWholeBodyByItsFingerprintToo() {
        assertThat(Masked.body(Attempts.sent("{\"nextToken\": \"short\"}")))
                .isEqualTo("{\"nextToken\":\"%s\"}".formatted(Masked.fingerprint("short")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"nextToken\":7}", "{\"nextToken\":\"\"}", "{\"nextToken\":null}", "{}", "", "no JSON"})
    void leavesOtherTextsAlone(String body) {
        assertThat(Masked.body(Attempts.sent(body))).isEqualTo(body);
    }

    @Test
    void distinguishesTokens() {
        assertThat(Masked.fingerprint(TOKEN))
                .matches("token:[0-9a-f]{12}")
                .isEqualTo(Masked.fingerprint(TOKEN))
                .isNotEqualTo(Masked.fingerprint(TOKEN + "A"));
    }

    @Test
    void followsAVeryLongTokenByItsFingerprint() {
        String token = "x".repeat(201);

        assertThat(Attempts.page(null, token, token))
                .returns(
                        Masked.fingerprint(token),
                        attempt -> attempt.requestToken().orElseThrow())
                .returns(
                        Masked.fingerprint(token),
                        attempt -> attempt.nextToken().orElseThrow());
    }

    @Test
    void showsTheFirstOfMoreHeadersThanAreKept() {
        Map<String, String> many = new TreeMap<>();
        IntStream.range(0, 5_000).forEach(i -> many.put(String.format(Locale.ROOT, "x-%04d", i), "v"));

        Map<String, List<String>> shown = Masked.headers(Attempts.of(null, many));

        assertThat(shown).hasSize(KeptHeaders.MOST + 1).containsEntry("x-0000", List.of("v"));
        assertThat(shown).containsEntry("…", List.of("4900 more, too many or too long to be kept"));
    }

    @Test
    void omitsAHeaderThatIsTooLong() {
        Map<String, String> headers = Map.of("x-long", "v".repeat(KeptHeaders.LONGEST), "host", "h");

        assertThat(Masked.headers(Attempts.of(null, headers)))
                .containsOnlyKeys("host", "…")
                .containsEntry("…", List.of("1 more, too many or too long to be kept"));
    }
}
