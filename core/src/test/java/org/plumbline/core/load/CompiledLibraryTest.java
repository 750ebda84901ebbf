package org.plumbline.core.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.core.condition.Decimal;
import org.plumbline.core.condition.LastDay;
import org.plumbline.core.norm.Library;

class CompiledLibraryTest {

    private static final Path CODES = Path.of(System.getProperty("plumbline.codes"));

    @TempDir Path folder;

    private record Pair(Optional<String> left, int right) {}

    private static LibraryFiles files(Path codes) {
        return LibraryReader.read(codes, "codes/") instanceof Loaded.Sound<LibraryFiles>(var f, _)
                ? f
                : org.junit.jupiter.api.Assertions.fail("the library cannot be read");
    }

    @Test
    void a_library_carried_as_bytes_is_the_same_library() {
        Library library = files(CODES).library();

        byte[] bytes = CompiledLibrary.bytes(library);
        Library carried = CompiledLibrary.of(bytes);

        assertThat(carried.vocabulary()).isEqualTo(library.vocabulary());
        assertThat(carried.constraints()).isEqualTo(library.constraints());
        assertThat(carried.editions()).isEqualTo(library.editions());
        assertThat(carried.fingerprint()).isEqualTo(library.fingerprint());
        assertThatThrownBy(() -> CompiledLibrary.of(new byte[] {1, 2, 3}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_compiled_library_is_the_library_it_was_made_from() throws IOException {
        LibraryFiles files = files(CODES);
        Path into = folder.resolve("library.bin");
        CompiledLibrary.write(files, CODES, "", Map.of("besides", List.of("kept")), into);

        CompiledLibrary compiled = CompiledLibrary.read(into, CODES, "").orElseThrow();
        Library read = compiled.library();

        assertThat(read.vocabulary()).isEqualTo(files.library().vocabulary());
        assertThat(List.copyOf(read.vocabulary().facts().keySet()))
                .isEqualTo(List.copyOf(files.library().vocabulary().facts().keySet()));
        assertThat(read.constraints()).isEqualTo(files.library().constraints());
        assertThat(read.bodies()).isEqualTo(files.library().bodies());
        assertThat(read.places()).isEqualTo(files.library().places());
        assertThat(read.fingerprint()).isEqualTo(files.library().fingerprint());
        assertThat(List.copyOf(read.entries())).isEqualTo(List.copyOf(files.library().entries()));
        assertThat(read.editions()).isEqualTo(files.library().editions());
        assertThat(compiled.tree(LibraryReader.SLOTS))
                .contains(files.nodes().get(LibraryReader.SLOTS));
        assertThat(compiled.beside("besides")).contains(List.of("kept"));
        assertThat(compiled.beside("nothing")).isEmpty();
    }

    @Test
    void a_file_that_changed_makes_it_useless_and_one_touched_does_not() throws IOException {
        Path codes = copied();
        Path into = folder.resolve("library.bin");
        CompiledLibrary.write(files(codes), codes, "", Map.of(), into);
        Path edition = codes.resolve("nasw/2021.yaml");

        assertThat(edition.toFile().setLastModified(1_000_000_000_000L)).isTrue();
        assertThat(CompiledLibrary.read(into, codes, "")).isPresent();

        Files.writeString(edition, Files.readString(edition) + "# changed\n");
        assertThat(CompiledLibrary.read(into, codes, "")).isEmpty();
    }

    @Test
    void a_list_of_the_files_that_is_as_it_was_is_believed_and_another_is_not() throws IOException {
        Path codes = copied();
        Path into = folder.resolve("library.bin");
        CompiledLibrary.write(files(codes), codes, "as it is", Map.of(), into);
        Path edition = codes.resolve("nasw/2021.yaml");
        String sound = Files.readString(edition);
        Files.writeString(edition, sound + "# changed\n");

        assertThat(CompiledLibrary.read(into, codes, "as it is")).isPresent();
        assertThat(CompiledLibrary.read(into, codes, "as it is now")).isEmpty();
        assertThat(CompiledLibrary.read(into, codes, "")).isEmpty();

        // The content is what it was; from now on the list that said so suffices.
        Files.writeString(edition, sound);
        assertThat(CompiledLibrary.read(into, codes, "as it is again")).isPresent();
        Files.writeString(edition, sound + "# changed\n");
        assertThat(CompiledLibrary.read(into, codes, "as it is again")).isPresent();
        assertThat(CompiledLibrary.read(into, codes, "as it is")).isEmpty();
    }

    @Test
    void what_is_no_compiled_library_is_passed_over() throws IOException {
        Path into = folder.resolve("library.bin");
        assertThat(CompiledLibrary.read(into, CODES, "")).isEmpty();
        CompiledLibrary.write(files(CODES), CODES, "", Map.of(), into);
        byte[] sound = Files.readAllBytes(into);
        Files.write(into, java.util.Arrays.copyOf(sound, 5_000));
        assertThat(CompiledLibrary.read(into, CODES, "")).isEmpty();
        Files.writeString(into, "something else");
        assertThat(CompiledLibrary.read(into, CODES, "")).isEmpty();
    }

    private Path copied() throws IOException {
        Path codes = folder.resolve("codes");
        try (var all = Files.walk(CODES)) {
            for (Path from : all.filter(Files::isRegularFile).toList()) {
                Path to = codes.resolve(CODES.relativize(from).toString());
                Files.createDirectories(to.getParent());
                Files.copy(from, to);
            }
        }
        return codes;
    }

    private static Object through(Object value) throws IOException {
        var writer = new ValuePool.Writer();
        int index = writer.index(value);
        var bytes = new ByteArrayOutputStream();
        writer.write(new DataOutputStream(bytes));
        return ValuePool.from(ByteBuffer.wrap(bytes.toByteArray())).value(index);
    }

    @Test
    void every_kind_of_value_comes_back_as_it_was() throws IOException {
        Map<String, Object> ordered = new LinkedHashMap<>();
        ordered.put("z", 1);
        ordered.put("a", List.of("x", 2L, 0.5, true, 'y', LocalDate.of(2028, 2, 29)));
        ordered.put("m", Set.of("one", "two"));
        ordered.put("r", new Pair(Optional.of("left"), -7));
        ordered.put("n", new Pair(Optional.empty(), Integer.MIN_VALUE));
        ordered.put("e", LastDay.UNSTATED);
        ordered.put("d", Decimal.parse("0.50"));

        assertThat(through(ordered)).isEqualTo(ordered);
        assertThat(List.copyOf(((Map<?, ?>) through(ordered)).keySet()))
                .isEqualTo(List.copyOf(ordered.keySet()));
    }

    @Test
    void a_large_map_answers_for_each_key_and_for_no_other() throws IOException {
        Map<String, Integer> large = new HashMap<>();
        // "Aa" and "BB" have one hash, and so has every word made of them.
        List<String> alike = List.of("");
        for (int length = 0; length < 8; length++) {
            List<String> longer = new ArrayList<>();
            alike.forEach(word -> longer.addAll(List.of(word + "Aa", word + "BB")));
            alike = longer;
        }
        alike.forEach(word -> large.put(word, large.size()));
        for (int i = 0; i < 5_000; i++) {
            large.put("word" + i, i);
        }

        var read = (Map<?, ?>) through(large);

        assertThat(read).isInstanceOf(StoredMap.class);
        large.forEach((key, value) -> assertThat((Object) read.get(key)).isEqualTo(value));
        assertThat(read.containsKey("word5000")).isFalse();
        assertThat((Object) read.get("AaAaAaAaAaAaAaAb")).isNull();
        assertThat(read.containsKey(7)).isFalse();
        assertThat(read).isEqualTo(large);
        assertThat(through(new HashSet<>(large.keySet()))).isEqualTo(large.keySet());
    }

    @Test
    void a_value_of_another_class_is_refused() {
        assertThatThrownBy(() -> through(new java.util.concurrent.atomic.AtomicInteger()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "a pool does not hold a java.util.concurrent.atomic.AtomicInteger");
    }
}
