package dev.casesaudit.server.field;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields and templates of a domain. */
public final class DomainSchema {

    /** The template of a domain that declares none. The API reference names the two fields that a case must have. */
    public static final Template GENERAL = new Template("template-general", List.of("title", "customer_id"));

    /** The system fields and one template. */
    public static final DomainSchema DEFAULT = new DomainSchema(List.of(), List.of());

    // A field with its name, and an entry of a map.
    private static final int FIELD_BYTES = 256;
    private static final int CHARACTER = 2;

    private final List<Field> declaredFields;
    private final List<Template> declaredTemplates;
    private final Map<String, Field> fields = SystemFields.byId();
    private final Map<String, Template> templates = new LinkedHashMap<>();

    /**
     * Makes the fields and templates of a domain.
     *
     * @param declaredFields custom fields, and system fields with other options
     * @param declaredTemplates none for the general template
     */
    public DomainSchema(List<Field> declaredFields, List<Template> declaredTemplates) {
        this.declaredFields = List.copyOf(declaredFields);
        this.declaredTemplates = List.copyOf(declaredTemplates);
        declaredFields.forEach(field -> fields.put(field.id(), field));
        (declaredTemplates.isEmpty() ? List.of(GENERAL) : declaredTemplates)
                .forEach(template -> templates.put(template.id(), template));
    }

    public Optional<Field> field(String id) {
        return Optional.ofNullable(fields.get(id));
    }

    /** Returns all fields: first those of the system, then the others in the order of their declaration. */
    public Collection<Field> fields() {
        return Collections.unmodifiableCollection(fields.values());
    }

    public Optional<Template> template(String id) {
        return Optional.ofNullable(templates.get(id));
    }

    /** Returns the template of a case that does not say which it has. */
    public Template firstTemplate() {
        return templates.values().iterator().next();
    }

    public List<Field> declaredFields() {
        return declaredFields;
    }

    public List<Template> declaredTemplates() {
        return declaredTemplates;
    }

    /** Returns roughly how many bytes of memory it needs, beyond those of the default. */
    public long bytes() {
        long bytes = 0;
        for (Field field : declaredFields) {
            bytes += FIELD_BYTES
                    + CHARACTER * (long) (field.id().length() + field.name().length());
            for (String option : field.options()) {
                bytes += FIELD_BYTES + CHARACTER * (long) option.length();
            }
        }
        for (Template template : declaredTemplates) {
            bytes += FIELD_BYTES
                    + CHARACTER * (long) template.id().length()
                    + 64L * template.requiredFields().size();
        }
        return bytes;
    }
}
