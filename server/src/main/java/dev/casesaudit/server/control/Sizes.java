package dev.casesaudit.server.control;

import dev.casesaudit.control.model.CaseSize;
import dev.casesaudit.control.model.WorldSize;
import dev.casesaudit.server.audit.CaseKey;
import dev.casesaudit.server.audit.World;

/** Says how much there is. */
final class Sizes {

    private Sizes() {}

    static CaseSize of(CaseKey key, int events) {
        return new CaseSize().domainId(key.domainId()).caseId(key.caseId()).events(events);
    }

    static WorldSize of(World world) {
        return new WorldSize()
                .domains(world.domains().size())
                .cases(world.caseCount())
                .events(world.eventCount());
    }
}
