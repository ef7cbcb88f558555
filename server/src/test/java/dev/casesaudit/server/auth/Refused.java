package dev.casesaudit.server.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.casesaudit.server.error.ServiceError;
import dev.casesaudit.server.error.ServiceException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.function.Executable;

/** How a request is refused. */
final class Refused {

    private Refused() {}

    static void assertRefused(Executable attempt, String name, String message) {
        ServiceError error = assertThrows(ServiceException.class, attempt).error();

        assertThat(error.name()).hasValue(name);
        assertThat(error.status()).isEqualTo(403);
        assertThat(new String(error.json(), StandardCharsets.UTF_8))
                .isEqualTo("{\"message\":\"%s\"}".formatted(message));
    }
}
