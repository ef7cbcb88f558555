package dev.casesaudit.server.http;

import dev.casesaudit.server.behaviour.HeaderWishes;
import dev.casesaudit.server.fault.Fault;
import dev.casesaudit.server.journal.Attempt;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jspecify.annotations.Nullable;

/** What the operation needs to know of its request, beside what the contract names; and what it has to say about the answer. */
public final class CurrentRequest {

    private static final String FAULT = Fault.class.getName();
    private static final String ATTEMPT = Attempt.class.getName();

    private final RoutingContext context;

    private CurrentRequest(RoutingContext context) {
        this.context = context;
    }

    /** The request that this thread serves. */
    public static CurrentRequest get() {
        return new CurrentRequest(CurrentRequestManager.get().unwrap(RoutingContext.class));
    }

    static void attach(RoutingContext context, Attempt attempt) {
        context.put(ATTEMPT, attempt);
    }

    /** What the journal keeps of it. */
    public Attempt attempt() {
        return context.get(ATTEMPT);
    }

    /** What it asks for by its headers. */
    public HeaderWishes wishes() {
        MultiMap headers = context.request().headers();
        String faults = headers.get(HeaderWishes.FAULTS);
        String pages = headers.get(HeaderWishes.PAGES);
        String tomorrow = headers.get(HeaderWishes.TOMORROW);
        return faults == null && pages == null && tomorrow == null
                ? HeaderWishes.NONE
                : new HeaderWishes(wish(faults), wish(pages), wish(tomorrow));
    }

    // HTTP hands each byte on as one character. An empty header asks for nothing.
    private static @Nullable String wish(@Nullable String header) {
        return header == null || header.isBlank()
                ? null
                : new String(header.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** Has the answer delivered as a fault has it. */
    public void deliver(Fault fault) {
        context.put(FAULT, fault);
    }

    static Optional<Fault> fault(RoutingContext context) {
        return Optional.ofNullable(context.get(FAULT));
    }
}
