package dev.casesaudit.server.request;

import dev.casesaudit.api.model.GetCaseAuditEventsRequest;
import dev.casesaudit.server.json.StrictJson;

/** Reads the bodies of requests. */
public final class RequestBody {

    static final StrictJson.Reader<GetCaseAuditEventsRequest> READER = StrictJson.reader(GetCaseAuditEventsRequest::new)
            .wholeNumber("maxResults", GetCaseAuditEventsRequest::setMaxResults)
            .text("nextToken", GetCaseAuditEventsRequest::setNextToken);

    private RequestBody() {}

    /**
     * Returns a body; an empty one is an empty object.
     *
     * @throws StrictJson.Malformed if the body is not of the contract's form
     */
    public static GetCaseAuditEventsRequest read(byte[] body) {
        return body.length == 0 ? new GetCaseAuditEventsRequest() : READER.read(body);
    }
}
