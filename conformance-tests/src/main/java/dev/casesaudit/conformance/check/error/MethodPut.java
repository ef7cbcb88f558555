package dev.casesaudit.conformance.check.error;

/** PUT is not the operation's method. */
final class MethodPut extends MethodCheck {

    MethodPut() {
        super("error-method-put", "PUT");
    }
}
