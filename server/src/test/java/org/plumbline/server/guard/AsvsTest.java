package org.plumbline.server.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Every test that docs/asvs.md names is there.
class AsvsTest {

    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+)\\.(\\w+)`");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+\\.\\d+\\.\\d+) \\|.*$");

    private static String page() throws IOException {
        return Files.readString(
                Path.of(System.getProperty("plumbline.home", ".."), "docs", "asvs.md"));
    }

    @Test
    void every_test_that_is_named_exists() throws IOException {
        List<String> named =
                NAMED.matcher(page()).results().map(m -> m.group(1) + "." + m.group(2)).toList();
        assertThat(named).hasSizeGreaterThan(20).allMatch(AsvsTest::exists);
    }

    @Test
    void every_item_is_there_once_and_names_a_test() throws IOException {
        List<String> rows = ROW.matcher(page()).results().map(MatchResult::group).toList();
        assertThat(rows).hasSizeGreaterThan(20).allMatch(row -> NAMED.matcher(row).find());
        assertThat(ROW.matcher(page()).results().map(m -> m.group(1)).toList())
                .doesNotHaveDuplicates();
    }

    private static boolean exists(String name) {
        String[] parts = name.split("\\.", -1);
        for (String room :
                List.of("guard", "browser", "problem", "explore", "chart", "page", "mcp")) {
            try {
                Class<?> test = Class.forName("org.plumbline.server." + room + "." + parts[0]);
                return Arrays.stream(test.getDeclaredMethods())
                        .anyMatch(method -> method.getName().equals(parts[1]));
            } catch (ClassNotFoundException _) {
                // Not in this room.
            }
        }
        return false;
    }
}
