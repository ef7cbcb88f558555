package dev.casesaudit.server.connection;

import dev.casesaudit.server.error.ErrorType;
import dev.casesaudit.server.error.ServiceError;
import java.util.Locale;

/** What one connection holds of the budget of bodies, for the request whose turn it is. */
final class BodyShare {

    private final BodyBudget budget;
    private long held;

    BodyShare(BodyBudget budget) {
        this.budget = budget;
    }

    /** Takes room for a part of a body, and says whether there was any. */
    boolean takes(int size) {
        if (!budget.takes(held, size)) {
            return false;
        }
        held += size;
        return true;
    }

    /** What a request gets for whose next part there is no room. */
    ServiceError refusal(int size) {
        long largest = budget.largest();
        return held + size > largest
                ? ServiceError.of(
                        ErrorType.REQUEST_ENTITY_TOO_LARGE,
                        String.format(
                                Locale.ROOT,
                                "The request body is larger than %d bytes (half of cases.limits.bodies)",
                                largest))
                : ServiceError.of(
                        ErrorType.SERVICE_UNAVAILABLE,
                        "There is no room for the request body beside those of other requests (cases.limits.bodies)");
    }

    void giveBack() {
        budget.givesBack(held);
        held = 0;
    }
}
