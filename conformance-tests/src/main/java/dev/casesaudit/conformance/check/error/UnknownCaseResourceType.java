package dev.casesaudit.conformance.check.error;

/** What kind of resource was not found is told. */
final class UnknownCaseResourceType extends UnknownCaseMember {

    UnknownCaseResourceType() {
        super("error-unknown-case-resource-type", "resourceType");
    }
}
