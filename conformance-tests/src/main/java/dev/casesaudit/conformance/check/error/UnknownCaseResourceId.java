package dev.casesaudit.conformance.check.error;

/** Which resource was not found is told. */
final class UnknownCaseResourceId extends UnknownCaseMember {

    UnknownCaseResourceId() {
        super("error-unknown-case-resource-id", "resourceId");
    }
}
