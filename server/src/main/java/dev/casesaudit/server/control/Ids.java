package dev.casesaudit.server.control;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.casesaudit.server.audit.CaseKey;
import dev.casesaudit.server.contract.Contract;
import dev.casesaudit.server.contract.Shape;
import dev.casesaudit.server.document.Place;
import dev.casesaudit.server.document.StrictReader;
import jakarta.inject.Singleton;

/** Checks the ids of new domains and cases by the contract of the operation. */
@Singleton
class Ids {

    private final Shape domainId;
    private final Shape caseId;

    Ids(Contract contract) {
        domainId = contract.parameter("DomainId");
        caseId = contract.parameter("CaseId");
    }

    /** Refuses a domain id that the operation does not accept. */
    String domain(String id) {
        InvalidChange.orThrow(place -> StrictReader.read(TextNode.valueOf(id), domainId, parameter(place, "domainId")));
        return id;
    }

    /** Refuses ids that the operation does not accept. */
    CaseKey key(String domain, String id) {
        InvalidChange.orThrow(place -> {
            StrictReader.read(TextNode.valueOf(domain), domainId, parameter(place, "domainId"));
            return StrictReader.read(TextNode.valueOf(id), caseId, parameter(place, "caseId"));
        });
        return new CaseKey(domain, id);
    }

    // Problems of a path parameter carry its name instead of a pointer into the body.
    private static Place parameter(Place place, String name) {
        return new Place(place.file(), name, place.problems());
    }
}
