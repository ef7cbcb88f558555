package dev.casesaudit.conformance.observation;

import dev.casesaudit.conformance.check.CheckContext;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.target.CaseRef;
import dev.casesaudit.conformance.target.Role;
import java.util.List;

/** A question that one request answers. */
final class OneRequest extends CaseQuestion {

    private final Asked asked;
    private final Heard heard;

    interface Asked {
        Request of(CheckContext context, CaseRef one);
    }

    interface Heard {
        String of(Exchange exchange);
    }

    private OneRequest(String id, String text, List<Role> roles, Asked asked, Heard heard) {
        super(id, text, roles);
        this.asked = asked;
        this.heard = heard;
    }

    static Question of(String id, String text, Asked asked, Heard heard) {
        return new OneRequest(id, text, SHORTEST, asked, heard);
    }

    /** Asks which error the target returns, or whether it returns a page. */
    static Question of(String id, String text, Asked asked) {
        return of(id, text, asked, ResponseText::of);
    }

    /** Asks about the case of a role. */
    static Question of(String id, String text, Role role, Asked asked, Heard heard) {
        return new OneRequest(id, text, List.of(role), asked, heard);
    }

    @Override
    String answer(CheckContext context, CaseRef one) throws ProbeFailure {
        return heard.of(context.sendOnce(asked.of(context, one)));
    }
}
