package dev.casesaudit.conformance.check.protocol;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.Expect;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.target.TargetProfile;
import java.util.Locale;

/** The host's name is read in any letter case. A signature holds it as the signer writes it, so that signed requests cannot try. */
final class HostAnyCase implements Check {

    @Override
    public String id() {
        return "protocol-host-any-case";
    }

    @Override
    public Outcome run(Trial trial) throws ProbeFailure {
        if (trial.profile().signing() != TargetProfile.Signing.NONE) {
            return new Outcome.NotApplicable("the host is part of the signature");
        }
        String host = trial.profile().endpoint().getRawAuthority().toUpperCase(Locale.ROOT);
        return trial.withAnyCase(one -> {
            Request plain =
                    trial.history(one).header("accept-encoding", "identity").throughSocket();
            return trial.blaming(Expect.page(trial.ask(plain.header("host", host))), plain);
        });
    }
}
