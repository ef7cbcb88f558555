package dev.casesaudit.server.postgres;

import dev.casesaudit.server.audit.AuditHistory;
import dev.casesaudit.server.audit.SeededCase;
import dev.casesaudit.server.audit.World;
import dev.casesaudit.server.behaviour.Scope;
import dev.casesaudit.server.fixture.StoredForms;
import dev.casesaudit.server.world.Seed;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.TreeSet;

/** A hash of fixtures, equal where replicas have loaded the same. */
final class Fingerprint {

    private final MessageDigest digest;

    private Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static String of(Seed seed, StoredForms forms) {
        Fingerprint print = new Fingerprint();
        World world = seed.world();
        for (String domainId : new TreeSet<>(world.domainIds())) {
            print.add(domainId);
            print.add(forms.of(world.schema(domainId)));
            new TreeMap<>(world.cases(domainId).orElseThrow()).forEach((caseId, one) -> {
                print.add(caseId);
                print.add(text(one, forms));
            });
        }
        TreeMap<Scope, String> behaviours = new TreeMap<>(Scope.ORDER);
        seed.behaviours().forEach((scope, behaviour) -> behaviours.put(scope, forms.of(behaviour)));
        behaviours.forEach((scope, text) -> {
            print.add(scope.toString());
            print.add(text);
        });
        return HexFormat.of().formatHex(print.digest.digest());
    }

    private static String text(SeededCase one, StoredForms forms) {
        if (one instanceof SeededCase.WithHistory with) {
            AuditHistory.Extent extent = with.history().extent();
            return extent.size() + "," + extent.json() + ","
                    + extent.generation().original() + ","
                    + with.edited().map(forms::of).orElse("");
        }
        return forms.of(((SeededCase.AlwaysFailing) one).error());
    }

    // The length separates texts: "ab" and "c" are others than "a" and "bc".
    private void add(String text) {
        digest.update((text.length() + ":" + text).getBytes(StandardCharsets.UTF_8));
    }
}
