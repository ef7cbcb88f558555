package dev.casesaudit.conformance.flaw;

import java.util.List;

/** Performers that break the contract in one member each. What is sensitive in them is never shown. */
final class PerformerFlaws {

    private PerformerFlaws() {}

    static List<Flaw> all() {
        return List.of(
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
