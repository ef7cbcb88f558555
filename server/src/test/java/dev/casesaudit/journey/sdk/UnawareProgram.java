package dev.casesaudit.journey.sdk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import software.amazon.awssdk.services.connectcases.ConnectCasesClient;

/** Knows nothing of the mock: everything about its client comes from the outside. */
final class UnawareProgram {

    private UnawareProgram() {}

    /** Writes the event ids of a case to a file: the arguments are the domain, the case, and the file. */
    public static void main(String[] args) throws IOException {
        try (ConnectCasesClient cases = ConnectCasesClient.create()) {
            Files.write(Path.of(args[2]), SdkEvents.ids(cases, SdkClients.request(args[0], args[1])));
        }
    }
}
