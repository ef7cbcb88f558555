package dev.casesaudit.conformance.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.http.Json;
import dev.casesaudit.conformance.http.Reply;

/** The part of a long body around a finding. */
final class Excerpt {

    private static final int LONGEST = 600;

    private Excerpt() {}

    /** Returns the text around the pointer of a finding, unless the body is short or the pointer leads nowhere. */
    static String of(Finding finding, int shown) {
        if (!(finding.evidence().reply() instanceof Reply.Response response)
                || response.body().size() <= shown
                || !finding.pointer().startsWith("/")) {
            return "";
        }
        JsonNode body = Json.read(response.body());
        String pointer = finding.pointer();
        do {
            pointer = pointer.substring(0, pointer.lastIndexOf('/'));
        } while (!pointer.isEmpty() && body.at(pointer).isMissingNode());
        return pointer.isEmpty()
                ? ""
                : Printable.line(Printable.cut(body.at(pointer).toString(), LONGEST));
    }
}
