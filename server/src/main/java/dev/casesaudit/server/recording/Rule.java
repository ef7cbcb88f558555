package dev.casesaudit.server.recording;

import java.util.List;
import java.util.Locale;

/** A question that the documents of the service leave open, and the answers that a rule can give. */
public enum Rule {
    CREATE_CASE_EVENT("CreateCase", "event", Rule.RECORDED, Rule.NOTHING),
    CREATE_CASE_FIELDS("CreateCase", "fields", "given", "all", "none"),
    CREATE_CASE_OLD_VALUE("CreateCase", "oldValue", "absent", "emptyValue"),
    CREATE_CASE_REPLAY("CreateCase", "replay", Rule.NOTHING, Rule.RECORDED),
    UPDATE_CASE_EVENT("UpdateCase", "event", Rule.RECORDED, Rule.NOTHING),
    UPDATE_CASE_FIELDS("UpdateCase", "fields", "changed", "given", "none"),
    UPDATE_CASE_SYSTEM_FIELDS("UpdateCase", "systemFields", "omitted", "listed"),
    UPDATE_CASE_OLD_VALUE("UpdateCase", "oldValue", "where there was a value", "always", "absent"),
    UPDATE_CASE_NO_CHANGE("UpdateCase", "noChange", Rule.NOTHING, Rule.RECORDED),
    CREATE_RELATED_ITEM_EVENT("CreateRelatedItem", "event", Rule.RECORDED, Rule.NOTHING),
    CREATE_RELATED_ITEM_FIELDS("CreateRelatedItem", "fields", "content", "none"),
    UPDATE_RELATED_ITEM_EVENT("UpdateRelatedItem", "event", Rule.RECORDED, Rule.NOTHING),
    UPDATE_RELATED_ITEM_FIELDS("UpdateRelatedItem", "fields", "changed", "content", "none"),
    UPDATE_RELATED_ITEM_NO_CHANGE("UpdateRelatedItem", "noChange", Rule.NOTHING, Rule.RECORDED),
    DELETE_RELATED_ITEM_EVENT("DeleteRelatedItem", "event", Rule.RECORDED, Rule.NOTHING),
    DELETE_RELATED_ITEM_FIELDS("DeleteRelatedItem", "fields", "none", "content"),
    PERFORMED_BY_USER("performedBy", "user", "of the request", "absent"),
    PERFORMED_BY_PRINCIPAL("performedBy", "iamPrincipalArn", "of the access key", "performedBy absent"),
    LONG_TEXTS("texts", "longer", "cut", "omitted");

    static final String RECORDED = "recorded";
    static final String NOTHING = "nothing";

    private final String group;
    private final String member;

    @SuppressWarnings("ImmutableEnumChecker") // List.of makes an immutable one
    private final List<String> answers;

    Rule(String group, String member, String... answers) {
        this.group = group;
        this.member = member;
        this.answers = List.of(answers);
    }

    /** Returns the operation or part of an event that it is about. */
    String group() {
        return group;
    }

    String member() {
        return member;
    }

    /** Returns the possible answers. */
    List<String> answers() {
        return answers;
    }

    /** Returns its place in the file, such as {@code CreateCase.fields}. */
    public String place() {
        return String.format(Locale.ROOT, "%s.%s", group, member);
    }
}
