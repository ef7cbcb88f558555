package dev.casesaudit.conformance.legal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.conformance.stub.Service;
import dev.casesaudit.conformance.stub.StubReply;
import dev.casesaudit.conformance.stub.StubRequest;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One way in which a server is unusual and right.
 *
 * @param name in kebab-case
 * @param spared ids of SHOULD requirements that the server breaks
 */
record Oddity(String name, Supplier<Service> service, Set<String> spared) {

    Oddity(String name, Supplier<Service> service) {
        this(name, service, Set.of());
    }

    Oddity but(String... ids) {
        return new Oddity(name, service, Set.of(ids));
    }

    /** Changes all pages. */
    static Oddity page(String name, Consumer<ObjectNode> change) {
        return new Oddity(name, () -> new Service() {
            @Override
            protected ObjectNode page(ObjectNode page) {
                change.accept(page);
                return page;
            }
        });
    }

    /** Changes all objects of all pages, including the pages, and excluding empty values. */
    static Oddity objects(String name, Consumer<ObjectNode> change) {
        return page(name, page -> eachObject(page, change));
    }

    /** Changes all responses. */
    static Oddity reply(String name, BiConsumer<StubRequest, StubReply> change) {
        return new Oddity(name, () -> new Service() {
            @Override
            protected StubReply finish(StubRequest request, StubReply reply) {
                change.accept(request, reply);
                return reply;
            }
        });
    }

    @Override
    public String toString() {
        return name;
    }

    private static void eachObject(JsonNode node, Consumer<ObjectNode> change) {
        node.forEachEntry((member, value) -> {
            if (!member.equals("emptyValue")) {
                eachObject(value, change);
            }
        });
        if (node instanceof ObjectNode object) {
            change.accept(object);
        } else {
            node.forEach(item -> eachObject(item, change));
        }
    }
}
