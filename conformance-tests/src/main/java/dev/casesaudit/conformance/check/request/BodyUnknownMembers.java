package dev.casesaudit.conformance.check.request;

/** Members that the input does not have are ignored. */
final class BodyUnknownMembers extends AcceptedRequest {

    BodyUnknownMembers() {
        super("request-body-unknown-members", history -> history.json("{\"unknownMember\":\"x\"}"));
    }
}
