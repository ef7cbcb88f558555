package dev.casesaudit.server.behaviour.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.server.audit.CaseKey;
import dev.casesaudit.server.error.ServiceError;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelledErrorTest {

    private static final CaseKey CASE = new CaseKey("contact-center", "c-1");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    Throttling | 429 | ThrottlingException | {"message":"Rate exceeded"}
                    Throttling(message="") | 429 | ThrottlingException | {"message":""}
                    AccessDenied | 403 | AccessDeniedException | \
                    {"message":"You do not have sufficient access to perform this action."}
                    Validation | 400 | ValidationException | \
                    {"message":"The request isn't valid. Check the syntax and try again."}
                    InternalServer(message=mine) | 500 | InternalServerException | {"message":"mine"}
                    ResourceNotFound | 404 | ResourceNotFoundException | \
                    {"message":"Case c-1 does not exist in domain contact-center.",\
                    "resourceId":"c-1","resourceType":"Case"}
                    ResourceNotFound(resourceId=c-2) | 404 | ResourceNotFoundException | \
                    {"message":"Case c-2 does not exist in domain contact-center.",\
                    "resourceId":"c-2","resourceType":"Case"}
                    ResourceNotFound(resourceType=Domain) | 404 | ResourceNotFoundException | \
                    {"message":"Domain contact-center does not exist.",\
                    "resourceId":"contact-center","resourceType":"Domain"}
                    ResourceNotFound(resourceType=Field, resourceId=f, message=no) | 404 | ResourceNotFoundException | \
                    {"message":"no","resourceId":"f","resourceType":"Field"}
                    BadRequest | 400 | BadRequestException | {"message":"Invalid request body"}
                    ServiceUnavailable | 503 | ServiceUnavailableException | {"message":"Service Unavailable"}
                    error(429, name=TooManyRequestsException, message="Too Many Requests") | 429 | \
                    TooManyRequestsException | {"message":"Too Many Requests"}
                    error(402, name=ServiceQuotaExceeded) | 402 | ServiceQuotaExceeded | \
                    {"message":"ServiceQuotaExceeded"}
                    """)
    void isComplete(String script, int status, String name, String body) {
        ServiceError error = answer(script);

        assertThat(error.status()).isEqualTo(status);
        assertThat(error.headers())
                .containsEntry("x-amzn-errortype", name)
                .containsEntry("content-type", "application/json")
                .doesNotContainKey("retry-after");
        assertThat(new String(error.json(), StandardCharsets.UTF_8)).isEqualTo(body);
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "86400"})
    void saysWhenToRetry(String seconds) {
        assertThat(answer("InternalServer(retryAfter=%s)".formatted(seconds)).headers())
                .containsEntry("retry-after", seconds);
    }

    @Test
    void mayHaveNoName() {
        ServiceError error = answer("error(504)");

        assertThat(error.status()).isEqualTo(504);
        assertThat(error.headers()).containsOnlyKeys("content-type");
        assertThat(new String(error.json(), StandardCharsets.UTF_8)).isEqualTo("{\"message\":\"Status 504\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Throttling", "InternalServer", "ServiceUnavailable", "error"})
    void saysWhenToRetryInAnyForm(String name) {
        String start = name.equals("error") ? "error(503, " : name + "(";

        assertThat(answer(start + "retryAfter=2)").headers())
                .containsEntry("retry-after", "2")
                .doesNotContainKey("x-amz-retry-after");
        assertThat(answer(start + "retryAfterMillis=250)").headers())
                .containsEntry("x-amz-retry-after", "250")
                .doesNotContainKey("retry-after");
        assertThat(answer(start + "retryAfter=1, retryAfterMillis=250)").headers())
                .containsEntry("retry-after", "1")
                .containsEntry("x-amz-retry-after", "250");
    }

    @Test
    void hasADateThatIsAtMostOneSecondLate() {
        Instant before = Instant.now();
        String date = answer("Throttling(retryAfterDate=2)").headers().get("retry-after");
        Instant after = Instant.now();

        assertThat(date).matches("[A-Z][a-z]{2}, [0-9]{1,2} [A-Z][a-z]{2} [0-9]{4} [0-9:]{8} GMT");
        assertThat(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)))
                .isBetween(before.plusSeconds(2), after.plusSeconds(3));
    }

    private static ServiceError answer(String script) {
        Fault fault = Playback.repeated(Scripts.parse(script)).next(Optional.empty());
        return ((Outcome.ErrorResponse) fault.outcome()).answer(CASE);
    }
}
