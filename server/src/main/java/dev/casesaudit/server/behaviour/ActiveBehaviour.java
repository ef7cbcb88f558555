package dev.casesaudit.server.behaviour;

import dev.casesaudit.server.behaviour.fault.Playback;
import java.util.Optional;

/**
 * The behaviour of a scope, and the progress of its fault script.
 *
 * @param playback absent where the behaviour has no script
 */
public record ActiveBehaviour(Behaviour behaviour, Optional<Playback> playback) {

    static final ActiveBehaviour NOTHING = new ActiveBehaviour(Behaviour.NONE, Optional.empty());

    static ActiveBehaviour of(Behaviour behaviour) {
        return new ActiveBehaviour(
                behaviour, behaviour.faults().map(script -> Playback.once(script, behaviour.calls())));
    }
}
