package dev.casesaudit.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SettingsPageTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(cases\\.[^`]+)` \\| (?:`([^`]*)`)?");

    @Test
    void thePageHasEverySettingAndItsDefault() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "configuration.md"));

        List<String> documented = ROW.matcher(page)
                .results()
                .map(row -> row.group(1) + " " + row.group(2))
                .toList();
        List<String> settings = Setting.own().stream()
                .map(setting -> setting.key().replace("*", "NAME")
                        + " "
                        + setting.standard().orElse(null))
                .toList();

        assertThat(documented).containsExactlyInAnyOrderElementsOf(settings);
    }
}
