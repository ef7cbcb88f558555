package dev.casesaudit.conformance.check.request;

/** What stands inside of an unknown member is ignored, whatever its name. */
final class BodyNestedUnknownMembers extends AcceptedRequest {

    BodyNestedUnknownMembers() {
        super(
                "request-body-nested-unknown-members",
                history -> history.json("{\"unknownMember\":[{\"maxResults\":{},\"nextToken\":[]}]}"),
                history -> history.json("{\"unknownMember\":\"x\"}"));
    }
}
