package dev.casesaudit.server.behaviour.fault;

import dev.casesaudit.server.audit.CaseKey;
import dev.casesaudit.server.error.RetryAfter;
import dev.casesaudit.server.error.ServiceError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An attempt that ends with any error, as something in front of the service may answer.
 *
 * @param name nothing, where the answer says none
 */
public record OtherError(int status, Optional<String> name, Optional<String> message, RetryAfter retryAfter)
        implements Outcome.ErrorAnswer {

    @Override
    public boolean isInFront() {
        return true;
    }

    @Override
    public ServiceError answer(CaseKey asked) {
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
