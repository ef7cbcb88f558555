package dev.casesaudit.server;

import dev.casesaudit.server.behaviour.BehaviourReader;
import dev.casesaudit.server.contract.Contract;
import dev.casesaudit.server.contract.ContractDocument;
import dev.casesaudit.server.fixture.FixtureLoader;
import dev.casesaudit.server.fixture.SeededWorld;
import dev.casesaudit.server.recording.RecordingRules;
import dev.casesaudit.server.world.WorldBudget;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Writes what is known before a start in the form in which a start reads it. The build runs this once the classes are
 * compiled.
 */
public final class BuildProducts {

    private BuildProducts() {}

    /** Writes them into the folder of the classes, which is the argument. */
    public static void main(String... arguments) throws IOException {
        Path classes = Path.of(arguments[0]);
        try (DataOutputStream out = create(classes, Contract.built(Contract.OPERATION))) {
            ContractDocument.ofOperations().write(out);
        }
        try (DataOutputStream out = create(classes, Contract.built(Contract.CONTROL))) {
            ContractDocument.read(Contract.CONTROL).contract().write(out);
        }
        RecordingRules rules;
        try (InputStream file = Files.newInputStream(classes.resolve(RecordingRules.RESOURCE));
                DataOutputStream out = create(classes, RecordingRules.BUILT)) {
            rules = RecordingRules.read(file, RecordingRules.RESOURCE);
            rules.write(out);
        }
        FixtureLoader loader = new FixtureLoader(
                Contract.operation(),
                new BehaviourReader(Duration.ZERO, () -> Contract.control().schema("Behaviour")),
                rules);
        try (DataOutputStream out = create(classes, SeededWorld.RESOURCE)) {
            SeededWorld.write(loader.load(List.of(SeededWorld.LOCATION), new WorldBudget(Long.MAX_VALUE)), out);
        }
    }

    private static DataOutputStream create(Path classes, String resource) throws IOException {
        Path file = classes.resolve(resource);
        Files.createDirectories(file.getParent());
        return new DataOutputStream(Files.newOutputStream(file));
    }
}
