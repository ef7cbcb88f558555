package dev.casesaudit.server.journal;

import dev.casesaudit.server.audit.CaseKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A chain of calls on one case, each with the token that an earlier one received. */
public final class Walk {

    private final CaseKey key;
    private final boolean startsAtFirstPage;
    private final List<Attempt> pages = new ArrayList<>();
    private final Set<String> given = new HashSet<>();
    private final Map<String, Integer> followed = new HashMap<>();

    // The token of the last page, where it was received for the first time.
    private Optional<String> inHand = Optional.empty();
    private boolean wentOnAfterTheLast;

    private Walk(CaseKey key, boolean startsAtFirstPage) {
        this.key = key;
        this.startsAtFirstPage = startsAtFirstPage;
    }

    /** Finds the walks in the calls that received a page, in the order in which they began. */
    public static List<Walk> of(List<Call> calls) {
        List<Walk> walks = new ArrayList<>();
        for (Call call : calls) {
            call.key().filter(key -> call.first().readsHistory()).ifPresent(key -> {
                Optional<String> token = call.requestToken();
                Walk walk = token.flatMap(known -> under(walks, key, known)).orElseGet(() -> {
                    Walk begun = new Walk(key, token.isEmpty());
                    walks.add(begun);
                    return begun;
                });
                walk.add(call, token);
            });
        }
        walks.removeIf(walk -> walk.pages.isEmpty());
        return walks;
    }

    // Returns the newest walk whose last page had the token; else the newest that ever received it.
    private static Optional<Walk> under(List<Walk> walks, CaseKey key, String token) {
        Optional<Walk> ever = Optional.empty();
        for (int i = walks.size() - 1; i >= 0; i--) {
            Walk walk = walks.get(i);
            if (walk.key.equals(key) && walk.inHand.equals(Optional.of(token))) {
                return Optional.of(walk);
            }
            if (ever.isEmpty() && walk.key.equals(key) && walk.given.contains(token)) {
                ever = Optional.of(walk);
            }
        }
        return ever;
    }

    private void add(Call call, Optional<String> token) {
        token.ifPresent(known -> {
            wentOnAfterTheLast |= isComplete();
            followed.merge(known, 1, Integer::sum);
        });
        Attempt last = call.last();
        if (last.servedPage()) {
            pages.add(last);
            inHand = last.nextToken().filter(given::add);
        }
    }

    public CaseKey key() {
        return key;
    }

    public int pages() {
        return pages.size();
    }

    public int events() {
        return pages.stream().mapToInt(page -> page.events().orElse(0)).sum();
    }

    /** Whether it reached a page without a token. */
    public boolean isComplete() {
        return !pages.isEmpty() && pages.get(pages.size() - 1).nextToken().isEmpty();
    }

    /** Whether each token that it received was used exactly once. */
    public boolean followedEachTokenOnce() {
        return given.stream().allMatch(token -> followed.getOrDefault(token, 0) == 1)
                && followed.values().stream().allMatch(times -> times == 1);
    }

    /** Returns the problems of the walk. */
    public List<String> findings() {
        List<String> findings = new ArrayList<>();
        if (!startsAtFirstPage) {
            findings.add("began with a token that is not known to have been given");
        }
        if (inHand.isPresent() && !followed.containsKey(inHand.get())) {
            findings.add(String.format(
                    Locale.ROOT, "stopped after %d page%s with a token in hand", pages(), pages() == 1 ? "" : "s"));
        }
        followed.values().stream()
                .filter(times -> times > 1)
                .forEach(times -> findings.add(String.format(Locale.ROOT, "followed one token %d times", times)));
        if (wentOnAfterTheLast) {
            findings.add("went on after the last page");
        }
        return findings;
    }
}
