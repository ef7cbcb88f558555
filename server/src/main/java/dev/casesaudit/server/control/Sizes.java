package dev.casesaudit.server.control;

import dev.casesaudit.control.model.CaseSize;
import dev.casesaudit.control.model.DomainSize;
import dev.casesaudit.control.model.WorldSizeReport;
import dev.casesaudit.server.audit.CaseKey;
import dev.casesaudit.server.audit.SeededCase;
import dev.casesaudit.server.audit.World;
import dev.casesaudit.server.world.Snapshot;
import java.util.Map;

/** Reports the sizes of cases and of the world. */
final class Sizes {

    private Sizes() {}

    static CaseSize of(CaseKey key, SeededCase one) {
        return new CaseSize().domainId(key.domainId()).caseId(key.caseId()).events(one.size());
    }

    static DomainSize of(String domainId, Map<String, SeededCase> cases, Snapshot snapshot) {
        return new DomainSize()
                .domainId(domainId)
                .cases(cases.size())
                .events(cases.values().stream().mapToLong(SeededCase::size).sum())
                .exam(snapshot.examDomains().contains(domainId));
    }

    static WorldSizeReport of(Snapshot snapshot) {
        World world = snapshot.world();
        return new WorldSizeReport()
                .domains(world.size().domains())
                .cases(world.size().cases())
                .events(world.size().events());
    }
}
