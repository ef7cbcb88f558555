package dev.casesaudit.server.behaviour;

import dev.casesaudit.server.audit.CaseKey;
import dev.casesaudit.server.behaviour.fault.Playback;
import dev.casesaudit.server.document.Place;
import dev.casesaudit.server.document.Problem;
import dev.casesaudit.server.error.ErrorType;
import dev.casesaudit.server.error.ServiceException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Behaviours from request headers. Every attempt of a call repeats the headers, so the progress of the call is kept
 * here.
 */
final class HeaderScripts {

    // One for each case and script. The oldest is dropped first; a script that was dropped starts again.
    private static final int MOST_PLAYBACKS = 200;

    private final BehaviourReader reader;
    private final Map<Key, Playback> playbacks = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Playback> eldest) {
            return size() > MOST_PLAYBACKS;
        }
    };

    HeaderScripts(BehaviourReader reader) {
        this.reader = reader;
    }

    ActiveBehaviour behaviour(CaseKey key, BehaviourHeaders behaviourHeaders) {
        Behaviour behaviour = new Behaviour(
                Optional.empty(),
                OptionalInt.empty(),
                read(BehaviourHeaders.PAGES, behaviourHeaders.pages(), reader::pages),
                read(BehaviourHeaders.TOMORROW, behaviourHeaders.tomorrow(), reader::tomorrow));
        return new ActiveBehaviour(
                behaviour, Optional.ofNullable(behaviourHeaders.faults()).map(text -> playback(new Key(key, text))));
    }

    HeaderScripts restarted() {
        return new HeaderScripts(reader);
    }

    /** The same, without the progress of a case. */
    synchronized HeaderScripts restarted(CaseKey key) {
        HeaderScripts others = restarted();
        others.playbacks.putAll(playbacks);
        others.playbacks.keySet().removeIf(one -> one.caseKey().equals(key));
        return others;
    }

    private synchronized Playback playback(Key key) {
        Playback known = playbacks.get(key);
        if (known != null) {
            return known;
        }
        Playback begun = read(BehaviourHeaders.FAULTS, key.text(), reader::faults)
                .map(Playback::repeated)
                .orElseThrow();
        playbacks.put(key, begun);
        return begun;
    }

    private static <T> Optional<T> read(
            String header, @Nullable String text, BiFunction<String, Place, Optional<T>> reader) {
        if (text == null) {
            return Optional.empty();
        }
        List<Problem> problems = new ArrayList<>();
        Optional<T> read = reader.apply(text, new Place("", header, problems::add));
        if (!problems.isEmpty()) {
            throw new ServiceException(
                    ErrorType.VALIDATION,
                    problems.stream()
                            .map(one -> String.format(
                                    Locale.ROOT,
                                    "The header %s is invalid: expected %s, got %s",
                                    header,
                                    one.expected(),
                                    one.got()))
                            .collect(Collectors.joining("; ")));
        }
        return read;
    }

    private record Key(CaseKey caseKey, String text) {}
}
