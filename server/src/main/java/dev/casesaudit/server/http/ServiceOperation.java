package dev.casesaudit.server.http;

import dev.casesaudit.server.error.ServiceException;
import dev.casesaudit.server.json.EncodedJson;
import dev.casesaudit.server.json.StrictJson;

/**
 * The implementation of an operation that the contract has. To add an operation, write it into the contract, and make a bean that
 * implements this interface.
 *
 * @param <I> the body of its requests
 */
public interface ServiceOperation<I> {

    /** Its {@code operationId} in the contract. */
    String id();

    /**
     * Reads the body of a request.
     *
     * @param body empty for none
     * @throws StrictJson.Malformed if the body is not of the contract's form
     */
    I read(byte[] body);

    /** Whether a body breaks none of the contract's constraints. */
    boolean isValid(I body);

    /**
     * Answers a request. Never waits, as it runs on the thread that serves the connection.
     *
     * @return the body of the response
     * @throws ServiceException the error to send instead
     */
    EncodedJson answer(I body, CurrentRequest current);
}
