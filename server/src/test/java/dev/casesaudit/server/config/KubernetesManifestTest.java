package dev.casesaudit.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.server.json.Yaml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class KubernetesManifestTest {

    private static final Path MANIFEST = Path.of("..", "docs", "replicas", "kubernetes.yaml");
    private static final Pattern SEPARATOR = Pattern.compile("(?m)^---$");

    @Test
    void everyObjectNamesItsKindAndItself() throws IOException {
        assertThat(objects())
                .extracting(object -> object.path("kind").asText())
                .containsExactly("Secret", "Deployment", "Service");
        assertThat(objects()).allSatisfy(object -> {
            assertThat(object.path("apiVersion").asText()).isNotEmpty();
            assertThat(object.at("/metadata/name").asText()).isEqualTo("cases-audit-mock");
        });
    }

    @Test
    void everyVariableIsASettingOfTheMock() throws IOException {
        Set<String> variables = new HashSet<>();
        objects().get(0).path("stringData").fieldNames().forEachRemaining(variables::add);
        container().path("env").forEach(one -> variables.add(one.path("name").asText()));

        assertThat(variables).contains("CASES_STORE", "CASES_POSTGRESQL_URL");
        assertThat(SettingNames.unknownVariables(variables)).isEmpty();
    }

    @Test
    void theServiceFindsThePodsAndTheirPort() throws IOException {
        JsonNode pod = objects().get(1).at("/spec/template");
        JsonNode service = objects().get(2).path("spec");

        assertThat(objects().get(1).at("/spec/selector/matchLabels")).isEqualTo(pod.at("/metadata/labels"));
        assertThat(service.path("selector")).isEqualTo(pod.at("/metadata/labels"));
        assertThat(service.at("/ports/0/targetPort")).isEqualTo(container().at("/ports/0/name"));
    }

    private static JsonNode container() throws IOException {
        return objects().get(1).at("/spec/template/spec/containers/0");
    }

    private static List<JsonNode> objects() throws IOException {
        List<JsonNode> objects = new ArrayList<>();
        for (String object : SEPARATOR.split(Files.readString(MANIFEST), -1)) {
            objects.add(Yaml.read(new ByteArrayInputStream(object.getBytes(StandardCharsets.UTF_8))));
        }
        return objects;
    }
}
