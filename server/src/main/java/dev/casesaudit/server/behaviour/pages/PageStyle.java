package dev.casesaudit.server.behaviour.pages;

import dev.casesaudit.server.behaviour.name.NameList;
import dev.casesaudit.server.behaviour.name.UnknownNameException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How awkward pages are.
 *
 * @param lifetime of tokens, where they expire
 */
public record PageStyle(Set<Awkwardness> awkward, Optional<TokenLifetime> lifetime) {

    // At most one of each: they contradict each other, or one has no effect beside the other.
    private static final List<List<Awkwardness>> EXCLUSIVE = List.of(
            List.of(
                    Awkwardness.NULL_TOKEN,
                    Awkwardness.ILLEGAL_REPEATED_TOKEN,
                    Awkwardness.ILLEGAL_EMPTY_TOKEN,
                    Awkwardness.ILLEGAL_ENDLESS),
            List.of(Awkwardness.EMPTY_LAST_PAGE, Awkwardness.ILLEGAL_REPEATED_TOKEN, Awkwardness.ILLEGAL_ENDLESS),
            List.of(Awkwardness.TOKENS_ONCE, Awkwardness.ILLEGAL_REPEATED_TOKEN));

    private static final PageStyle PLAIN = new PageStyle(Set.of(), Optional.empty());

    public PageStyle {
        awkward = Set.copyOf(awkward);
        if (awkward.contains(Awkwardness.TOKENS_EXPIRE) != lifetime.isPresent()) {
            throw new IllegalArgumentException("expected a lifetime exactly where tokens expire");
        }
        requireNoContradiction(awkward);
    }

    public static PageStyle plain() {
        return PLAIN;
    }

    /** Returns the valid names; the one with a time in parentheses includes an example. */
    public static List<String> names() {
        return Arrays.stream(Awkwardness.values())
                .map(one -> one == Awkwardness.TOKENS_EXPIRE ? one.wireName() + "(5s)" : one.wireName())
                .toList();
    }

    /**
     * Reads a line such as {@code short-pages, tokens-expire(5s)}. A blank line is plain.
     *
     * @throws UnknownNameException if a name is unknown or repeated, or two names contradict each other
     */
    public static PageStyle parse(String line) {
        return parse(NameList.inLine(line));
    }

    /**
     * Reads a list of names.
     *
     * @throws UnknownNameException if a name is unknown or repeated, or two names contradict each other
     */
    public static PageStyle parse(List<String> names) {
        List<One> read = NameList.read(names, PageStyle::expected, One::parse);
        Set<Awkwardness> awkward = read.stream().map(One::awkwardness).collect(Collectors.toSet());
        requireOneLifetime(read);
        return new PageStyle(
                awkward, read.stream().flatMap(one -> one.lifetime().stream()).findFirst());
    }

    /** Returns a line that parses to this style, with the names in a fixed order. */
    public String text() {
        return awkward.stream()
                .sorted()
                .map(one -> one == Awkwardness.TOKENS_EXPIRE
                        ? String.format(
                                Locale.ROOT,
                                "%s(%s)",
                                one.wireName(),
                                lifetime.orElseThrow().text())
                        : one.wireName())
                .collect(Collectors.joining(", "));
    }

    public boolean isPlain() {
        return awkward.isEmpty();
    }

    /** Whether the contract allows such pages. */
    public boolean isLegal() {
        return awkward.stream().allMatch(Awkwardness::isLegal);
    }

    public boolean has(Awkwardness one) {
        return awkward.contains(one);
    }

    private static String expected(String name) {
        return name.startsWith(Awkwardness.TOKENS_EXPIRE.wireName())
                ? "tokens-expire with a time from 1ms to 24h, such as tokens-expire(5s)"
                : "one of " + String.join(", ", names());
    }

    private static void requireOneLifetime(List<One> read) {
        List<String> lifetimes = read.stream()
                .flatMap(one -> one.lifetime().stream())
                .map(TokenLifetime::text)
                .toList();
        if (lifetimes.size() > 1) {
            throw UnknownNameException.together("one time in which tokens expire", String.join(" and ", lifetimes));
        }
    }

    private static void requireNoContradiction(Set<Awkwardness> awkward) {
        for (List<Awkwardness> group : EXCLUSIVE) {
            List<Awkwardness> both = new ArrayList<>(group);
            both.retainAll(awkward);
            if (both.size() > 1) {
                throw UnknownNameException.together("at most one of " + join(group, ", "), join(both, " and "));
            }
        }
    }

    private static String join(List<Awkwardness> several, String separator) {
        return several.stream().map(Awkwardness::wireName).collect(Collectors.joining(separator));
    }

    private record One(Awkwardness awkwardness, Optional<TokenLifetime> lifetime) {

        private static final String EXPIRE = Awkwardness.TOKENS_EXPIRE.wireName() + "(";

        static Optional<One> parse(String name) {
            if (name.startsWith(EXPIRE) && name.endsWith(")")) {
                return TokenLifetime.parse(name.substring(EXPIRE.length(), name.length() - 1))
                        .map(lifetime -> new One(Awkwardness.TOKENS_EXPIRE, Optional.of(lifetime)));
            }
            return Arrays.stream(Awkwardness.values())
                    .filter(one ->
                            one != Awkwardness.TOKENS_EXPIRE && one.wireName().equals(name))
                    .map(one -> new One(one, Optional.empty()))
                    .findFirst();
        }
    }
}
