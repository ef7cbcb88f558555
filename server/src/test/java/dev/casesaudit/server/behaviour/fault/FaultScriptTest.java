package dev.casesaudit.server.behaviour.fault;

import static dev.casesaudit.server.behaviour.fault.Scripts.parse;
import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.server.error.ErrorType;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultScriptTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ok",
                "Throttling",
                "InternalServer",
                "InternalServer(retryAfter=0)",
                "InternalServer(message=\"so be it\", retryAfter=86400)",
                "Throttling(retryAfter=2)",
                "Throttling(retryAfterDate=2)",
                "Throttling(message=\"too fast\", retryAfterDate=86400, retryAfterMillis=86400000)",
                "InternalServer(retryAfterMillis=0)",
                "BadRequest",
                "BadRequest(message=\"Invalid request parameters\")",
                "ServiceUnavailable(retryAfter=1)",
                "error(503)",
                "error(429, name=TooManyRequestsException, message=\"Too Many Requests\", retryAfterMillis=250)",
                "gateway",
                "gateway(bodies)",
                "gateway(ids)*2",
                "Validation(message=no)",
                "AccessDenied(message=\"\")",
                "ResourceNotFound(resourceType=Template, resourceId=t-1)",
                "ResourceNotFound(message=gone, resourceType=Case, resourceId=\"a,b\")",
                "latency(1ms)",
                "latency(60s)",
                "latency(250ms..900ms)",
                "latency(200ms) + Throttling",
                "latency(1s..2s) + close(midway)*3",
                "reset",
                "close",
                "close(midway)",
                "hang",
                "slow(1)",
                "malformed",
                "html",
                "html(200)",
                "html(599)",
                "wrong-content-type",
                "wrong-content-type(text/html)",
                "wrong-content-type(\"text/html; charset=utf-8\")",
                "25% Throttling",
                "0.125% reset*1000000",
                "ok*2, hang*forever",
                "Throttling*2, InternalServer(retryAfter=1), latency(250ms..900ms), ok",
                "50% latency(1s) + reset*forever; seed=42",
                "ok; seed=-9223372036854775808",
            })
    void isWrittenAsItWasRead(String text) {
        assertThat(parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    throttlingexception | Throttling
                    internalserverexception, INTERNALSERVEREXCEPTION | InternalServer, InternalServer
                    INTERNALSERVER(RETRYAFTER=1) | InternalServer(retryAfter=1)
                    ValidationException(message=The 1st of 2) | Validation(message="The 1st of 2")
                    AccessDeniedException() | AccessDenied
                    badrequestexception, ServiceUnavailableException | BadRequest, ServiceUnavailable
                    THROTTLING(RETRYAFTERMILLIS=0250) | Throttling(retryAfterMillis=250)
                    ERROR(message=no, NAME=Forbidden, 403) | error(403, name=Forbidden, message=no)
                    Gateway(IDS) | gateway(ids)
                    resourceNotFoundException( resourceid = x ) | ResourceNotFound(resourceId=x)
                    MALFORMED, HANG, CLOSE(MIDWAY), WRONG-CONTENT-TYPE, RESET | malformed, hang, close(midway), \
                    wrong-content-type, reset
                    Latency(250MS..1.5S)*FOREVER | latency(250ms..1500ms)*forever
                    latency(1000ms) | latency(1s)
                    latency( 1 s .. 2 s ) | latency(1s..2s)
                    latency(5ms..5ms) | latency(5ms)
                    latency(0s) | ok
                    latency(200ms) + ok | latency(200ms)
                    Throttling + latency(1s) | latency(1s) + Throttling
                    ok*1 | ok
                    100% ok | ok
                    025.50 %Throttling*02 | 25.5% Throttling*2
                    html(502), wrong-content-type(text/plain) | html, wrong-content-type
                    wrong-content-type(text/html; charset=utf-8) | wrong-content-type("text/html; charset=utf-8")
                    Validation(message=a\\b) | Validation(message="a\\\\b")
                    Validation(message="\\u0041\\"\\\\\\n\\u0007") | Validation(message="A\\"\\\\\\n\\u0007")
                    Validation(message="ılık İş 😀") | Validation(message="ılık İş 😀")
                    Validation(message = a=b;c) | Validation(message="a=b;c")
                    ok ;SEED = 0 | ok
                    reset;seed=7 | reset; seed=7
                    """)
    void isWrittenInOneFormHoweverItWasSpelled(String text, String form) {
        assertThat(parse(text)).hasToString(form).isEqualTo(parse(form)).hasSameHashCodeAs(parse(form));
    }

    @Test
    void mayHaveBlanksOfAnyKindBetweenWords() {
        assertThat(parse(" \n25%\tThrottling\r\n( message = \"a  b\" ) * 2 , ok ; seed = 1 \n"))
                .hasToString("25% Throttling(message=\"a  b\")*2, ok; seed=1");
    }

    @Test
    void isAnotherOneWithAnotherSeedOrStep() {
        assertThat(parse("reset")).isNotEqualTo(parse("reset; seed=1")).isNotEqualTo(parse("reset*2"));
    }

    @Test
    void turnsIntoOutcomes() {
        assertThat(outcome("ok")).isEqualTo(new Outcome.Ok());
        assertThat(outcome("reset")).isEqualTo(new Outcome.Reset());
        assertThat(outcome("close")).isEqualTo(new Outcome.Close(false));
        assertThat(outcome("close(midway)")).isEqualTo(new Outcome.Close(true));
        assertThat(outcome("hang")).isEqualTo(new Outcome.Hang());
        assertThat(outcome("slow(1000)")).isEqualTo(new Outcome.Slow(1000));
        assertThat(outcome("malformed")).isEqualTo(new Outcome.Malformed());
        assertThat(outcome("html")).isEqualTo(new Outcome.Html(502));
        assertThat(outcome("html(503)")).isEqualTo(new Outcome.Html(503));
        assertThat(outcome("wrong-content-type")).isEqualTo(new Outcome.WrongContentType("text/plain"));
        assertThat(outcome("wrong-content-type(text/html)")).isEqualTo(new Outcome.WrongContentType("text/html"));
        assertThat(outcome("Throttling")).isEqualTo(ModelledError.of(ErrorType.THROTTLING));
    }

    @Test
    void givesALatencyBesideTheOutcome() {
        assertThat(Playback.repeated(parse("latency(1.5s) + Throttling")).next(Optional.empty()))
                .isEqualTo(new Fault(Duration.ofMillis(1500), ModelledError.of(ErrorType.THROTTLING)));
        assertThat(Playback.repeated(parse("latency(20ms)")).next(Optional.empty()))
                .isEqualTo(new Fault(Duration.ofMillis(20), new Outcome.Ok()));
        assertThat(Playback.repeated(parse("ok")).next(Optional.empty())).isEqualTo(Fault.NONE);
    }

    @Test
    void mayBeFourThousandCharactersLong() {
        String text = "Validation(message=\"%s\")".formatted("😀".repeat(FaultScript.MAX_LENGTH - 22));

        assertThat(parse(text)).hasToString(text);
    }

    private static Outcome outcome(String text) {
        return Playback.repeated(parse(text)).next(Optional.empty()).outcome();
    }
}
