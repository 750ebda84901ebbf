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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
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

    /// 512 MB of table, of which the process holds a quarter at most, whenever it is looked at.
    @Test
    @Tag("slow")
    @EnabledOnOs(OS.LINUX)
    void a_large_table_does_not_stay_in_memory() throws IOException {
        try (var table = new KeyTable(folder)) {
            for (int i = 0; i < 20_000_000; i++) {
                table.put(KeyTable.hash("c" + i), i + 1);
                if (i > 12_000_000 && i % 99_999 == 0) {
                    assertThat(residentKilobytes()).isLessThan(140 << 10);
                }
            }
            assertThat(table.size()).isEqualTo(20_000_000);
            assertThat(table.get(KeyTable.hash("c7"))).isEqualTo(8);
            assertThat(table.without(1)).isEqualTo(10_000_000);
        }
    }

    /// Of all tables of keys, as the kernel tells it.
    private static long residentKilobytes() throws IOException {
        long resident = 0;
        boolean ours = false;
        for (String line : Files.readAllLines(Path.of("/proc/self/smaps"))) {
            if (line.matches("[0-9a-f]+-[0-9a-f]+ .*")) {
                ours = line.contains(".plumbline-keys");
            } else if (ours && line.startsWith("Rss:")) {
                resident += Long.parseLong(line.replaceAll("[^0-9]", ""));
            }
        }
        return resident;
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
