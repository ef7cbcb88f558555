package dev.casesaudit.junit;

import java.util.List;

/**
 * A walk through the pages of a history: a chain of SDK calls, each with the token that the one before received.
 *
 * @param pages how many pages the client received
 * @param events how many events these had
 * @param complete whether it ended with a page without a token
 * @param followedEachTokenOnce whether the client sent each token that it received once
 * @param findings what is wrong with it
 */
public record Walk(
        String caseId, int pages, int events, boolean complete, boolean followedEachTokenOnce, List<String> findings) {

    static Walk of(JsonObject report) {
        return new Walk(
                report.requiredText("caseId"),
                report.count("pages"),
                report.count("events"),
                report.isTrue("complete"),
                report.isTrue("followedEachTokenOnce"),
                report.texts("findings"));
    }
}
