package dev.casesaudit.server.behaviour;

import dev.casesaudit.server.fault.Playback;
import java.util.Optional;

/**
 * What a scope was told, and how far it has come.
 *
 * @param playback of its fault script, if it has one
 */
public record Told(Behaviour behaviour, Optional<Playback> playback) {

    static final Told NOTHING = new Told(Behaviour.NONE, Optional.empty());

    static Told of(Behaviour behaviour) {
        return new Told(behaviour, behaviour.faults().map(script -> Playback.once(script, behaviour.calls())));
    }
}
