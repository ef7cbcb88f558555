package dev.casesaudit.journey.reliability;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out whether operations that overlapped in time can have happened one after the other, each at some moment between its
 * request and its response. It goes through the requests and responses in order, and keeps every state that the server can be in.
 */
final class Linearizability {

    private Linearizability() {}

    /** Returns the first operation whose response nothing explains; nothing, if all of them are explained. */
    static <S> Optional<Recorded<S>> violation(S start, List<Recorded<S>> operations) {
        List<Moment<S>> moments = new ArrayList<>();
        for (Recorded<S> operation : operations) {
            moments.add(new Moment<>(operation.begun(), false, operation));
            moments.add(new Moment<>(operation.ended(), true, operation));
        }
        moments.sort(Comparator.comparingLong((Moment<S> moment) -> moment.at).thenComparing(moment -> moment.isEnd));
        Set<Recorded<S>> open = new LinkedHashSet<>();
        Set<Possible<S>> possible = new HashSet<>(Set.of(new Possible<>(start, Set.of())));
        for (Moment<S> moment : moments) {
            if (moment.isEnd) {
                possible = after(moment.operation, open, possible);
                open.remove(moment.operation);
                if (possible.isEmpty()) {
                    return Optional.of(moment.operation);
                }
            } else {
                open.add(moment.operation);
            }
        }
        return Optional.empty();
    }

    // Where an operation has ended it has happened, and before it any of the others that are open.
    private static <S> Set<Possible<S>> after(Recorded<S> ended, Set<Recorded<S>> open, Set<Possible<S>> possible) {
        Set<Possible<S>> reached = new HashSet<>();
        Set<Possible<S>> seen = new HashSet<>(possible);
        List<Possible<S>> left = new ArrayList<>(possible);
        while (!left.isEmpty()) {
            Possible<S> one = left.remove(left.size() - 1);
            if (one.happened.contains(ended)) {
                reached.add(one.without(ended));
                continue;
            }
            for (Recorded<S> next : open) {
                if (!one.happened.contains(next)) {
                    next.step()
                            .from(one.state)
                            .map(state -> one.with(next, state))
                            .filter(seen::add)
                            .ifPresent(left::add);
                }
            }
        }
        return reached;
    }

    /** An operation with its response. */
    @FunctionalInterface
    interface Step<S> {
        /** Returns the state after it; empty, if it cannot have had this response in this state. */
        Optional<S> from(S state);
    }

    /** An operation, when its request was sent, and when its response was there. */
    record Recorded<S>(String name, long begun, long ended, Step<S> step) {

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    private record Moment<S>(long at, boolean isEnd, Recorded<S> operation) {}

    private record Possible<S>(S state, Set<Recorded<S>> happened) {

        Possible<S> with(Recorded<S> operation, S next) {
            Set<Recorded<S>> more = new HashSet<>(happened);
            more.add(operation);
            return new Possible<>(next, more);
        }

        Possible<S> without(Recorded<S> operation) {
            Set<Recorded<S>> fewer = new HashSet<>(happened);
            fewer.remove(operation);
            return new Possible<>(state, fewer);
        }
    }
}
