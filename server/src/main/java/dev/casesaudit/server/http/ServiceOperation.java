package dev.casesaudit.server.http;

import dev.casesaudit.server.error.ServiceException;
import dev.casesaudit.server.json.EncodedJson;
import java.util.Map;

/**
 * The implementation of an operation of the contract. To add an operation, write it into the contract, and make a bean
 * that implements this interface.
 */
public interface ServiceOperation {

    /** Returns its {@code operationId} in the contract. */
    String id();

    /** Whether it changes the world. A fault that hides its whole response then keeps it from being performed. */
    default boolean changesWorld() {
        return false;
    }

    /**
     * Notes in the journal what the input says.
     *
     * @param input not checked yet
     */
    default void note(Map<String, Object> input, CurrentRequest current) {}

    /** Whether a response takes so long that it must not be made on the thread of the connection. */
    default boolean takesLong(CurrentRequest current) {
        return false;
    }

    /**
     * Responds to a request.
     *
     * @param input the members that are not in the path; they violate no constraint
     * @return the body of the response
     * @throws ServiceException the error to send instead
     */
    EncodedJson answer(Map<String, Object> input, CurrentRequest current);
}
