package dev.casesaudit.server.control;

import dev.casesaudit.control.model.RequestRecord;
import dev.casesaudit.server.journal.Attempt;
import dev.casesaudit.server.journal.Journal;
import dev.casesaudit.server.json.WireJson;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One client that follows the journal. Looks into the journal at intervals, so that requests of clients are not slowed
 * down by who watches them.
 */
final class JournalFollower {

    private static final long PERIOD_MILLIS = 100;
    private static final int TICKS_PER_SECOND = 10;

    // Masking and writing a request takes up to 100 µs: a follower may take 2 % of a core in the long run.
    private static final int CREDIT_OF_A_PERIOD = 20;

    // A burst of so many requests is sent completely. Of a longer one, the oldest are skipped.
    private static final int MOST_CREDIT = 1_000;
    private static final int MOST_IN_A_PERIOD = 100;
    private static final int MOST_OPEN = 1_000;
    private static final int HEARTBEAT_TICKS = 10 * TICKS_PER_SECOND;
    private static final int LONGEST_STALL_TICKS = 10 * TICKS_PER_SECOND;

    private final Journal journal;
    private final String process;
    private final Vertx vertx;
    private final HttpServerResponse response;

    // Requests that were sent without a response, by their positions.
    private final Map<Long, Attempt> open = new TreeMap<>();
    private long position;
    private int credit = MOST_CREDIT;
    private long removals;
    private long timer;
    private int quietTicks;
    private int stalledTicks;
    private boolean writing;

    JournalFollower(Journal journal, String process, Vertx vertx, HttpServerResponse response) {
        this.journal = journal;
        this.process = process;
        this.vertx = vertx;
        this.response = response;
        position = journal.end();
        removals = journal.removals();
    }

    /**
     * Sends events from now on.
     *
     * @param lastId the id of the last event that the client received
     * @param ended runs when the client is gone
     */
    void begin(@Nullable String lastId, Runnable ended) {
        boolean continues = lastId == null || continuesAt(lastId);
        // Also tells the client at once that the stream is open.
        response.write(continues ? ": the journal\n\n" : event("removed", "{}"));
        timer = vertx.setPeriodic(PERIOD_MILLIS, tick -> look());
        response.endHandler(done -> close(ended));
        response.closeHandler(done -> close(ended));
        response.exceptionHandler(broken -> close(ended));
    }

    private void close(Runnable ended) {
        vertx.cancelTimer(timer);
        ended.run();
    }

    private boolean continuesAt(String lastId) {
        if (!lastId.startsWith(process)) {
            return false;
        }
        try {
            position = Math.min(position, Math.max(0, Long.parseLong(lastId.substring(process.length()))));
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** Ends the response. */
    void end() {
        if (!response.ended()) {
            response.end();
        }
    }

    private void look() {
        if (writing || response.ended()) {
            return;
        }
        if (response.writeQueueFull()) {
            if (++stalledTicks > LONGEST_STALL_TICKS) {
                response.reset();
            }
            return;
        }
        stalledTicks = 0;
        writing = true;
        vertx.executeBlocking(this::events, false).onComplete(events -> {
            writing = false;
            if (events.failed() || response.ended() || response.closed()) {
                return;
            }
            if (events.result().length() > 0) {
                quietTicks = 0;
                response.write(events.result());
            } else if (++quietTicks >= HEARTBEAT_TICKS) {
                quietTicks = 0;
                response.write(":\n\n");
            }
        });
    }

    private Buffer events() {
        Buffer events = Buffer.buffer();
        long removalsNow = journal.removals();
        if (removalsNow != removals) {
            removals = removalsNow;
            open.clear();
            events.appendString(event("removed", "{}"));
        }
        credit = Math.min(MOST_CREDIT, credit + CREDIT_OF_A_PERIOD);
        appendEnded(events);
        Journal.Section section = journal.from(position, credit);
        if (section.position() > position) {
            events.appendString(event("skipped", "{\"requests\":" + (section.position() - position) + "}"));
            position = section.position();
        }
        for (Attempt attempt : section.attempts()
                .subList(0, Math.min(MOST_IN_A_PERIOD, section.attempts().size()))) {
            RequestRecord record = Reports.of(attempt);
            if (record.getAnswer() == null && open.size() < MOST_OPEN) {
                open.put(position, attempt);
            }
            position++;
            append(events, record);
        }
        return events;
    }

    private void appendEnded(Buffer events) {
        for (Iterator<Attempt> each = open.values().iterator(); each.hasNext() && credit > 0; ) {
            Attempt attempt = each.next();
            if (attempt.end().isPresent()) {
                each.remove();
                append(events, Reports.of(attempt));
            }
        }
    }

    private void append(Buffer events, RequestRecord record) {
        credit--;
        events.appendString("id: " + process + (open.isEmpty() ? position : firstOpen()) + "\nevent: request\ndata: ")
                .appendBytes(WireJson.encode(record))
                .appendString("\n\n");
    }

    private long firstOpen() {
        return open.keySet().iterator().next();
    }

    private static String event(String name, String data) {
        return "event: " + name + "\ndata: " + data + "\n\n";
    }
}
