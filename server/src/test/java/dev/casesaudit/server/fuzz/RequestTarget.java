package dev.casesaudit.server.fuzz;

import dev.casesaudit.api.model.GetCaseAuditEventsRequest;
import dev.casesaudit.server.json.StrictJson;

/** A body is read, or refused with a message that is fit for a client. */
public final class RequestTarget {

    private static final StrictJson.Reader<GetCaseAuditEventsRequest> READER =
            StrictJson.reader(GetCaseAuditEventsRequest.class);

    private RequestTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        try {
            READER.read(input);
        } catch (StrictJson.Malformed e) {
            ExpectedRefusals.requireFit(String.valueOf(e.getMessage()), input);
        }
    }
}
