package dev.casesaudit.server.http;

import dev.casesaudit.server.error.ServiceException;
import dev.casesaudit.server.json.EncodedJson;
import dev.casesaudit.server.json.StrictJson;

/**
 * The implementation of an operation of the contract. To add an operation, write it into the contract, and make a bean
 * that implements this interface.
 *
 * @param <I> the body of its requests
 */
public interface ServiceOperation<I> {

    /** Returns its {@code operationId} in the contract. */
    String id();

    /**
     * Reads the body of a request.
     *
     * @param body empty for none
     * @throws StrictJson.Malformed if the body is not of the contract's form
     */
    I read(byte[] body);

    /** Whether a body violates no constraint of the contract. */
    boolean isValid(I body);

    /**
     * Responds to a request. Must not block, as it runs on the thread of the connection.
     *
     * @return the body of the response
     * @throws ServiceException the error to send instead
     */
    EncodedJson answer(I body, CurrentRequest current);
}
