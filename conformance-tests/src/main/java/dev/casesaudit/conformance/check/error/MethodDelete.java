package dev.casesaudit.conformance.check.error;

/** DELETE is not the operation's method. */
final class MethodDelete extends MethodCheck {

    MethodDelete() {
        super("error-method-delete", "DELETE");
    }
}
