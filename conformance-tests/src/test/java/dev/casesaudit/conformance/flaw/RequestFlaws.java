package dev.casesaudit.conformance.flaw;

import dev.casesaudit.conformance.stub.Input;
import dev.casesaudit.conformance.stub.Service;
import java.util.List;

/** Flaws that the requirements of the area request catch. */
final class RequestFlaws {

    private RequestFlaws() {}

    static List<Flaw> all() {
        return List.of(clampsMaxResults());
    }

    private static Flaw clampsMaxResults() {
        return Flaw.of("clamps-max-results", () -> new Service() {
                    @Override
                    protected void validateSize(int maxResults) {
                        super.validateSize(Math.min(maxResults, 25));
                    }

                    @Override
                    protected int size(Input input) {
                        return Math.min(super.size(input), 25);
                    }
                })
                .caughtBy(
                        "request-max-results-above-maximum",
                        "at the response: expected 400 ValidationException, got 200 with 1 events");
    }
}
