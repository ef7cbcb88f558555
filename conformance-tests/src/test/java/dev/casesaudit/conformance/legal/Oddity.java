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
 * One way a server is unusual and right.
 *
 * @param name kebab-case
 * @param spared ids of requirements of good practice that it does not meet all the same
 */
record Oddity(String name, Supplier<Service> service, Set<String> spared) {

    Oddity(String name, Supplier<Service> service) {
        this(name, service, Set.of());
    }

    Oddity but(String id) {
        return new Oddity(name, service, Set.of(id));
    }

    /** Changes every page before it is written. */
    static Oddity page(String name, Consumer<ObjectNode> change) {
        return new Oddity(name, () -> new Service() {
            @Override
            protected ObjectNode page(ObjectNode page) {
                change.accept(page);
                return page;
            }
        });
    }

    /** Changes every object of every page, the page too. An empty value is none of them, since it has nothing to change. */
    static Oddity objects(String name, Consumer<ObjectNode> change) {
        return page(name, page -> eachObject(page, change));
    }

    /** Changes every response. */
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
