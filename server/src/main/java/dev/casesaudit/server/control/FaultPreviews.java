package dev.casesaudit.server.control;

import dev.casesaudit.control.model.FaultPreview;
import dev.casesaudit.control.model.PreviewedAttempt;
import dev.casesaudit.control.model.PreviewedCall;
import dev.casesaudit.server.audit.CaseKey;
import dev.casesaudit.server.behaviour.fault.Fault;
import dev.casesaudit.server.behaviour.fault.FaultScript;
import dev.casesaudit.server.behaviour.fault.Outcome;
import dev.casesaudit.server.behaviour.fault.Playback;
import dev.casesaudit.server.error.ServiceError;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Plays fault scripts without a client. */
final class FaultPreviews {

    private static final int MOST_ATTEMPTS = 20;

    // Steps do not depend on the case; their messages may.
    private static final CaseKey ANY = new CaseKey("domain", "case");

    private FaultPreviews() {}

    static FaultPreview of(FaultScript script, int calls) {
        Playback playback = Playback.once(script, OptionalInt.empty());
        return new FaultPreview()
                .faults(script.toString())
                .calls(IntStream.range(0, calls)
                        .mapToObj(call -> call(script, playback, Optional.of("call " + call)))
                        .toList());
    }

    private static PreviewedCall call(FaultScript script, Playback playback, Optional<String> invocationId) {
        return new PreviewedCall()
                .attempts(IntStream.range(0, (int) Math.min(script.length(), MOST_ATTEMPTS))
                        .mapToObj(attempt -> attempt(playback.next(invocationId)))
                        .toList())
                .complete(script.length() <= MOST_ATTEMPTS);
    }

    private static PreviewedAttempt attempt(Fault fault) {
        PreviewedAttempt attempt = new PreviewedAttempt().fault(fault.text());
        if (!fault.latency().isZero()) {
            attempt.latencyMilliseconds((int) fault.latency().toMillis());
        }
        if (fault.outcome() instanceof Outcome.ErrorResponse response) {
            ServiceError error = response.answer(ANY);
            attempt.status(error.status()).error(error.name().orElse(null));
        }
        return attempt;
    }
}
