package dev.casesaudit.conformance.flaw;

import static dev.casesaudit.conformance.flaw.EveryShape.NULL;
import static dev.casesaudit.conformance.flaw.EveryShape.REMOVED;
import static dev.casesaudit.conformance.flaw.EveryShape.with;

import java.util.List;
import java.util.Map;

/** Events with one wrong member each. Findings do not show sensitive values. */
final class EventFlaws extends FlawTable {

    @Override
    List<Flaw> flaws() {
        return List.of(
                with("event-without-an-id", "/auditEvents/0/eventId", REMOVED)
                        .caughtBy("response-event-id-required", "a value", "nothing"),
                with("event-id-as-a-number", "/auditEvents/0/eventId", 9)
                        .caughtBy("response-event-id-type", "a string", "the number 9"),
                with("empty-event-id", "/auditEvents/0/eventId", "")
                        .caughtBy("response-event-id-length", "1 to 500 code points", "0 code points"),
                with("event-id-of-501", "/auditEvents/0/eventId", "a".repeat(501))
                        .caughtBy("response-event-id-length", "1 to 500 code points", "501 code points"),
                with("event-without-a-type", "/auditEvents/0/type", REMOVED)
                        .caughtBy("response-event-type-required", "a value", "nothing"),
                with("event-type-as-a-number", "/auditEvents/0/type", 1)
                        .caughtBy("response-event-type-type", "a string", "the number 1"),
                with("unknown-event-type", "/auditEvents/0/type", "Case.Merged")
                        .caughtBy(
                                "response-event-type-enum",
                                "one of Case.Created, Case.Updated, RelatedItem.Created, RelatedItem.Updated, RelatedItem.Deleted",
                                "'Case.Merged'"),
                with("related-item-type-as-a-list", "/auditEvents/1/relatedItemType", List.of("Comment"))
                        .caughtBy("response-related-item-type-type", "a string", "a list of 1 item"),
                with("unknown-related-item-type", "/auditEvents/1/relatedItemType", "CONNECT_CASE")
                        .caughtBy(
                                "response-related-item-type-enum",
                                "one of Contact, Comment, File, Sla, ConnectCase, Custom",
                                "'CONNECT_CASE'"),
                with("event-without-a-time", "/auditEvents/0/performedTime", REMOVED)
                        .caughtBy("response-performed-time-required", "a value", "nothing"),
                with("time-in-epoch-seconds", "/auditEvents/0/performedTime", 1773074700.125)
                        .caughtBy("response-performed-time-type", "a string", "the number 1773074700.125"),
                with("time-without-a-zone", "/auditEvents/0/performedTime", "2026-03-09T16:45:00")
                        .caughtBy("response-performed-time-format", "ISO 8601 with a zone", "'2026-03-09T16:45:00'"),
                with("time-as-http-writes-it", "/auditEvents/0/performedTime", "Mon, 09 Mar 2026 16:45:00 GMT")
                        .caughtBy(
                                "response-performed-time-format",
                                "ISO 8601 with a zone",
                                "'Mon, 09 Mar 2026 16:45:00 GMT'"),
                with("time-of-no-day", "/auditEvents/0/performedTime", "2026-02-30T16:45:00Z")
                        .caughtBy("response-performed-time-format", "ISO 8601 with a zone", "'2026-02-30T16:45:00Z'"),
                with("time-with-a-local-offset", "/auditEvents/0/performedTime", "2026-03-09T11:45:00-05:00")
                        .caughtBy("response-performed-time-utc", "UTC", "the offset '-05:00'"),
                with("event-without-fields", "/auditEvents/0/fields", REMOVED)
                        .caughtBy("response-fields-required", "a value", "nothing"),
                with("fields-that-are-null", "/auditEvents/0/fields", NULL)
                        .caughtBy("response-fields-required", "a value", "null"),
                with("fields-as-an-object", "/auditEvents/0/fields", Map.of("status", "closed"))
                        .caughtBy("response-fields-type", "a list", "an object with 1 member"),
                EveryShape.at(
                                "field-as-its-id",
                                "/auditEvents/0",
                                event -> event.putArray("fields").add("status"))
                        .caughtBy(
                                "response-fields-item-type",
                                "at /auditEvents/0/fields/0: expected an object, got the string 'status'"),
                with("performer-as-an-arn", "/auditEvents/0/performedBy", "arn:aws:iam::111122223333:role/Agent")
                        .caughtBy("response-performed-by-type", "an object", "a masked string"),
                with("performer-without-a-principal", "/auditEvents/0/performedBy/iamPrincipalArn", REMOVED)
                        .caughtBy("response-iam-principal-arn-required", "a value", "nothing"),
                with("principal-as-a-number", "/auditEvents/0/performedBy/iamPrincipalArn", 111122223333L)
                        .caughtBy("response-iam-principal-arn-type", "a string", "the number 111122223333"),
                with("empty-principal", "/auditEvents/0/performedBy/iamPrincipalArn", "")
                        .caughtBy("response-iam-principal-arn-length", "1 to 500 code points", "0 code points"),
                with("principal-of-501", "/auditEvents/0/performedBy/iamPrincipalArn", "a".repeat(501))
                        .caughtBy("response-iam-principal-arn-length", "1 to 500 code points", "501 code points"),
                with("bare-user", "/auditEvents/0/performedBy/user", "jane.doe")
                        .caughtBy("response-user-type", "an object", "a masked string"),
                EveryShape.at(
                                "user-of-two-arms",
                                "/auditEvents/0/performedBy",
                                performer -> performer.withObject("/user").put("customEntity", "jane.doe"))
                        .caughtBy(
                                "response-user-union",
                                "at /auditEvents/0/performedBy/user: expected exactly one of userArn, customEntity, got userArn and customEntity"),
                EveryShape.at(
                                "user-without-an-arm",
                                "/auditEvents/0/performedBy",
                                performer -> performer.putObject("user").putNull("userArn"))
                        .caughtBy(
                                "response-user-union",
                                "at /auditEvents/0/performedBy/user: expected exactly one of userArn, customEntity, got no arm"),
                with("user-arn-as-a-number", "/auditEvents/0/performedBy/user/userArn", 1)
                        .caughtBy("response-user-arn-type", "a string", "the number 1"),
                with("empty-user-arn", "/auditEvents/0/performedBy/user/userArn", "")
                        .caughtBy("response-user-arn-length", "1 to 500 code points", "0 code points"),
                with("user-arn-of-501", "/auditEvents/0/performedBy/user/userArn", "a".repeat(501))
                        .caughtBy("response-user-arn-length", "1 to 500 code points", "501 code points"),
                with("custom-entity-as-a-number", "/auditEvents/1/performedBy/user/customEntity", 4711)
                        .caughtBy("response-custom-entity-type", "a string", "a masked number"),
                with("custom-entity-of-501", "/auditEvents/1/performedBy/user/customEntity", "a".repeat(501))
                        .caughtBy("response-custom-entity-length", "1 to 500 code points", "501 code points"),
                with(
                                "custom-entity-with-a-space-at-its-end",
                                "/auditEvents/1/performedBy/user/customEntity",
                                "jane.doe ")
                        .caughtBy(
                                "response-custom-entity-pattern",
                                "a match of ^[a-zA-Z0-9_\\-.@:/ ]*[a-zA-Z0-9_\\-.@:/]$",
                                "a masked string"),
                with(
                                "custom-entity-with-a-line-break-at-its-end",
                                "/auditEvents/1/performedBy/user/customEntity",
                                "jane.doe\n")
                        .caughtBy(
                                "response-custom-entity-pattern",
                                "a match of ^[a-zA-Z0-9_\\-.@:/ ]*[a-zA-Z0-9_\\-.@:/]$",
                                "a masked string"),
                with("custom-entity-with-a-comma", "/auditEvents/1/performedBy/user/customEntity", "Doe, Jane")
                        .caughtBy(
                                "response-custom-entity-pattern",
                                "a match of ^[a-zA-Z0-9_\\-.@:/ ]*[a-zA-Z0-9_\\-.@:/]$",
                                "a masked string"));
    }
}
