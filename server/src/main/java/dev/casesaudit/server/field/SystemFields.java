package dev.casesaudit.server.field;

import dev.casesaudit.api.model.FieldNamespace;
import dev.casesaudit.api.model.FieldType;
import dev.casesaudit.api.model.FieldValueUnion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The fields that each domain has, as the administrator guide of Amazon Connect lists them. It calls
 * {@code assigned_user} a text; the model of the API has a type for users.
 */
public final class SystemFields {

    public static final String CASE_ID = "case_id";
    public static final String STATUS = "status";
    public static final String REFERENCE_NUMBER = "reference_number";
    public static final String CREATED = "created_datetime";
    public static final String UPDATED = "last_updated_datetime";
    public static final String CLOSED = "last_closed_datetime";

    /** The status of a new case, and that of one which is done. No domain can take these options away. */
    public static final List<String> STATUSES = List.of("open", "closed");

    /** The status that closes a case. */
    public static final FieldValueUnion CLOSED_STATUS = FieldValues.text(STATUSES.get(1));

    /** The fields that the service keeps, so that no request can write them. */
    public static final Set<String> KEPT_BY_THE_SERVICE = Set.of(CASE_ID, REFERENCE_NUMBER, CREATED, UPDATED, CLOSED);

    private static final Map<String, Field> ALL = all();

    private SystemFields() {}

    /** Returns the fields by their ids. */
    public static Map<String, Field> byId() {
        return new LinkedHashMap<>(ALL);
    }

    private static Map<String, Field> all() {
        Map<String, Field> fields = new LinkedHashMap<>();
        add(fields, CASE_ID, "Case ID", FieldType.TEXT);
        add(fields, "title", "Title", FieldType.TEXT);
        add(fields, "summary", "Summary", FieldType.TEXT);
        add(fields, STATUS, "Status", FieldType.SINGLE_SELECT, STATUSES);
        add(fields, "customer_id", "Customer", FieldType.TEXT);
        add(fields, "case_reason", "Case Reason", FieldType.SINGLE_SELECT);
        add(fields, REFERENCE_NUMBER, "Reference number", FieldType.TEXT);
        add(fields, CREATED, "Date/Time Opened", FieldType.DATE_TIME);
        add(fields, UPDATED, "Date/Time Updated", FieldType.DATE_TIME);
        add(fields, CLOSED, "Date/Time Closed", FieldType.DATE_TIME);
        add(fields, "assigned_user", "Assigned user", FieldType.USER);
        add(fields, "assigned_queue", "Assigned queue", FieldType.TEXT);
        return fields;
    }

    private static void add(Map<String, Field> fields, String id, String name, FieldType type) {
        add(fields, id, name, type, List.of());
    }

    private static void add(Map<String, Field> fields, String id, String name, FieldType type, List<String> options) {
        fields.put(id, new Field(id, name, type, FieldNamespace.SYSTEM, options, id.equals("summary")));
    }
}
