package dev.casesaudit.conformance.check.error;

/** GET is not the operation's method. */
final class MethodGet extends MethodCheck {

    MethodGet() {
        super("error-method-get", "GET");
    }
}
