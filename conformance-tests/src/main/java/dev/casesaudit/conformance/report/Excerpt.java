package dev.casesaudit.conformance.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.http.Json;
import dev.casesaudit.conformance.http.Reply;

/** The part of a long body that a finding is about. */
final class Excerpt {

    private static final int LONGEST = 600;

    private Excerpt() {}

    /** Returns what stands around the finding's pointer; empty where a body is short, or has no such place. */
    static String of(Finding finding, int shown) {
        if (!(finding.evidence().reply() instanceof Reply.Answer answer)
                || answer.body().size() <= shown
                || !finding.pointer().startsWith("/")) {
            return "";
        }
        JsonNode body = Json.read(answer.body());
        String pointer = finding.pointer();
        do {
            pointer = pointer.substring(0, pointer.lastIndexOf('/'));
        } while (!pointer.isEmpty() && body.at(pointer).isMissingNode());
        return pointer.isEmpty()
                ? ""
                : Printable.line(Printable.cut(body.at(pointer).toString(), LONGEST));
    }
}
