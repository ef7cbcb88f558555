package dev.casesaudit.server.fuzz;

import dev.casesaudit.server.json.StrictJson;
import dev.casesaudit.server.request.RequestBody;

/** A body is read, or refused with a message that is fit for a client. */
public final class RequestTarget {

    private RequestTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        try {
            RequestBody.read(input);
        } catch (StrictJson.Malformed e) {
            ExpectedRefusals.requireFit(String.valueOf(e.getMessage()), input);
        }
    }
}
