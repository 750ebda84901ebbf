package org.plumbline.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTableTest {

    @TempDir Path folder;

    @ParameterizedTest(name = "at most {0} bytes in memory")
    @ValueSource(longs = {1L << 30, 1L << 19})
    void it_holds_what_a_map_holds(long most) throws IOException {
        Map<Long, Long> map = new HashMap<>();
        var random = new Random(5);
        try (var table = new KeyTable(folder, most)) {
            for (int i = 0; i < 120_000; i++) {
                long key = KeyTable.hash("c" + random.nextInt(90_000));
                long before = map.getOrDefault(key, 0L);
                map.put(key, (long) i + 1);
                assertThat(table.put(key, i + 1)).isEqualTo(before);
            }
            assertThat(table.size()).isEqualTo(map.size());
            map.forEach((key, value) -> assertThat(table.get(key)).isEqualTo(value));
            assertThat(table.get(KeyTable.hash("nobody"))).isZero();
            assertThat(table.without(1))
                    .isEqualTo(map.values().stream().filter(v -> v % 2 == 0).count());
        }
        try (var left = Files.list(folder)) {
            assertThat(left).as("files left behind").isEmpty();
        }
    }

    @Test
    void keys_that_differ_little_do_not_share_a_hash() {
        Set<Long> hashes = new HashSet<>();
        for (int i = 0; i < 300_000; i++) {
            hashes.add(KeyTable.hash("c" + i));
        }
        assertThat(hashes).hasSize(300_000).doesNotContain(0L);
        assertThat(KeyTable.hash("Aa")).isNotEqualTo(KeyTable.hash("BB"));
    }
}
