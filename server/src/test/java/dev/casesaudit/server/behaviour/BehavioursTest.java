package dev.casesaudit.server.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.casesaudit.server.audit.CaseKey;
import dev.casesaudit.server.document.Place;
import dev.casesaudit.server.error.ServiceException;
import dev.casesaudit.server.fixture.Loaders;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BehavioursTest {

    private static final CaseKey CASE = new CaseKey("d", "c");

    private Behaviours behaviours = new Behaviours(Loaders.behaviours());

    @Test
    void doesNothingUnusualUntold() {
        assertThat(conduct(CASE)).isEqualTo(EffectiveBehaviour.USUAL);
        assertThat(conduct(CASE).text()).isEmpty();
    }

    @Test
    void listensToTheMostSpecificThatSaysAnything() {
        behaviours = behaviours.with(Scope.EVERYTHING, behaviour("faults", "Throttling"));
        assertThat(fault(CASE)).isEqualTo("Throttling");
        behaviours = behaviours.with(Scope.of("d"), behaviour("faults", "AccessDenied"));
        assertThat(fault(CASE)).isEqualTo("AccessDenied");
        behaviours = behaviours.with(Scope.of(CASE), behaviour("faults", "Validation"));
        assertThat(fault(CASE)).isEqualTo("Validation");
        assertThat(conduct(CASE, new BehaviourHeaders("InternalServer", null, null))
                        .fault()
                        .text())
                .isEqualTo("InternalServer");

        assertThat(fault(new CaseKey("d", "other"))).isEqualTo("AccessDenied");
        assertThat(fault(new CaseKey("other", "c"))).isEqualTo("Throttling");
    }

    @Test
    void takesEachMemberFromTheMostSpecificThatHasIt() {
        behaviours = behaviours.with(Scope.EVERYTHING, behaviour("pages", "short-pages"));
        behaviours = behaviours.with(Scope.of("d"), behaviour("tomorrow", "event-type"));
        behaviours = behaviours.with(Scope.of(CASE), behaviour("faults", "Throttling"));

        EffectiveBehaviour conduct = conduct(CASE, new BehaviourHeaders(null, "null-token", null));

        assertThat(conduct.text()).isEqualTo("Throttling; pages: null-token; tomorrow: event-type");
        assertThat(conduct(new CaseKey("d", "other")).text()).isEqualTo("pages: short-pages; tomorrow: event-type");
    }

    @Test
    void playsAScriptFromItsStartForEachCall() {
        behaviours = behaviours.with(Scope.of(CASE), behaviour("faults", "Throttling, AccessDenied"));

        assertThat(fault(CASE)).isEqualTo("Throttling");
        assertThat(fault(CASE)).isEqualTo("AccessDenied");
        assertThat(conduct(CASE)).isEqualTo(EffectiveBehaviour.USUAL);
        assertThat(behaviours
                        .conduct(CASE, Optional.of("another"), BehaviourHeaders.NONE, Optional.empty())
                        .fault()
                        .text())
                .isEqualTo("Throttling");
    }

    @Test
    void startsAnewWithWhatItIsTold() {
        behaviours = behaviours.with(Scope.of("d"), behaviour("pages", "short-pages"));
        BehaviourHeaders wishes = new BehaviourHeaders("Throttling", null, null);
        conduct(CASE, wishes);

        behaviours = behaviours.anew(Map.of(Scope.of(CASE), behaviour("faults", "AccessDenied")));

        assertThat(behaviours.all()).containsOnlyKeys(Scope.of(CASE));
        assertThat(fault(CASE)).isEqualTo("AccessDenied");
        assertThat(conduct(CASE, wishes).fault().text()).isEqualTo("Throttling");
    }

    @Test
    void keepsTheProgressOfAScriptWhileOthersChange() {
        Behaviours before = behaviours.with(Scope.of(CASE), behaviour("faults", "Throttling, AccessDenied"));
        behaviours = before;
        assertThat(fault(CASE)).isEqualTo("Throttling");

        behaviours = before.with(Scope.of("d"), behaviour("pages", "short-pages"));
        assertThat(fault(CASE)).isEqualTo("AccessDenied");
        behaviours = behaviours.with(Scope.of(CASE), behaviour("faults", "Throttling, AccessDenied"));
        assertThat(fault(CASE)).isEqualTo("Throttling");
    }

    @Test
    void forgetsScopes() {
        CaseKey other = new CaseKey("other", "c");
        for (Scope scope : new Scope[] {Scope.EVERYTHING, Scope.of("d"), Scope.of(CASE), Scope.of(other)}) {
            behaviours = behaviours.with(scope, behaviour("faults", "ok"));
        }

        behaviours = behaviours.without(scope -> scope.domainId().equals(Optional.of("d")));
        assertThat(behaviours.all()).containsOnlyKeys(Scope.EVERYTHING, Scope.of(other));
        behaviours = behaviours.without(Scope.of(other));
        assertThat(behaviours.all()).containsOnlyKeys(Scope.EVERYTHING);
    }

    @Test
    void remembersHowFarACallHasComeThatAsksByItsHeaders() {
        BehaviourHeaders wishes = new BehaviourHeaders("Throttling", null, null);
        assertThat(conduct(CASE, wishes).fault().text()).isEqualTo("Throttling");
        assertThat(conduct(CASE, wishes)).isEqualTo(EffectiveBehaviour.USUAL);
        assertThat(conduct(new CaseKey("d", "other"), wishes).fault().text()).isEqualTo("Throttling");

        behaviours = behaviours.withHeadersAnew(new CaseKey("d", "other"));
        assertThat(conduct(CASE, wishes)).isEqualTo(EffectiveBehaviour.USUAL);
        behaviours = behaviours.withHeadersAnew(CASE);
        assertThat(conduct(CASE, wishes).fault().text()).isEqualTo("Throttling");
    }

    @Test
    void forgetsTheOldestOfVeryManyScripts() {
        BehaviourHeaders wishes = new BehaviourHeaders("Throttling", null, null);
        conduct(CASE, wishes);
        IntStream.range(0, 199).forEach(i -> conduct(new CaseKey("d", "other-" + i), wishes));
        assertThat(conduct(CASE, wishes)).isEqualTo(EffectiveBehaviour.USUAL);

        IntStream.range(0, 200).forEach(i -> conduct(new CaseKey("e", "other-" + i), wishes));

        assertThat(conduct(CASE, wishes).fault().text()).isEqualTo("Throttling");
    }

    @Test
    void saysWhichHeaderCannotBeMeant() {
        assertThatThrownBy(() -> conduct(CASE, new BehaviourHeaders(null, "longer", null)))
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        refused -> assertThat(refused.error().message())
                                .startsWith(
                                        "The header x-mock-pages asks this mock for what it does not have: expected one of "));
    }

    private String fault(CaseKey key) {
        return conduct(key).fault().text();
    }

    private EffectiveBehaviour conduct(CaseKey key) {
        return conduct(key, BehaviourHeaders.NONE);
    }

    private EffectiveBehaviour conduct(CaseKey key, BehaviourHeaders wishes) {
        return behaviours.conduct(key, Optional.of("call on " + key), wishes, Optional.empty());
    }

    private static Behaviour behaviour(String member, String text) {
        return Loaders.behaviours()
                .read(JsonNodeFactory.instance.objectNode().put(member, text), new Place("", "", problem -> {
                    throw new AssertionError(problem);
                }));
    }
}
