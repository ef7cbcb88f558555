package dev.casesaudit.server.auth;

import dev.casesaudit.server.error.ErrorType;
import dev.casesaudit.server.error.ServiceException;
import java.util.Locale;

/**
 * Errors of requests that are not signed, wrongly signed or not allowed, in the words of AWS.
 *
 * <p>Unlike AWS, no message repeats an access key id or an Authorization header: people confuse ids and secrets.
 */
final class Refusals {

    /** The message of AWS for every signature that does not match. */
    static final String MISMATCH = "The request signature we calculated does not match the signature you provided."
            + " Check your AWS Secret Access Key and signing method. Consult the service documentation for details.";

    private Refusals() {}

    static ServiceException missingToken() {
        return new ServiceException(ErrorType.MISSING_AUTHENTICATION_TOKEN, "Missing Authentication Token");
    }

    static ServiceException incomplete(String message) {
        return new ServiceException(ErrorType.INCOMPLETE_SIGNATURE, message);
    }

    static ServiceException invalidSignature(String message) {
        return new ServiceException(ErrorType.INVALID_SIGNATURE, message);
    }

    static ServiceException unrecognized() {
        return new ServiceException(
                ErrorType.UNRECOGNIZED_CLIENT, "The security token included in the request is invalid.");
    }

    static ServiceException expiredToken() {
        return new ServiceException(ErrorType.EXPIRED_TOKEN, "The security token included in the request is expired");
    }

    // The account id that AWS uses in examples.
    static ServiceException accessDenied(String keyName, String region, String operation, String domainId) {
        String action = "cases:" + operation;
        return new ServiceException(
                ErrorType.ACCESS_DENIED,
                String.format(
                        Locale.ROOT,
                        "User: arn:aws:iam::111122223333:user/%s is not authorized to perform: %s on resource:"
                                + " arn:aws:cases:%s:111122223333:domain/%s"
                                + " because no identity-based policy allows the %s action",
                        keyName,
                        action,
                        region,
                        domainId,
                        action));
    }
}
