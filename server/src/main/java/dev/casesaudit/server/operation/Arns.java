package dev.casesaudit.server.operation;

import dev.casesaudit.server.json.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/** The ARNs of resources, in the form of AWS. The account and the region are made up. */
final class Arns {

    private static final int LONGEST = 500;
    private static final int LONGEST_ID = 150;

    private Arns() {}

    static String ofCase(String domainId, String caseId) {
        return arn(domainId, "case", caseId);
    }

    static String ofField(String domainId, String fieldId) {
        return arn(domainId, "field", fieldId);
    }

    static String ofRelatedItem(String domainId, String caseId, String relatedItemId) {
        return arn(domainId, "case", shortened(caseId) + "/related-item/" + relatedItemId);
    }

    private static String arn(String domainId, String type, String id) {
        String arn = arnOf(domainId, type, id);
        return Utf8.codePoints(arn) <= LONGEST ? arn : arnOf(shortened(domainId), type, shortened(id));
    }

    private static String arnOf(String domainId, String type, String id) {
        return String.format(Locale.ROOT, "arn:aws:cases:us-east-1:111122223333:domain/%s/%s/%s", domainId, type, id);
    }

    // An ARN may be as long as an id alone.
    private static String shortened(String id) {
        return Utf8.codePoints(id) <= LONGEST_ID
                ? id
                : UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
