package dev.casesaudit.conformance.cli;

import dev.casesaudit.conformance.input.EditorSchema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "schema", description = "Prints the JSON schema of a kind of file, for editors.")
final class SchemaCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(paramLabel = "fixtures|target-profile|known-failures|recording", description = "The kind of file.")
    private EditorSchema schema = EditorSchema.FIXTURES;

    SchemaCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        context.out().print(schema.text());
        context.out().flush();
        return 0;
    }
}
