package dev.casesaudit.conformance.flaw;

import java.util.List;

/** Events and performers that break the contract in one member each. What is sensitive in them is never shown. */
final class EventFlaws extends FlawTable {

    @Override
    List<Flaw> flaws() {
        return List.of(
                EveryShape.at("event-without-an-id", "/auditEvents/0", event -> event.remove("eventId"))
                        .caughtBy(
                                "response-event-id-required",
                                "at /auditEvents/0/eventId: expected a value, got nothing"),
                EveryShape.at("event-id-as-a-number", "/auditEvents/0", event -> event.put("eventId", 9))
                        .caughtBy(
                                "response-event-id-type",
                                "at /auditEvents/0/eventId: expected a string, got the number 9"),
                EveryShape.at("empty-event-id", "/auditEvents/0", event -> event.put("eventId", ""))
                        .caughtBy(
                                "response-event-id-length",
                                "at /auditEvents/0/eventId: expected 1 to 500 code points, got 0 code points"),
                EveryShape.at("event-id-of-501", "/auditEvents/0", event -> event.put("eventId", "a".repeat(501)))
                        .caughtBy(
                                "response-event-id-length",
                                "at /auditEvents/0/eventId: expected 1 to 500 code points, got 501 code points"),
                EveryShape.at("event-without-a-type", "/auditEvents/0", event -> event.remove("type"))
                        .caughtBy(
                                "response-event-type-required",
                                "at /auditEvents/0/type: expected a value, got nothing"),
                EveryShape.at("event-type-as-a-number", "/auditEvents/0", event -> event.put("type", 1))
                        .caughtBy(
                                "response-event-type-type",
                                "at /auditEvents/0/type: expected a string, got the number 1"),
                EveryShape.at("unknown-event-type", "/auditEvents/0", event -> event.put("type", "Case.Merged"))
                        .caughtBy(
                                "response-event-type-enum",
                                "at /auditEvents/0/type: expected one of Case.Created, Case.Updated, RelatedItem.Created, RelatedItem.Updated, RelatedItem.Deleted, got 'Case.Merged'"),
                EveryShape.at(
                                "related-item-type-as-a-list",
                                "/auditEvents/1",
                                event -> event.putArray("relatedItemType").add("Comment"))
                        .caughtBy(
                                "response-related-item-type-type",
                                "at /auditEvents/1/relatedItemType: expected a string, got a list of 1 item"),
                EveryShape.at(
                                "unknown-related-item-type",
                                "/auditEvents/1",
                                event -> event.put("relatedItemType", "CONNECT_CASE"))
                        .caughtBy(
                                "response-related-item-type-enum",
                                "at /auditEvents/1/relatedItemType: expected one of Contact, Comment, File, Sla, ConnectCase, Custom, got 'CONNECT_CASE'"),
                EveryShape.at("event-without-a-time", "/auditEvents/0", event -> event.remove("performedTime"))
                        .caughtBy(
                                "response-performed-time-required",
                                "at /auditEvents/0/performedTime: expected a value, got nothing"),
                EveryShape.at(
                                "time-in-epoch-seconds",
                                "/auditEvents/0",
                                event -> event.put("performedTime", 1773074700.125))
                        .caughtBy(
                                "response-performed-time-type",
                                "at /auditEvents/0/performedTime: expected a string, got the number 1773074700.125"),
                EveryShape.at(
                                "time-without-a-zone",
                                "/auditEvents/0",
                                event -> event.put("performedTime", "2026-03-09T16:45:00"))
                        .caughtBy(
                                "response-performed-time-format",
                                "at /auditEvents/0/performedTime: expected ISO 8601 with a zone, got '2026-03-09T16:45:00'"),
                EveryShape.at(
                                "time-as-http-writes-it",
                                "/auditEvents/0",
                                event -> event.put("performedTime", "Mon, 09 Mar 2026 16:45:00 GMT"))
                        .caughtBy(
                                "response-performed-time-format",
                                "at /auditEvents/0/performedTime: expected ISO 8601 with a zone, got 'Mon, 09 Mar 2026 16:45:00 GMT'"),
                EveryShape.at(
                                "time-of-no-day",
                                "/auditEvents/0",
                                event -> event.put("performedTime", "2026-02-30T16:45:00Z"))
                        .caughtBy(
                                "response-performed-time-format",
                                "at /auditEvents/0/performedTime: expected ISO 8601 with a zone, got '2026-02-30T16:45:00Z'"),
                EveryShape.at(
                                "time-with-a-local-offset",
                                "/auditEvents/0",
                                event -> event.put("performedTime", "2026-03-09T11:45:00-05:00"))
                        .caughtBy(
                                "response-performed-time-utc",
                                "at /auditEvents/0/performedTime: expected UTC, got the offset '-05:00'"),
                EveryShape.at("event-without-fields", "/auditEvents/0", event -> event.remove("fields"))
                        .caughtBy(
                                "response-fields-required", "at /auditEvents/0/fields: expected a value, got nothing"),
                EveryShape.at("fields-that-are-null", "/auditEvents/0", event -> event.putNull("fields"))
                        .caughtBy("response-fields-required", "at /auditEvents/0/fields: expected a value, got null"),
                EveryShape.at(
                                "fields-as-an-object",
                                "/auditEvents/0",
                                event -> event.putObject("fields").put("status", "closed"))
                        .caughtBy(
                                "response-fields-type",
                                "at /auditEvents/0/fields: expected a list, got an object with 1 member"),
                EveryShape.at(
                                "field-as-its-id",
                                "/auditEvents/0",
                                event -> event.putArray("fields").add("status"))
                        .caughtBy(
                                "response-fields-item-type",
                                "at /auditEvents/0/fields/0: expected an object, got the string 'status'"),
                EveryShape.at(
                                "performer-as-an-arn",
                                "/auditEvents/0",
                                event -> event.put("performedBy", "arn:aws:iam::111122223333:role/Agent"))
                        .caughtBy(
                                "response-performed-by-type",
                                "at /auditEvents/0/performedBy: expected an object, got a masked string"),
                EveryShape.at(
                                "performer-without-a-principal",
                                "/auditEvents/0/performedBy",
                                performer -> performer.remove("iamPrincipalArn"))
                        .caughtBy(
                                "response-iam-principal-arn-required",
                                "at /auditEvents/0/performedBy/iamPrincipalArn: expected a value, got nothing"),
                EveryShape.at(
                                "principal-as-a-number",
                                "/auditEvents/0/performedBy",
                                performer -> performer.put("iamPrincipalArn", 111122223333L))
                        .caughtBy(
                                "response-iam-principal-arn-type",
                                "at /auditEvents/0/performedBy/iamPrincipalArn: expected a string, got the number 111122223333"),
                EveryShape.at(
                                "empty-principal",
                                "/auditEvents/0/performedBy",
                                performer -> performer.put("iamPrincipalArn", ""))
                        .caughtBy(
                                "response-iam-principal-arn-length",
                                "at /auditEvents/0/performedBy/iamPrincipalArn: expected 1 to 500 code points, got 0 code points"),
                EveryShape.at(
                                "principal-of-501",
                                "/auditEvents/0/performedBy",
                                performer -> performer.put("iamPrincipalArn", "a".repeat(501)))
                        .caughtBy(
                                "response-iam-principal-arn-length",
                                "at /auditEvents/0/performedBy/iamPrincipalArn: expected 1 to 500 code points, got 501 code points"),
                EveryShape.at("bare-user", "/auditEvents/0/performedBy", performer -> performer.put("user", "jane.doe"))
                        .caughtBy(
                                "response-user-type",
                                "at /auditEvents/0/performedBy/user: expected an object, got a masked string"),
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
                EveryShape.at("user-arn-as-a-number", "/auditEvents/0/performedBy/user", user -> user.put("userArn", 1))
                        .caughtBy(
                                "response-user-arn-type",
                                "at /auditEvents/0/performedBy/user/userArn: expected a string, got the number 1"),
                EveryShape.at("empty-user-arn", "/auditEvents/0/performedBy/user", user -> user.put("userArn", ""))
                        .caughtBy(
                                "response-user-arn-length",
                                "at /auditEvents/0/performedBy/user/userArn: expected 1 to 500 code points, got 0 code points"),
                EveryShape.at(
                                "user-arn-of-501",
                                "/auditEvents/0/performedBy/user",
                                user -> user.put("userArn", "a".repeat(501)))
                        .caughtBy(
                                "response-user-arn-length",
                                "at /auditEvents/0/performedBy/user/userArn: expected 1 to 500 code points, got 501 code points"),
                EveryShape.at(
                                "custom-entity-as-a-number",
                                "/auditEvents/1/performedBy/user",
                                user -> user.put("customEntity", 4711))
                        .caughtBy(
                                "response-custom-entity-type",
                                "at /auditEvents/1/performedBy/user/customEntity: expected a string, got a masked number"),
                EveryShape.at(
                                "custom-entity-of-501",
                                "/auditEvents/1/performedBy/user",
                                user -> user.put("customEntity", "a".repeat(501)))
                        .caughtBy(
                                "response-custom-entity-length",
                                "at /auditEvents/1/performedBy/user/customEntity: expected 1 to 500 code points, got 501 code points"),
                EveryShape.at(
                                "custom-entity-with-a-space-at-its-end",
                                "/auditEvents/1/performedBy/user",
                                user -> user.put("customEntity", "jane.doe "))
                        .caughtBy(
                                "response-custom-entity-pattern",
                                "at /auditEvents/1/performedBy/user/customEntity: expected a match of ^[a-zA-Z0-9_\\-.@:/ ]*[a-zA-Z0-9_\\-.@:/]$, got a masked string"),
                EveryShape.at(
                                "custom-entity-with-a-line-break-at-its-end",
                                "/auditEvents/1/performedBy/user",
                                user -> user.put("customEntity", "jane.doe\n"))
                        .caughtBy(
                                "response-custom-entity-pattern",
                                "at /auditEvents/1/performedBy/user/customEntity: expected a match of ^[a-zA-Z0-9_\\-.@:/ ]*[a-zA-Z0-9_\\-.@:/]$, got a masked string"),
                EveryShape.at(
                                "custom-entity-with-a-comma",
                                "/auditEvents/1/performedBy/user",
                                user -> user.put("customEntity", "Doe, Jane"))
                        .caughtBy(
                                "response-custom-entity-pattern",
                                "at /auditEvents/1/performedBy/user/customEntity: expected a match of ^[a-zA-Z0-9_\\-.@:/ ]*[a-zA-Z0-9_\\-.@:/]$, got a masked string"));
    }
}
