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

class ScopedBehavioursTest {

    private static final CaseKey CASE = new CaseKey("d", "c");

    private ScopedBehaviours behaviours = new ScopedBehaviours(Loaders.behaviours());

    @Test
    void doesNothingUnusualByDefault() {
        assertThat(effective(CASE)).isEqualTo(EffectiveBehaviour.USUAL);
        assertThat(effective(CASE).text()).isEmpty();
    }

    @Test
    void usesTheMostSpecificScopeWithABehaviour() {
        behaviours = behaviours.with(Scope.EVERYTHING, behaviour("faults", "Throttling"));
        assertThat(fault(CASE)).isEqualTo("Throttling");
        behaviours = behaviours.with(Scope.of("d"), behaviour("faults", "AccessDenied"));
        assertThat(fault(CASE)).isEqualTo("AccessDenied");
        behaviours = behaviours.with(Scope.of(CASE), behaviour("faults", "Validation"));
        assertThat(fault(CASE)).isEqualTo("Validation");
        assertThat(effective(CASE, new BehaviourHeaders("InternalServer", null, null))
                        .fault()
                        .text())
                .isEqualTo("InternalServer");

        assertThat(fault(new CaseKey("d", "other"))).isEqualTo("AccessDenied");
        assertThat(fault(new CaseKey("other", "c"))).isEqualTo("Throttling");
    }

    @Test
    void resolvesEachMemberByTheMostSpecificScope() {
        behaviours = behaviours.with(Scope.EVERYTHING, behaviour("pages", "short-pages"));
        behaviours = behaviours.with(Scope.of("d"), behaviour("tomorrow", "event-type"));
        behaviours = behaviours.with(Scope.of(CASE), behaviour("faults", "Throttling"));

        EffectiveBehaviour effective = effective(CASE, new BehaviourHeaders(null, "null-token", null));

        assertThat(effective.text()).isEqualTo("Throttling; pages: null-token; tomorrow: event-type");
        assertThat(effective(new CaseKey("d", "other")).text()).isEqualTo("pages: short-pages; tomorrow: event-type");
    }

    @Test
    void playsAScriptFromItsStartForEachCall() {
        behaviours = behaviours.with(Scope.of(CASE), behaviour("faults", "Throttling, AccessDenied"));

        assertThat(fault(CASE)).isEqualTo("Throttling");
        assertThat(fault(CASE)).isEqualTo("AccessDenied");
        assertThat(effective(CASE)).isEqualTo(EffectiveBehaviour.USUAL);
        assertThat(behaviours
                        .effective(CASE, Optional.of("another"), BehaviourHeaders.NONE, Optional.empty())
                        .fault()
                        .text())
                .isEqualTo("Throttling");
    }

    @Test
    void restartsTheScriptWithEachNewBehaviour() {
        behaviours = behaviours.with(Scope.of("d"), behaviour("pages", "short-pages"));
        BehaviourHeaders behaviourHeaders = new BehaviourHeaders("Throttling", null, null);
        effective(CASE, behaviourHeaders);

        behaviours = behaviours.restarted(Map.of(Scope.of(CASE), behaviour("faults", "AccessDenied")));

        assertThat(behaviours.all()).containsOnlyKeys(Scope.of(CASE));
        assertThat(fault(CASE)).isEqualTo("AccessDenied");
        assertThat(effective(CASE, behaviourHeaders).fault().text()).isEqualTo("Throttling");
    }

    @Test
    void keepsTheProgressOfAScriptWhileOthersChange() {
        ScopedBehaviours before = behaviours.with(Scope.of(CASE), behaviour("faults", "Throttling, AccessDenied"));
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
    void keepsTheProgressOfACallWithAScriptInItsHeaders() {
        BehaviourHeaders behaviourHeaders = new BehaviourHeaders("Throttling", null, null);
        assertThat(effective(CASE, behaviourHeaders).fault().text()).isEqualTo("Throttling");
        assertThat(effective(CASE, behaviourHeaders)).isEqualTo(EffectiveBehaviour.USUAL);
        assertThat(effective(new CaseKey("d", "other"), behaviourHeaders)
                        .fault()
                        .text())
                .isEqualTo("Throttling");

        behaviours = behaviours.withHeaderScriptsRestarted(new CaseKey("d", "other"));
        assertThat(effective(CASE, behaviourHeaders)).isEqualTo(EffectiveBehaviour.USUAL);
        behaviours = behaviours.withHeaderScriptsRestarted(CASE);
        assertThat(effective(CASE, behaviourHeaders).fault().text()).isEqualTo("Throttling");
    }

    @Test
    void forgetsTheOldestOfVeryManyScripts() {
        BehaviourHeaders behaviourHeaders = new BehaviourHeaders("Throttling", null, null);
        effective(CASE, behaviourHeaders);
        IntStream.range(0, 199).forEach(i -> effective(new CaseKey("d", "other-" + i), behaviourHeaders));
        assertThat(effective(CASE, behaviourHeaders)).isEqualTo(EffectiveBehaviour.USUAL);

        IntStream.range(0, 200).forEach(i -> effective(new CaseKey("e", "other-" + i), behaviourHeaders));

        assertThat(effective(CASE, behaviourHeaders).fault().text()).isEqualTo("Throttling");
    }

    @Test
    void namesTheInvalidHeader() {
        assertThatThrownBy(() -> effective(CASE, new BehaviourHeaders(null, "longer", null)))
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        refused -> assertThat(refused.error().message())
                                .startsWith("The header x-mock-pages is invalid: expected one of "));
    }

    private String fault(CaseKey key) {
        return effective(key).fault().text();
    }

    private EffectiveBehaviour effective(CaseKey key) {
        return effective(key, BehaviourHeaders.NONE);
    }

    private EffectiveBehaviour effective(CaseKey key, BehaviourHeaders behaviourHeaders) {
        return behaviours.effective(key, Optional.of("call on " + key), behaviourHeaders, Optional.empty());
    }

    private static Behaviour behaviour(String member, String text) {
        return Loaders.behaviours()
                .read(JsonNodeFactory.instance.objectNode().put(member, text), new Place("", "", problem -> {
                    throw new AssertionError(problem);
                }));
    }
}
