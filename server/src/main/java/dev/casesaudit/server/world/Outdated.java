package dev.casesaudit.server.world;

/** Something that a snapshot shows does not exist any more. A newer snapshot shows what there is instead. */
public class Outdated extends RuntimeException {

    protected Outdated(String message) {
        super(message, null, false, false);
    }
}
