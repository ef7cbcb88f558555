package dev.casesaudit.journey.reliability;

import dev.casesaudit.server.audit.CaseKey;
import dev.casesaudit.server.audit.World;
import dev.casesaudit.server.fixture.Loaders;
import dev.casesaudit.server.page.CursorCodec;
import dev.casesaudit.server.page.TokenKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The valid requests to mutate. Expensive ones occur rarely. */
final class FuzzSeeds {

    /** The token key of the fuzzed mock, so that tokens can be made without requests. */
    static final String TOKEN_KEY = "a key that only signs what is fuzzed";

    private static final String DOMAIN = "/_mock/domains/fuzz";
    private static final String CASE = DOMAIN + "/cases/one";
    private static final String EVENTS = """
            {"auditEvents":[{"eventId":"e-1","type":"Case.Updated","performedTime":"2026-03-02T11:02:00Z",\
            "fields":[{"eventFieldId":"status","oldValue":{"stringValue":"open"},"newValue":{"doubleValue":1.5}},\
            {"eventFieldId":"done","newValue":{"emptyValue":{}}}],"relatedItemType":"Comment",\
            "performedBy":{"iamPrincipalArn":"arn:aws:iam::111122223333:role/Agent","user":{"customEntity":"agent-1"}}}]}""";
    private static final String TOLD = """
            {"faults":"Throttling*2, latency(1ms..3ms) + Validation(message=\\"no\\"), 25% AccessDenied; seed=7","calls":3,\
            "pages":"short-pages, null-token","tomorrow":"event-type, field-arm"}""";

    private FuzzSeeds() {}

    static List<Message> all() {
        List<Message> seeds = new ArrayList<>();
        operation(seeds);
        writes(seeds);
        behaviour(seeds);
        world(seeds);
        journal(seeds);
        return List.copyOf(seeds);
    }

    private static void operation(List<Message> seeds) {
        CursorCodec codec = new CursorCodec(TokenKey.of(TOKEN_KEY));
        World world = Loaders.world();
        for (String caseId :
                List.of("case-empty", "case-one-event", "case-two-pages", "case-long", "case-every-shape")) {
            CaseKey key = new CaseKey("contact-center", caseId);
            String token = codec.encode(1, key, world.history(key));
            for (String body : List.of(
                    "",
                    "{}",
                    "{\"maxResults\":1}",
                    "{\"nextToken\":\"%s\",\"maxResults\":2}".formatted(token),
                    "{\"maxResults\":3,\"nextToken\":null,\"another\":[1,{\"a\":\"\\u00e9\"}]}")) {
                add(
                        seeds,
                        6,
                        Message.of("POST", "/domains/contact-center/cases/%s/audit-history".formatted(caseId), body));
            }
        }
        for (String caseId : List.of("one", "case-throttled", "case-denied", "case-internal-error")) {
            add(seeds, 3, Message.of("POST", "/domains/fuzz/cases/%s/audit-history".formatted(caseId), "{}"));
            add(seeds, 3, Message.of("POST", "/domains/contact-center/cases/%s/audit-history".formatted(caseId), "{}"));
        }
    }

    private static void writes(List<Message> seeds) {
        String value = "{\"id\":\"title\",\"value\":{\"stringValue\":\"t\"}}";
        for (String domain : List.of("/domains/contact-center", "/domains/fuzz")) {
            String one = domain + "/cases/" + (domain.endsWith("fuzz") ? "one" : "case-two-pages");
            add(seeds, 4, Message.of("POST", domain + "/cases", """
                    {"templateId":"template-general","clientToken":"token","performedBy":{"customEntity":"a"},\
                    "tags":{"a":"b"},"fields":[%s,{"id":"customer_id","value":{"stringValue":"c"}},\
                    {"id":"refund-amount","value":{"doubleValue":1.5}},{"id":"vip","value":{"booleanValue":true}},\
                    {"id":"owner","value":{"userArnValue":"arn"}}]}""".formatted(value)));
            add(seeds, 4, Message.of("POST", one, "{\"fields\":[{\"id\":\"title\"},{\"id\":\"status\"}]}"));
            add(seeds, 4, Message.of("PUT", one, "{\"fields\":[%s]}".formatted(value)));
            add(seeds, 1, Message.of("DELETE", one, ""));
            add(seeds, 4, Message.of("POST", domain + "/fields-list?maxResults=2", ""));
            for (String content : List.of(
                    "\"Comment\",\"content\":{\"comment\":{\"body\":\"b\",\"contentType\":\"Text/Plain\"}}",
                    "\"Contact\",\"content\":{\"contact\":{\"contactArn\":\"arn\"}}",
                    "\"File\",\"content\":{\"file\":{\"fileArn\":\"arn\"}}",
                    "\"ConnectCase\",\"content\":{\"connectCase\":{\"caseId\":\"case-empty\"}}",
                    "\"Custom\",\"content\":{\"custom\":{\"fields\":[%s]}}".formatted(value),
                    "\"Sla\",\"content\":{\"sla\":{\"slaInputConfiguration\":{\"name\":\"n\",\"type\":\"CaseField\","
                            + "\"fieldId\":\"status\",\"targetFieldValues\":[{\"stringValue\":\"closed\"}],"
                            + "\"targetSlaMinutes\":5}}}")) {
                add(seeds, 1, Message.of("POST", one + "/related-items/", "{\"type\":" + content + "}"));
            }
            add(seeds, 1, Message.of("PUT", one + "/related-items/none", """
                    {"content":{"comment":{"body":"b","contentType":"Text/Plain"}}}"""));
            add(seeds, 1, Message.of("DELETE", one + "/related-items/none", ""));
        }
    }

    private static void behaviour(List<Message> seeds) {
        for (String place : List.of("/_mock", DOMAIN, CASE)) {
            add(seeds, 2, Message.of("PUT", place + "/behaviour", TOLD));
            add(seeds, 1, Message.of("GET", place + "/behaviour", ""));
            add(seeds, 1, Message.of("DELETE", place + "/behaviour", ""));
        }
        for (String place : List.of("/_mock", DOMAIN)) {
            add(seeds, 1, Message.of("PUT", place + "/rate-limit", "{\"rate\":100000.5,\"burst\":10000}"));
            add(seeds, 1, Message.of("GET", place + "/rate-limit", ""));
            add(seeds, 1, Message.of("DELETE", place + "/rate-limit", ""));
        }
    }

    private static void world(List<Message> seeds) {
        String domain =
                "{\"domain\":\"fuzz\",\"behaviour\":%s,\"cases\":{\"one\":%s,\"made\":{\"generate\":{\"events\":30,\"seed\":7}}}}"
                        .formatted(TOLD, EVENTS);
        add(seeds, 6, Message.of("PUT", CASE, EVENTS));
        add(
                seeds,
                2,
                Message.of("PUT", CASE, "{\"generate\":{\"events\":60,\"seed\":-1},\"behaviour\":%s}".formatted(TOLD)));
        add(
                seeds,
                2,
                Message.of("PUT", CASE, "{\"alwaysFails\":{\"error\":\"ThrottlingException\",\"message\":\"no\"}}"));
        add(seeds, 3, Message.of("POST", CASE + "/events", EVENTS));
        add(seeds, 3, Message.of("POST", CASE + "/copies", "{\"domainId\":\"fuzz\",\"caseId\":\"two\"}"));
        add(seeds, 2, Message.of("GET", CASE, ""));
        add(seeds, 1, Message.of("DELETE", CASE, ""));
        add(seeds, 1, Message.of("DELETE", CASE + "/state", ""));
        add(seeds, 3, Message.of("PUT", DOMAIN, domain));
        add(seeds, 1, Message.of("GET", DOMAIN, ""));
        add(seeds, 1, Message.of("DELETE", DOMAIN, ""));
        add(seeds, 1, Message.of("PUT", "/_mock/world", "[%s]".formatted(domain)));
        add(seeds, 1, Message.of("GET", "/_mock/state", ""));
    }

    private static void journal(List<Message> seeds) {
        add(seeds, 2, Message.of("GET", "/_mock/journal?domainId=fuzz&caseId=one&status=400&limit=5", ""));
        add(seeds, 1, Message.of("GET", "/_mock/calls?domainId=fuzz&limit=5", ""));
        add(seeds, 1, Message.of("GET", "/_mock/calls/call-1", ""));
        add(seeds, 1, Message.of("DELETE", "/_mock/journal", ""));
        add(seeds, 2, Message.of("POST", "/_mock/exams", "{\"kind\":\"walk\"}"));
        add(seeds, 1, Message.of("GET", "/_mock/exams", ""));
        add(seeds, 1, Message.of("GET", "/_mock/exams/none/junit", ""));
        add(seeds, 2, Message.of("GET", "/q/health", ""));
    }

    private static void add(List<Message> seeds, int weight, Message message) {
        seeds.addAll(Collections.nCopies(weight, message));
    }
}
