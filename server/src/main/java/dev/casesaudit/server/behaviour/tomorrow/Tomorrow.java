package dev.casesaudit.server.behaviour.tomorrow;

import dev.casesaudit.server.behaviour.name.NameList;
import dev.casesaudit.server.behaviour.name.UnknownNameException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The future members and items that responses contain. */
public record Tomorrow(Set<Novelty> novelties) {

    private static final String ALL = "all";
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};
    private static final Tomorrow NONE = new Tomorrow(Set.of());

    public Tomorrow {
        novelties = Set.copyOf(novelties);
    }

    public static Tomorrow none() {
        return NONE;
    }

    public static Tomorrow all() {
        return new Tomorrow(EnumSet.allOf(Novelty.class));
    }

    public static List<String> names() {
        return Arrays.stream(Novelty.values()).map(Novelty::wireName).toList();
    }

    /**
     * Reads a line such as {@code event-type, null-items}, or {@code all}.
     *
     * @throws UnknownNameException if a name is unknown or repeated
     */
    public static Tomorrow parse(String line) {
        return parse(NameList.inLine(line));
    }

    /**
     * Reads a list of names.
     *
     * @throws UnknownNameException if a name is unknown or repeated
     */
    public static Tomorrow parse(List<String> names) {
        String expected = String.format(Locale.ROOT, "one of %s, %s", ALL, String.join(", ", names()));
        return new Tomorrow(NameList.read(names, name -> expected, Tomorrow::named).stream()
                .flatMap(Set::stream)
                .collect(Collectors.toSet()));
    }

    private static Optional<Set<Novelty>> named(String name) {
        return name.equals(ALL)
                ? Optional.of(EnumSet.allOf(Novelty.class))
                : Arrays.stream(Novelty.values())
                        .filter(novelty -> novelty.wireName().equals(name))
                        .<Set<Novelty>>map(EnumSet::of)
                        .findFirst();
    }

    /** Returns a line that parses to this, with the names in a fixed order. */
    public String text() {
        return novelties.size() == Novelty.values().length
                ? ALL
                : novelties.stream().sorted().map(Novelty::wireName).collect(Collectors.joining(", "));
    }

    public boolean isNone() {
        return novelties.isEmpty();
    }

    /** Returns how many events fit on a page of this size: fewer where null items take a place, but always one. */
    public int mostEvents(int items) {
        return items - nulls(items);
    }

    /**
     * Returns the items of a page.
     *
     * @param events at most {@link #mostEvents}, encoded as today
     * @param most the page size
     */
    public byte[][] items(byte[][] events, int most) {
        if (isNone()) {
            return events;
        }
        FutureEvent future = new FutureEvent(novelties);
        int nulls = events.length == 0 ? 0 : nulls(most);
        byte[][] items = new byte[events.length + nulls][];
        Arrays.fill(items, NULL);
        int first = Math.min(nulls, 1);
        for (int i = 0; i < events.length; i++) {
            items[first + i] = future.encode(events[i]);
        }
        return items;
    }

    /** Returns the unknown members of the output as JSON without the braces; empty where there are none. */
    public byte[] outputMembers() {
        return novelties.contains(Novelty.EXTRA_MEMBERS) ? ExtraMembers.encoded() : new byte[0];
    }

    // One before the events and one after them, as far as there is room beside one event.
    private int nulls(int items) {
        return novelties.contains(Novelty.NULL_ITEMS) ? Math.min(2, items - 1) : 0;
    }
}
