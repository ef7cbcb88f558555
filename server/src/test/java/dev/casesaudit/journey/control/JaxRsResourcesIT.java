package dev.casesaudit.journey.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.journey.PackagedMock;
import java.io.IOException;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

class JaxRsResourcesIT {

    @Test
    void onlyTheControlApiIsRegisteredWithJaxRs() throws IOException {
        try (JarFile program = new JarFile(PackagedMock.JAR.toFile())) {
            assertThat(program.stream()
                            .map(entry -> entry.getName())
                            .filter(name -> name.contains("$quarkusrestinvoker$")))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(name).startsWith("dev/casesaudit/control/"));
        }
    }
}
