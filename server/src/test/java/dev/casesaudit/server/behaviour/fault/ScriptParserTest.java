package dev.casesaudit.server.behaviour.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptParserTest {

    private static final String NAMES = "a name of a step, one of latency, ok, Throttling, InternalServer, Validation,"
            + " AccessDenied, ResourceNotFound, Conflict, ServiceQuotaExceeded, BadRequest, ServiceUnavailable, error,"
            + " gateway, reset, close, lost, hang, slow, malformed, html, wrong-content-type";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ok, Throtling | 5 | 'Throtling'
                    `` | 1 | the end
                    ok, | 4 | the end
                    ok,,ok | 4 | ','
                    ok + | 5 | the end
                    okException | 1 | 'okException'
                    lımıt | 1 | 'l'
                    25% | 4 | the end
                    forever | 1 | 'forever'
                    -5% reset | 1 | '-5'
                    """)
    void requiresTheNameOfAStep(String text, int position, String got) {
        assertThat(refused(text)).hasMessage("at character %s: expected %s, got %s".formatted(position, NAMES, got));
    }

    @Test
    void acceptsTheGreatestNumberOfStepsAndNoMore() {
        assertThat(Scripts.parse("ok,".repeat(999) + "ok").length()).isEqualTo(1_000);
        assertThat(refused("ok,".repeat(1_000) + "ok"))
                .hasMessage("at character 3001: expected at most 1000 steps, got 'o'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    Throttling 2 | 12 | a comma and the next step, or the end | '2'
                    ok*2*3 | 5 | a comma and the next step, or the end | '*'
                    ok*2.5 | 5 | a comma and the next step, or the end | '.'
                    ok*0 | 4 | forever or a count from 1 to 1000000 | '0'
                    ok*1000001 | 4 | forever or a count from 1 to 1000000 | '1000001'
                    ok*99999999999999999999 | 4 | forever or a count from 1 to 1000000 | '99999999999999999999'
                    ok*often | 4 | forever or a count from 1 to 1000000 | 'often'
                    ok*, reset | 4 | forever or a count | ','
                    reset*forever, ok | 14 | ; or the end after forever | ','
                    reset + Throttling | 9 | at most one latency and one outcome in a step | 'Throttling'
                    ok + ok | 6 | at most one latency and one outcome in a step | 'ok'
                    latency(1s) + latency(2s) | 15 | at most one latency and one outcome in a step | 'latency'
                    0% reset | 1 | a probability above 0% and at most 100% | '0'
                    100.5% reset | 1 | a probability above 0% and at most 100% | '100.5'
                    2.5.1% reset | 1 | a probability above 0% and at most 100% | '2.5.1'
                    25 reset | 4 | % after a probability | 'r'
                    ok; | 4 | seed=… | the end
                    ok; sead=1 | 5 | seed=… | 'sead'
                    ok; seed | 9 | = after seed | the end
                    ok; seed=x1 | 10 | a whole number of 64 bits | 'x1'
                    ok; seed=9223372036854775808 | 10 | a whole number of 64 bits | '9223372036854775808'
                    ok; seed=1, ok | 11 | the end | ','
                    """)
    void requiresStepsInOrder(String text, int position, String expected, String got) {
        assertThat(refused(text)).hasMessage("at character %s: expected %s, got %s".formatted(position, expected, got));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    latency | 1 | a duration in brackets after latency | none
                    latency() | 1 | a duration in brackets after latency | none
                    latency(90s) | 9 | at most 60s | 90s
                    latency(1s..60.001s) | 9 | at most 60s | 60.001s
                    latency(250) | 9 | a duration such as 250ms or 1.5s | '250'
                    latency(1m) | 9 | a duration such as 250ms or 1.5s | '1m'
                    latency(-1s) | 9 | a duration such as 250ms or 1.5s | '-1s'
                    latency(250..900ms) | 9 | a duration such as 250ms or 1.5s | '250'
                    latency(1s..) | 9 | a duration such as 250ms or 1.5s | ``
                    latency(1s..2s..3s) | 9 | one duration, or two with .. between them | '1s..2s..3s'
                    latency(2s..1s) | 9 | the shorter duration first | '2s..1s'
                    latency(0.5ms) | 9 | whole milliseconds | '0.5ms'
                    latency(1s, 2s) | 13 | no argument of latency but a duration, once | '2s'
                    Validation(retryAfter=1) | 12 | no argument of Validation but message, once | 'retryAfter'
                    Throttling(often) | 12 | no argument of Throttling but message, retryAfter, retryAfterDate, \
                    retryAfterMillis, once | 'often'
                    InternalServer(resourceId=1) | 16 | no argument of InternalServer but message, retryAfter, \
                    retryAfterDate, retryAfterMillis, once | 'resourceId'
                    BadRequest(retryAfter=1) | 12 | no argument of BadRequest but message, once | 'retryAfter'
                    Throttling(retryAfterDate=86401) | 27 | whole seconds from 0 to 86400 | '86401'
                    Throttling(retryAfterDate=tomorrow) | 27 | whole seconds from 0 to 86400 | 'tomorrow'
                    Throttling(retryAfterMillis=86400001) | 29 | whole milliseconds from 0 to 86400000 | '86400001'
                    Throttling(retryAfterMillis=250ms) | 29 | whole milliseconds from 0 to 86400000 | '250ms'
                    Throttling(retryAfter=1, retryAfterDate=2) | 41 | retryAfter or retryAfterDate, which are one \
                    header | '2'
                    error | 1 | a status in brackets after error | none
                    error(399) | 7 | a status from 400 to 599 | '399'
                    error(600) | 7 | a status from 400 to 599 | '600'
                    error(TooManyRequests) | 7 | a status from 400 to 599 | 'TooManyRequests'
                    error(429, name=Too Many) | 17 | a name such as TooManyRequestsException | 'Too Many'
                    error(429, name="a\\nb: c") | 17 | a name such as TooManyRequestsException | `'a\nb: c'`
                    error(429, 430) | 12 | no argument of error but a status, name, message, retryAfter, \
                    retryAfterDate, retryAfterMillis, once | '430'
                    gateway(all) | 9 | bodies, ids, or no brackets | 'all'
                    gateway(bodies, ids) | 17 | no argument of gateway but bodies or ids, once | 'ids'
                    Validation(message=a, message=b) | 23 | no argument of Validation but message, once | 'message'
                    InternalServer(retryAfter=86401) | 27 | whole seconds from 0 to 86400 | '86401'
                    InternalServer(retryAfter=1.5) | 27 | whole seconds from 0 to 86400 | '1.5'
                    InternalServer(retryAfter=-1) | 27 | whole seconds from 0 to 86400 | '-1'
                    reset(1) | 7 | no argument of reset | '1'
                    close(early) | 7 | midway, or no brackets | 'early'
                    slow | 1 | bytes a second in brackets after slow | none
                    slow(0) | 6 | bytes a second from 1 to 1000000000 | '0'
                    html(199) | 6 | a status from 200 to 599 | '199'
                    html(600) | 6 | a status from 200 to 599 | '600'
                    html(204) | 6 | a status that has a body | '204'
                    html(304) | 6 | a status that has a body | '304'
                    wrong-content-type(html) | 20 | a media type such as text/html | 'html'
                    wrong-content-type("a/b\\nc: d") | 20 | a media type such as text/html | `'a/b\nc: d'`
                    """)
    void requiresKnownArguments(String text, int position, String expected, String got) {
        String shown = got.isEmpty() ? "''" : got.replace("\\n", "\n");
        assertThat(refused(text))
                .hasMessage("at character %s: expected %s, got %s".formatted(position, expected, shown));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    Validation( | 12 | a value, in quotes where it holds any of , ( ) " | the end
                    Validation(message= | 20 | a value, in quotes where it holds any of , ( ) " | the end
                    Validation(message=a(b)) | 21 | a comma or ) after an argument | '('
                    Validation(message=a | 21 | a comma or ) after an argument | the end
                    Validation(message=😀, | 22 | a value, in quotes where it holds any of , ( ) " | the end
                    Validation(message="a | 22 | a quote at the end of the value | the end
                    Validation(message="a"b) | 23 | a comma or ) after an argument | 'b'
                    Validation(message="\\x") | 22 | one of " \\ n r t u after a backslash | 'x'
                    Validation(message="\\ | 22 | one of " \\ n r t u after a backslash | the end
                    Validation(message="\\u00g0") | 25 | four hexadecimal digits after \\u | 'g'
                    Validation(message="\\u00 | 25 | four hexadecimal digits after \\u | the end
                    Validation(message="\\ud83d") | 20 | Unicode text | half of a surrogate pair
                    """)
    void requiresCompleteValues(String text, int position, String expected, String got) {
        assertThat(refused(text)).hasMessage("at character %s: expected %s, got %s".formatted(position, expected, got));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ok",
                "reset",
                "gateway",
                "Throttling*2",
                "Throttling, ok",
                "50% Throttling",
                "latency(1s) + Throttling"
            })
    void requiresOneErrorWhereOneIsExpected(String text) {
        assertThatExceptionOfType(FaultScriptException.class)
                .isThrownBy(() -> FaultScript.parseError(text))
                .withMessage("at character 1: expected one error, such as Throttling(retryAfter=1), got '%s'"
                        .formatted(text));
    }

    @Test
    void showsControlCharactersAndHalfCharactersByNumber() {
        assertThat(refused("ok\u0007"))
                .hasMessage("at character 3: expected a comma and the next step, or the end, got U+0007");
        assertThat(refused("ok\ud83d"))
                .hasMessage("at character 3: expected a comma and the next step, or the end, got U+D83D");
        assertThat(refused("Validation(message=\"a\nb\")"))
                .hasMessage("at character 22: expected a control character written as \\n, \\r, \\t or \\u and four"
                        + " hexadecimal digits, got U+000A");
    }

    @Test
    void showsOnlyTheBeginningOfALongWord() {
        assertThat(refused("reset(" + "😀".repeat(61) + ")"))
                .hasMessage("at character 7: expected no argument of reset, got '%s…' of 61 characters"
                        .formatted("😀".repeat(60)));
    }

    @Test
    void mayNotBeLongerThanFourThousandCharacters() {
        assertThat(refused(" ".repeat(FaultScript.MAX_LENGTH) + "ok"))
                .hasMessage("at character 4001: expected at most 4000 characters, got 4002");
    }

    @Test
    void reportsPositionAndProblemSeparately() {
        assertThatExceptionOfType(FaultScriptException.class)
                .isThrownBy(() -> Scripts.parse("ok, latency(90s)"))
                .satisfies(refused -> {
                    assertThat(refused.position()).isEqualTo(13);
                    assertThat(refused.expected()).isEqualTo("at most 60s");
                    assertThat(refused.got()).isEqualTo("90s");
                });
    }

    private static FaultScriptException refused(String text) {
        return catchThrowableOfType(FaultScriptException.class, () -> Scripts.parse(text));
    }
}
