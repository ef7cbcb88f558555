package dev.casesaudit.server.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.server.audit.CaseKey;
import dev.casesaudit.server.error.ServiceError;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                    """)
    void isComplete(String script, int status, String name, String body) {
        ServiceError error = answer(script);

        assertThat(error.type().status()).isEqualTo(status);
        assertThat(error.headers())
                .containsEntry("x-amzn-errortype", name)
                .containsEntry("content-type", "application/json")
                .doesNotContainKey("retry-after");
        assertThat(new String(error.json(), StandardCharsets.UTF_8)).isEqualTo(body);
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "86400"})
    void saysWhenToTryAgain(String seconds) {
        assertThat(answer("InternalServer(retryAfter=%s)".formatted(seconds)).headers())
                .containsEntry("retry-after", seconds);
    }

    private static ServiceError answer(String script) {
        Fault fault = Playback.repeated(Scripts.parse(script)).next(Optional.empty());
        return ((ModelledError) fault.outcome()).answer(CASE);
    }
}
