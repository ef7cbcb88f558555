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

/** Tokens that the target did not give for the request. */
public final class ForgedTokenChecks extends PaginationTable {

    // Text, bytes and what clients send by mistake. What could be a token of some target is another requirement's.
    private static final List<String> GARBAGE = List.of(
            "not-a-token",
            "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            "00000000-0000-4000-8000-000000000000",
            "null",
            "\u00e9\u2713\ud83d\ude00");

    // Plain, or wrapped as servers wrap a position that seal nothing.
    private static final List<String> POSITIONS =
            List.of("1", "{\"offset\":1}", "eyJvZmZzZXQiOjF9", "MQ==", "offset=1");

    // The longest first: its positions are those that a foreign token could name.
    private static final List<Role> OTHERS =
            List.of(Role.TWO_PAGES, Role.LONG, Role.FULL_PAGE, Role.EVERY_SHAPE, Role.SOME_EVENTS, Role.ONE_EVENT);

    private static final List<Role> LONG_ENOUGH = List.of(Role.SOME_EVENTS, Role.FULL_PAGE, Role.TWO_PAGES, Role.LONG);

    @Override
    public List<Check> checks() {
        return List.of(
                forged(
                        "pagination-garbage-token-refused",
                        (one, token) -> literal(one, GARBAGE.stream()),
                        (trial, one, findings) -> Outcome.of(findings)),
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
                                new Forgery("a token twice over", one, token + token))),
                check("pagination-token-of-another-case-refused", ForgedTokenChecks::ofAnotherCase),
                check("pagination-token-of-another-domain-refused", ForgedTokenChecks::ofAnotherDomain),
                onFreshToken("pagination-unknown-case-with-token", ForgedTokenChecks::ofAnUnknownCase));
    }

    /** A request's token that the target did not give for it, and what findings call that. */
    private record Forgery(String what, CaseRef where, String token) {}

    /** Makes forgeries from a token of a case. */
    private interface Forging {
        List<Forgery> of(CaseRef one, String token);
    }

    /** Returns what findings come to. */
    private interface Judging {
        Outcome of(CheckContext trial, CaseRef one, List<Finding> findings) throws ProbeFailure;
    }

    private static Check forged(String id, Forging forging) {
        return forged(id, forging, ForgedTokenChecks::unlessEveryTokenIsServed);
    }

    private static Check forged(String id, Forging forging, Judging judging) {
        return onFreshToken(id, (trial, one, token) -> refused(trial, one, token, forging, judging));
    }

    // A target that refuses its own tokens too has not refused a forgery for what it is.
    private static Outcome refused(CheckContext trial, CaseRef one, String token, Forging forging, Judging judging)
            throws ProbeFailure {
        Walk honest = trial.walk(one, pageSize(trial));
        if (!followed(honest)) {
            return notFollowed(honest);
        }
        List<Forgery> forgeries = forging.of(one, token);
        if (forgeries.isEmpty()) {
            return Outcome.notTestable("the token of " + one + " is too short to be altered");
        }
        Refusal refusal = Refusal.invalid(trial.contract());
        List<Finding> findings = new ArrayList<>();
        for (Forgery forgery : forgeries) {
            Expect.refusal(trial.ask(handBack(trial, forgery.where(), forgery.token())), refusal).stream()
                    .map(finding -> finding.expecting(finding.expected() + " to " + forgery.what()))
                    .forEach(findings::add);
        }
        return judging.of(trial, one, findings);
    }

    private static Outcome unlessEveryTokenIsServed(CheckContext trial, CaseRef one, List<Finding> findings)
            throws ProbeFailure {
        return trial.blaming(findings, handBack(trial, one, "not-a-token"), Refusal.invalid(trial.contract()));
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

    // Of the six bits of a base64 character the last may mean nothing at the end of a part: this changes the first.
    // Letters up to f and digits stay what hexadecimal would have, so that the edit reaches whatever guards the token.
    private static String edited(String token, int place) {
        char old = token.charAt(place);
        boolean firstBitClear = (old >= 'A' && old <= 'Z') || (old >= 'a' && old <= 'f');
        return token.substring(0, place) + (firstBitClear ? '9' : 'A') + token.substring(place + 1);
    }

    private static List<Forgery> cut(CaseRef one, String token) {
        // Never by less than a quarter: the padding of base64 means nothing.
        return IntStream.of(token.length() / 2, token.length() * 3 / 4)
                .filter(length -> length > 0)
                .distinct()
                .mapToObj(length ->
                        new Forgery("a token cut after its character " + length, one, token.substring(0, length)))
                .toList();
    }

    private static Outcome ofAnotherCase(CheckContext trial) throws ProbeFailure {
        return trial.withEvents(FEWEST_EVENTS, one -> {
            Optional<CaseRef> other = cases(trial, OTHERS)
                    .filter(found -> found.domainId().equals(one.domainId()) && !found.equals(one))
                    .findFirst();
            return other.isPresent()
                    ? withFreshToken(trial, one, foreign(other.get(), "a token of another case"))
                    : new Outcome.NotTestable(
                            "the target profile names no second case of the domain", Role.ONE_EVENT.label());
        });
    }

    // Preferably where the other domain has a case of the same id.
    private static Outcome ofAnotherDomain(CheckContext trial) throws ProbeFailure {
        return trial.with(Role.SECOND_DOMAIN, other -> {
            Optional<CaseRef> namesake = cases(trial, LONG_ENOUGH)
                    .filter(one -> one.caseId().equals(other.caseId()))
                    .findFirst();
            AttemptWithToken foreign = foreign(other, "a token of another domain");
            return namesake.isPresent()
                    ? withFreshToken(trial, namesake.get(), foreign)
                    : trial.withEvents(
                            FEWEST_EVENTS, one -> trial.atRest(one, same -> withFreshToken(trial, same, foreign)));
        });
    }

    private static Stream<CaseRef> cases(CheckContext trial, List<Role> roles) {
        return roles.stream().flatMap(role -> trial.profile().find(role).stream());
    }

    private static AttemptWithToken foreign(CaseRef other, String what) {
        return (trial, one, token) -> refused(
                trial,
                one,
                token,
                (from, given) -> List.of(new Forgery(what, other, given)),
                (same, of, findings) -> unlessAlike(trial, one, other, findings));
    }

    // Of two cases with the same events, nobody can tell whose page came.
    private static Outcome unlessAlike(CheckContext trial, CaseRef one, CaseRef other, List<Finding> findings)
            throws ProbeFailure {
        boolean alike = trial.walk(one).eventIds().equals(trial.walk(other).eventIds());
        return alike && !findings.isEmpty()
                ? Outcome.notTestable(one + " and " + other + " have the same events")
                : unlessEveryTokenIsServed(trial, one, findings);
    }

    // Which of the two is wrong, the documents leave open.
    private static Outcome ofAnUnknownCase(CheckContext trial, CaseRef one, String token) throws ProbeFailure {
        Refusal refusal = Refusal.of(trial.contract(), "ResourceNotFoundException", "ValidationException");
        return trial.blaming(
                Expect.refusal(trial.ask(handBack(trial, trial.unknownCase(), token)), refusal),
                trial.history(trial.unknownCase()),
                refusal);
    }
}
