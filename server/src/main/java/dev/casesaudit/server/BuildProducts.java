package dev.casesaudit.server;

import dev.casesaudit.server.contract.Contract;
import dev.casesaudit.server.contract.ContractDocument;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        for (String document : List.of(Contract.OPERATION, Contract.CONTROL)) {
            try (DataOutputStream out = create(classes, Contract.built(document))) {
                ContractDocument.read(document).contract().write(out);
            }
        }
    }

    private static DataOutputStream create(Path classes, String resource) throws IOException {
        Path file = classes.resolve(resource);
        Files.createDirectories(file.getParent());
        return new DataOutputStream(Files.newOutputStream(file));
    }
}
