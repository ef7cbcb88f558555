package dev.casesaudit.conformance.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** Requests of the operations whose edits a history records. */
public final class CaseRequest {

    private CaseRequest() {}

    public static Request createCase(String domainId, JsonNode input) {
        return request("POST", input, "/domains/%s/cases", domainId);
    }

    public static Request updateCase(String domainId, String caseId, JsonNode input) {
        return request("PUT", input, "/domains/%s/cases/%s", domainId, caseId);
    }

    public static Request deleteCase(String domainId, String caseId) {
        return Request.to("DELETE", path("/domains/%s/cases/%s", domainId, caseId));
    }

    public static Request createRelatedItem(String domainId, String caseId, JsonNode input) {
        return request("POST", input, "/domains/%s/cases/%s/related-items/", domainId, caseId);
    }

    public static Request updateRelatedItem(String domainId, String caseId, String itemId, JsonNode input) {
        return request("PUT", input, "/domains/%s/cases/%s/related-items/%s", domainId, caseId, itemId);
    }

    public static Request deleteRelatedItem(String domainId, String caseId, String itemId) {
        return Request.to("DELETE", path("/domains/%s/cases/%s/related-items/%s", domainId, caseId, itemId));
    }

    private static Request request(String method, JsonNode input, String route, String... ids) {
        return Request.to(method, path(route, ids)).json(Json.write(input));
    }

    private static String path(String route, String... ids) {
        Object[] encoded = new Object[ids.length];
        for (int i = 0; i < ids.length; i++) {
            encoded[i] = Request.encoded(ids[i]);
        }
        return String.format(Locale.ROOT, route, encoded);
    }
}
