package dev.casesaudit.server.fuzz;

import dev.casesaudit.server.contract.Contract;
import dev.casesaudit.server.json.StrictJson;
import dev.casesaudit.server.request.OperationInput;
import java.util.List;

/** A body of any operation is read, or refused with a message that is fit for a client. */
public final class RequestTarget {

    private static final List<OperationInput> INPUTS =
            Contract.operation().operations().stream().map(OperationInput::new).toList();

    private RequestTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        for (OperationInput operation : INPUTS) {
            try {
                operation.isValid(operation.read(input, name -> null));
            } catch (StrictJson.Malformed e) {
                ExpectedRefusals.requireFit(String.valueOf(e.getMessage()), input);
            }
        }
    }
}
