package dev.casesaudit.conformance.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Locale;

/**
 * Requests of the operations whose edits a history records. Each has a connection of its own: on a kept connection, a
 * client may send a request again, and an edit could be performed twice.
 */
public final class CaseRequest {

    private CaseRequest() {}

    public static Request createCase(String domainId, JsonNode input) {
        return request("POST", input, "/domains/%s/cases", domainId);
    }

    public static Request updateCase(String domainId, String caseId, JsonNode input) {
        return request("PUT", input, "/domains/%s/cases/%s", domainId, caseId);
    }

    public static Request deleteCase(String domainId, String caseId) {
        return request("DELETE", "/domains/%s/cases/%s", domainId, caseId);
    }

    public static Request createRelatedItem(String domainId, String caseId, JsonNode input) {
        return request("POST", input, "/domains/%s/cases/%s/related-items/", domainId, caseId);
    }

    public static Request updateRelatedItem(String domainId, String caseId, String itemId, JsonNode input) {
        return request("PUT", input, "/domains/%s/cases/%s/related-items/%s", domainId, caseId, itemId);
    }

    public static Request deleteRelatedItem(String domainId, String caseId, String itemId) {
        return request("DELETE", "/domains/%s/cases/%s/related-items/%s", domainId, caseId, itemId);
    }

    private static Request request(String method, JsonNode input, String route, String... ids) {
        return request(method, route, ids).json(Json.write(input));
    }

    private static Request request(String method, String route, String... ids) {
        Object[] encoded = Arrays.stream(ids).map(Request::encoded).toArray();
        return Request.to(method, String.format(Locale.ROOT, route, encoded)).throughSocket();
    }
}
