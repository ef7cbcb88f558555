package dev.casesaudit.conformance.cli;

import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.run.Kit;
import java.util.Locale;
import picocli.CommandLine.IVersionProvider;

/** The version of the kit and the hash of its contract. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {
            String.format(
                    Locale.ROOT,
                    "%s %s, contract %s",
                    Main.NAME,
                    Kit.version(),
                    Contract.read().hash())
        };
    }
}
