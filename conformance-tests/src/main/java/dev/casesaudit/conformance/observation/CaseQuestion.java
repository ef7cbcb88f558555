package dev.casesaudit.conformance.observation;

import dev.casesaudit.conformance.check.CheckContext;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.target.CaseRef;
import dev.casesaudit.conformance.target.Role;
import dev.casesaudit.conformance.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A question about a case. A missing response is an answer too. */
abstract class CaseQuestion implements Question {

    /** Cases of three events or more, shortest first. The checks use the same case. */
    static final List<Role> SHORTEST = List.of(Role.SOME_EVENTS, Role.FULL_PAGE, Role.TWO_PAGES, Role.LONG);

    /** The same cases, longest first. */
    static final List<Role> LONGEST = List.of(Role.LONG, Role.TWO_PAGES, Role.FULL_PAGE, Role.SOME_EVENTS);

    private final String id;
    private final String text;
    private final List<Role> roles;

    CaseQuestion(String id, String text, List<Role> roles) {
        this.id = id;
        this.text = text;
        this.roles = roles;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final String text() {
        return text;
    }

    @Override
    public final String ask(CheckContext context) {
        Optional<CaseRef> one = roles.stream()
                .flatMap(role -> context.profile().find(role).stream())
                .findFirst();
        if (one.isEmpty()) {
            return String.format(
                    Locale.ROOT,
                    "not seen: the profile names no case for the role '%s'",
                    roles.get(0).label());
        }
        try {
            return answer(context, one.get());
        } catch (ProbeFailure.NoResponse e) {
            return "no answer: " + Words.label(e.kind());
        } catch (ProbeFailure e) {
            return "not seen: " + e.getMessage();
        }
    }

    /** Asks about the first case of the roles in the profile. */
    abstract String answer(CheckContext context, CaseRef one) throws ProbeFailure;
}
