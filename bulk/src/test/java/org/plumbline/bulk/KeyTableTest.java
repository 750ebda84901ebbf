package org.plumbline.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.core.load.Span;

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
    void keys_beyond_memory_are_told_of_at_the_end_in_the_order_of_rows() throws IOException {
        Set<String> known = new HashSet<>();
        List<LateKeys.Place> expected = new ArrayList<>();
        List<LateKeys.Place> told = new ArrayList<>();
        var random = new Random(9);
        try (var keys = new KeysSeen(folder, 1 << 14)) {
            for (int file = 0; file < 2; file++) {
                for (int line = 2; line < 500_000; line++) {
                    String key = "c" + random.nextInt(10_000_000);
                    var place = new LateKeys.Place(file, line, 1);
                    if (!known.add(key)) {
                        expected.add(place);
                    }
                    if (keys.again(key, file, new Span("f", line, 1, 1))) {
                        told.add(place);
                    }
                }
            }
            int atOnce = told.size();
            keys.late(told::add);
            assertThat(told.subList(atOnce, told.size()))
                    .isSortedAccordingTo(
                            Comparator.comparingInt(LateKeys.Place::file)
                                    .thenComparingInt(LateKeys.Place::line));
        }
        assertThat(told).hasSizeGreaterThan(30_000).hasSameSizeAs(expected);
        assertThat(new HashSet<>(told)).isEqualTo(new HashSet<>(expected));
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
