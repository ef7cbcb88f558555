package dev.casesaudit.server.control;

import dev.casesaudit.server.error.ErrorAnswers;
import dev.casesaudit.server.error.ErrorType;
import dev.casesaudit.server.error.ServiceError;
import dev.casesaudit.server.journal.Journal;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Sends the journal as it grows, as server-sent events. */
// A route of its own, as JAX-RS would not notice a client that does not read.
@ApplicationScoped
class JournalStream {

    private static final String PATH = "/_mock/journal/stream";
    private static final int MOST_CLIENTS = 16;

    private final Journal journal;
    private final Set<JournalFollower> followers = ConcurrentHashMap.newKeySet();

    // Ids of events of another process have another prefix.
    private final String process =
            Long.toString(ProcessHandle.current().pid(), 36) + Long.toString(System.currentTimeMillis(), 36) + '-';
    private volatile boolean stopping;

    JournalStream(Journal journal) {
        this.journal = journal;
    }

    void register(@Observes Router router) {
        router.get(PATH).order(-1).handler(this::open);
    }

    // Before what waits for the end of all responses.
    void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownDelayInitiatedEvent event) {
        stopping = true;
        followers.forEach(JournalFollower::end);
    }

    private void open(RoutingContext context) {
        HttpServerResponse response = context.response();
        JournalFollower follower = new JournalFollower(journal, process, context.vertx(), response);
        if (isFull(follower)) {
            ErrorAnswers.send(
                    ServiceError.of(
                            ErrorType.SERVICE_UNAVAILABLE,
                            stopping
                                    ? "The mock is stopping"
                                    : String.format(
                                            Locale.ROOT, "At most %d clients may follow the journal", MOST_CLIENTS)),
                    response);
            return;
        }
        response.putHeader(HttpHeaderNames.CONTENT_TYPE, "text/event-stream")
                .putHeader(HttpHeaderNames.CACHE_CONTROL, "no-store")
                .setChunked(true);
        follower.begin(context.request().getHeader("last-event-id"), () -> followers.remove(follower));
        if (stopping) {
            follower.end();
        }
    }

    private synchronized boolean isFull(JournalFollower follower) {
        return stopping || followers.size() >= MOST_CLIENTS || !followers.add(follower);
    }
}
