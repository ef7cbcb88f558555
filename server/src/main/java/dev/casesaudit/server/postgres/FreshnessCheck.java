package dev.casesaudit.server.postgres;

import dev.casesaudit.server.audit.CaseKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Asks the database for the newest version of cases. Requests that come while a query is under way share the next one:
 * it begins after each of them, so it sees all that was acknowledged before them.
 */
final class FreshnessCheck implements AutoCloseable {

    // One is under way while another collects.
    private static final int MOST_QUERIES = 2;

    private final BiFunction<List<CaseKey>, List<@Nullable StoredCase>, CaseRows.Checked> query;
    private final Function<CaseKey, @Nullable StoredCase> known;
    private final ExecutorService threads = Executors.newFixedThreadPool(MOST_QUERIES, task -> {
        Thread thread = new Thread(task, "freshness check");
        thread.setDaemon(true);
        return thread;
    });
    private List<Question> waiting = new ArrayList<>();
    private int queries;

    /** @param known returns the last version that was read; null for none */
    FreshnessCheck(
            BiFunction<List<CaseKey>, List<@Nullable StoredCase>, CaseRows.Checked> query,
            Function<CaseKey, @Nullable StoredCase> known) {
        this.query = query;
        this.known = known;
    }

    /**
     * The newest versions.
     *
     * @param configuration the version of the configuration
     * @param cases by key; without those that do not exist
     */
    record Answer(long configuration, Map<CaseKey, StoredCase> cases) {}

    private record Question(List<CaseKey> keys, CompletableFuture<Answer> answer) {}

    /** Asks for cases, without waiting for the answer. What depends on it runs in a thread that may wait. */
    CompletableFuture<Answer> ask(List<CaseKey> keys) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        synchronized (this) {
            waiting.add(new Question(keys, answer));
            if (queries == MOST_QUERIES) {
                return answer;
            }
            queries++;
        }
        threads.execute(this::answerAll);
        return answer;
    }

    /** Waits for an answer. */
    static Answer join(CompletableFuture<Answer> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException problem ? problem : e;
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }

    private void answerAll() {
        for (List<Question> batch = next(); !batch.isEmpty(); batch = next()) {
            try {
                Answer answer = query(batch);
                batch.forEach(question -> question.answer().complete(answer));
            } catch (RuntimeException e) {
                batch.forEach(question -> question.answer().completeExceptionally(e));
            }
        }
    }

    private synchronized List<Question> next() {
        List<Question> batch = waiting;
        waiting = new ArrayList<>();
        if (batch.isEmpty()) {
            queries--;
        }
        return batch;
    }

    private Answer query(List<Question> batch) {
        Set<CaseKey> all = new LinkedHashSet<>();
        batch.forEach(question -> all.addAll(question.keys()));
        List<CaseKey> keys = List.copyOf(all);
        List<@Nullable StoredCase> last = new ArrayList<>();
        keys.forEach(key -> last.add(known.apply(key)));
        CaseRows.Checked checked = query.apply(keys, last);
        Map<CaseKey, StoredCase> cases = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            Optional<StoredCase> one = checked.cases().get(i);
            if (one.isPresent()) {
                cases.put(keys.get(i), one.get());
            }
        }
        return new Answer(checked.configuration(), cases);
    }
}
