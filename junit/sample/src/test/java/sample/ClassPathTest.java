package sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"netty", "jackson-core", "jackson-databind", "quarkus", "vertx", "snakeyaml", "jboss-log", "server"})
    void hasNoLibraryOfTheMock(String name) {
        assertThat(System.getProperty("java.class.path").split(File.pathSeparator))
                .anyMatch(jar -> jar.contains("cases-audit-junit"))
                .noneMatch(jar -> new File(jar).getName().matches(name + ".*"));
    }

    @Test
    void hasNoClassOfTheMock() {
        for (String type : List.of(
                "io.netty.channel.Channel",
                "com.fasterxml.jackson.databind.ObjectMapper",
                "io.quarkus.runtime.Quarkus",
                "org.snakeyaml.engine.v2.api.Load",
                "dev.casesaudit.server.Main")) {
            assertThat(ClassPathTest.class.getClassLoader().getResource(type.replace('.', '/') + ".class"))
                    .as(type)
                    .isNull();
        }
    }
}
