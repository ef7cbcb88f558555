package dev.casesaudit.server.behaviour.fault;

import dev.casesaudit.server.audit.CaseKey;
import dev.casesaudit.server.error.RetryAfter;
import dev.casesaudit.server.error.ServiceError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An attempt ends with an error of any status and name, as a proxy may return it.
 *
 * @param name absent where the response has no error name
 */
public record OtherError(int status, Optional<String> name, Optional<String> message, RetryAfter retryAfter)
        implements Outcome.ErrorResponse {

    @Override
    public boolean isInFront() {
        return true;
    }

    @Override
    public ServiceError answer(CaseKey key) {
        return ServiceError.of(status, name, message.or(() -> name).orElse("Status " + status))
                .retryAfter(retryAfter);
    }

    @Override
    public String toString() {
        List<String> arguments = new ArrayList<>(List.of(String.valueOf(status)));
        name.ifPresent(text -> arguments.add("name=" + Words.write(text)));
        message.ifPresent(text -> arguments.add("message=" + Words.write(text)));
        arguments.addAll(RetryArguments.write(retryAfter));
        return String.format(Locale.ROOT, "error(%s)", String.join(", ", arguments));
    }
}
