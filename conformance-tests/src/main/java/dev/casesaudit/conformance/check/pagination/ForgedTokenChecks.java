package dev.casesaudit.conformance.check.pagination;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.CheckContext;
import dev.casesaudit.conformance.check.Expect;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Refusal;
import dev.casesaudit.conformance.check.Walk;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.target.CaseRef;
import dev.casesaudit.conformance.target.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tokens that the target did not issue, or issued for another case. */
public final class ForgedTokenChecks extends PaginationTable {

    // Text, bytes and mistakes of clients. None of them could be a position.
    private static final List<String> GARBAGE = List.of(
            "not-a-token",
            "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            "00000000-0000-4000-8000-000000000000",
            "null",
            "\u00e9\u2713\ud83d\ude00");

    // Positions, plain or encoded, as servers use them that do not sign tokens.
    private static final List<String> POSITIONS =
            List.of("1", "{\"offset\":1}", "eyJvZmZzZXQiOjF9", "MQ==", "offset=1");

    // The longest first, since a foreign token can name its positions.
    private static final List<Role> OTHERS =
            List.of(Role.TWO_PAGES, Role.LONG, Role.FULL_PAGE, Role.EVERY_SHAPE, Role.SOME_EVENTS, Role.ONE_EVENT);

    private static final List<Role> LONG_ENOUGH = List.of(Role.SOME_EVENTS, Role.FULL_PAGE, Role.TWO_PAGES, Role.LONG);

    @Override
    public List<Check> checks() {
        return List.of(
                forged(
                        "pagination-garbage-token-refused",
                        (one, token) -> literal(one, GARBAGE.stream()),
                        (context, one, findings) -> Outcome.of(findings)),
                forged(
                        "pagination-guessed-token-refused",
                        (one, token) -> literal(one, POSITIONS.stream().filter(position -> !position.equals(token)))),
                forged("pagination-edited-token-refused", ForgedTokenChecks::edited),
                forged("pagination-cut-token-refused", ForgedTokenChecks::cut),
                forged(
                        "pagination-lengthened-token-refused",
                        (one, token) -> List.of(
                                new Forgery("a token with 'AAAA' after it", one, token + "AAAA"),
                                new Forgery("a token with 'AAAA' before it", one, "AAAA" + token),
                                new Forgery("a doubled token", one, token + token))),
                check("pagination-token-of-another-case-refused", ForgedTokenChecks::ofAnotherCase),
                check("pagination-token-of-another-domain-refused", ForgedTokenChecks::ofAnotherDomain),
                onFreshToken("pagination-unknown-case-with-token", ForgedTokenChecks::ofAnUnknownCase));
    }

    /** A token that the target must refuse for a case, and its name in findings. */
    private record Forgery(String what, CaseRef where, String token) {}

    private interface Forging {
        List<Forgery> of(CaseRef one, String token);
    }

    private interface Judging {
        Outcome of(CheckContext context, CaseRef one, List<Finding> findings) throws ProbeFailure;
    }

    private static Check forged(String id, Forging forging) {
        return forged(id, forging, ForgedTokenChecks::unlessAnyTokenIsServed);
    }

    private static Check forged(String id, Forging forging, Judging judging) {
        return onFreshToken(id, (context, one, token) -> refused(context, one, token, forging, judging));
    }

    // A target that refuses its own tokens proves nothing by refusing forgeries.
    private static Outcome refused(CheckContext context, CaseRef one, String token, Forging forging, Judging judging)
            throws ProbeFailure {
        Walk ownWalk = context.walk(one, pageSize(context));
        if (!followed(ownWalk)) {
            return notFollowed(ownWalk);
        }
        List<Forgery> forgeries = forging.of(one, token);
        if (forgeries.isEmpty()) {
            return Outcome.notTestable("the token of " + one + " is too short to change");
        }
        Refusal refusal = Refusal.invalid(context.contract());
        List<Finding> findings = new ArrayList<>();
        for (Forgery forgery : forgeries) {
            Expect.refusal(context.send(nextPage(context, forgery.where(), forgery.token())), refusal).stream()
                    .map(finding -> finding.expecting(finding.expected() + " to " + forgery.what()))
                    .forEach(findings::add);
        }
        return judging.of(context, one, findings);
    }

    private static Outcome unlessAnyTokenIsServed(CheckContext context, CaseRef one, List<Finding> findings)
            throws ProbeFailure {
        return context.comparedWith(
                findings, nextPage(context, one, "not-a-token"), Refusal.invalid(context.contract()));
    }

    private static List<Forgery> literal(CaseRef one, Stream<String> tokens) {
        return tokens.map(token -> new Forgery("the token " + quoted(token), one, token))
                .toList();
    }

    private static List<Forgery> edited(CaseRef one, String token) {
        int[] places = IntStream.range(0, token.length())
                .filter(i -> token.charAt(i) < 128 && Character.isLetterOrDigit(token.charAt(i)))
                .toArray();
        return IntStream.of(1, 2, 3)
                .filter(quarter -> places.length > 0)
                .map(quarter -> places[places.length * quarter / 4])
                .distinct()
                .mapToObj(place -> new Forgery(
                        "a token with its character " + (place + 1) + " changed", one, edited(token, place)))
                .toList();
    }

    // Changes the first bit of a base64 character, since the last bits can be padding. Hexadecimal digits stay
    // hexadecimal digits, so that the signature fails and not the decoder.
    private static String edited(String token, int place) {
        char old = token.charAt(place);
        boolean firstBitClear = (old >= 'A' && old <= 'Z') || (old >= 'a' && old <= 'f');
        return token.substring(0, place) + (firstBitClear ? '9' : 'A') + token.substring(place + 1);
    }

    private static List<Forgery> cut(CaseRef one, String token) {
        // At least by a quarter, since the end can be padding.
        return IntStream.of(token.length() / 2, token.length() * 3 / 4)
                .filter(length -> length > 0)
                .distinct()
                .mapToObj(length ->
                        new Forgery("a token cut after its character " + length, one, token.substring(0, length)))
                .toList();
    }

    private static Outcome ofAnotherCase(CheckContext context) throws ProbeFailure {
        return context.withEvents(FEWEST_EVENTS, one -> {
            Optional<CaseRef> other = cases(context, OTHERS)
                    .filter(found -> found.domainId().equals(one.domainId()) && !found.equals(one))
                    .findFirst();
            return other.isPresent()
                    ? withFreshToken(context, one, foreign(other.get(), "a token of another case"))
                    : new Outcome.NotTestable(
                            "the target profile names no second case of the domain", Role.ONE_EVENT.label());
        });
    }

    // Preferably on a case with the same id.
    private static Outcome ofAnotherDomain(CheckContext context) throws ProbeFailure {
        return context.with(Role.SECOND_DOMAIN, other -> {
            Optional<CaseRef> sameId = cases(context, LONG_ENOUGH)
                    .filter(one -> one.caseId().equals(other.caseId()))
                    .findFirst();
            AttemptWithToken foreign = foreign(other, "a token of another domain");
            return sameId.isPresent()
                    ? withFreshToken(context, sameId.get(), foreign)
                    : context.withEvents(
                            FEWEST_EVENTS,
                            one -> context.onUnchangedCase(one, same -> withFreshToken(context, same, foreign)));
        });
    }

    private static Stream<CaseRef> cases(CheckContext context, List<Role> roles) {
        return roles.stream().flatMap(role -> context.profile().find(role).stream());
    }

    private static AttemptWithToken foreign(CaseRef other, String what) {
        return (context, one, token) -> refused(
                context,
                one,
                token,
                (from, given) -> List.of(new Forgery(what, other, given)),
                (same, of, findings) -> unlessEqual(context, one, other, findings));
    }

    // The pages of two cases with the same events look alike.
    private static Outcome unlessEqual(CheckContext context, CaseRef one, CaseRef other, List<Finding> findings)
            throws ProbeFailure {
        boolean alike = context.walk(one).eventIds().equals(context.walk(other).eventIds());
        return alike && !findings.isEmpty()
                ? Outcome.notTestable(one + " and " + other + " have the same events")
                : unlessAnyTokenIsServed(context, one, findings);
    }

    // The documents do not say which of the two errors comes.
    private static Outcome ofAnUnknownCase(CheckContext context, CaseRef one, String token) throws ProbeFailure {
        Refusal refusal = Refusal.of(context.contract(), "ResourceNotFoundException", "ValidationException");
        return context.comparedWith(
                Expect.refusal(context.send(nextPage(context, context.unknownCase(), token)), refusal),
                context.history(context.unknownCase()),
                refusal);
    }
}
