package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.http.Content;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.target.TargetProfile;

/** A body may come in chunks. */
final class BodyChunked implements Check {

    @Override
    public String id() {
        return "request-body-chunked";
    }

    @Override
    public Outcome run(Trial trial) throws ProbeFailure {
        if (trial.profile().signing() != TargetProfile.Signing.NONE) {
            return new Outcome.NotApplicable("requests are signed, and the kit signs no body that comes in chunks");
        }
        return trial.withAnyCase(one -> OwnHistory.judged(
                trial, one, chunked(trial.history(one)), trial.history(one).json("{}")));
    }

    private static Request chunked(Request history) {
        return history.header("content-type", "application/json")
                .header("transfer-encoding", "chunked")
                .body(Content.of("1\r\n{\r\n1\r\n}\r\n0\r\n\r\n"))
                .throughSocket();
    }
}
