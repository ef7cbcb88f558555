package dev.casesaudit.server.postgres;

import dev.casesaudit.server.audit.CaseKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Asks the database for the newest version of cases. Requests that come while a query is under way share the next one:
 * it begins after each of them, so it sees all that was acknowledged before them.
 */
final class FreshnessCheck {

    // One is under way while another collects.
    private static final int MOST_QUERIES = 2;

    private final BiFunction<List<CaseKey>, List<@Nullable StoredCase>, CaseRows.Checked> query;
    private final Function<CaseKey, @Nullable StoredCase> known;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
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

    Answer ask(List<CaseKey> keys) {
        Question question = new Question(keys);
        List<Question> batch;
        lock.lock();
        try {
            waiting.add(question);
            while (!question.isAnswered() && (question.taken || queries == MOST_QUERIES)) {
                ended.awaitUninterruptibly();
            }
            if (question.isAnswered()) {
                return question.result();
            }
            batch = waiting;
            batch.forEach(one -> one.taken = true);
            waiting = new ArrayList<>();
            queries++;
        } finally {
            lock.unlock();
        }
        answer(batch);
        return question.result();
    }

    private void answer(List<Question> batch) {
        Answer answer = null;
        RuntimeException failure = null;
        try {
            answer = query(batch);
        } catch (RuntimeException e) {
            failure = e;
        }
        lock.lock();
        try {
            queries--;
            for (Question question : batch) {
                question.answer = answer;
                question.failure = failure;
            }
            ended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private Answer query(List<Question> batch) {
        Set<CaseKey> all = new LinkedHashSet<>();
        batch.forEach(question -> all.addAll(question.keys));
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

    // Guarded by the lock.
    private static final class Question {

        private final List<CaseKey> keys;
        private boolean taken;
        private @Nullable Answer answer;
        private @Nullable RuntimeException failure;

        Question(List<CaseKey> keys) {
            this.keys = keys;
        }

        boolean isAnswered() {
            return answer != null || failure != null;
        }

        Answer result() {
            if (failure != null) {
                throw failure;
            }
            return Objects.requireNonNull(answer, "it is answered");
        }
    }
}
