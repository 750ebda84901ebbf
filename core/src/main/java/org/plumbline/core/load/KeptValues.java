package org.plumbline.core.load;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

/// What earlier runs found out, in one file, each value under a name that holds the digest of all it
/// rests on: whoever asks by the same name would find out the same again.
///
/// The file belongs to one program, named by the caller, since values are read only by the classes
/// they were written by. It grows by a segment with each run that finds something new, and is written
/// anew, with what was asked for alone, when a run asks for that or the segments become many. A file
/// that is cut short, altered or of another program holds nothing; one that cannot be written costs
/// time alone. Safe to share between threads.
public final class KeptValues {

    private static final int MAGIC = 0x504C4B56;
    private static final int MOST_SEGMENTS = 24;

    private final Optional<Path> file;
    private final String program;
    private final List<byte[]> forms = new ArrayList<>();
    private final List<Map<?, ?>> segments = new ArrayList<>();
    private final Map<String, Object> fresh = new ConcurrentHashMap<>();
    private final Set<String> live = ConcurrentHashMap.newKeySet();

    private KeptValues(Optional<Path> file, String program) {
        this.file = file;
        this.program = program;
    }

    /// Opens what is kept in a file.
    ///
    /// @param file where; absent keeps nothing
    /// @param program what tells this program from any other, later builds of it included
    public static KeptValues open(Optional<Path> file, String program) {
        var kept = new KeptValues(file, program);
        file.filter(Files::isRegularFile).ifPresent(kept::read);
        return kept;
    }

    /// The value under a name.
    public Optional<Object> get(String name) {
        live.add(name);
        Object known = fresh.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        for (Map<?, ?> segment : segments.reversed()) {
            Object value = segment.get(name);
            if (value != null) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    /// The value under a name, if it is of a type.
    public <T> Optional<T> get(String name, Class<T> type) {
        return get(name).filter(type::isInstance).map(type::cast);
    }

    /// Whether there is a value under a name; it is not read.
    public boolean has(String name) {
        live.add(name);
        return fresh.containsKey(name) || segments.stream().anyMatch(s -> s.containsKey(name));
    }

    /// Keeps a value: records, lists, maps, words and whatever else a [ValuePool] holds.
    public void put(String name, Object value) {
        live.add(name);
        fresh.put(name, value);
    }

    /// Whether so many runs have added to the file that it should be written anew.
    public boolean isWorn() {
        return segments.size() >= MOST_SEGMENTS;
    }

    /// A digest, in 64 hexadecimal digits, of words or names of content.
    public static String digest(String words) {
        return digest(words.getBytes(StandardCharsets.UTF_8));
    }

    /// A digest, in 64 hexadecimal digits, of content.
    public static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    // ── The file ────────────────────────────────────────────────────────────────────────────

    private void read(Path path) {
        try {
            ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(path));
            if (in.getInt() != MAGIC || !string(in).equals(program)) {
                return;
            }
            while (in.hasRemaining()) {
                byte[] form = new byte[in.getInt()];
                long sum = in.getLong();
                in.get(form);
                if (sum != sum(form)) {
                    throw new IllegalArgumentException("altered");
                }
                ByteBuffer at = ByteBuffer.wrap(form);
                int root = at.getInt();
                if (!(ValuePool.from(at).value(root) instanceof Map<?, ?> values)) {
                    throw new IllegalArgumentException("not values by name");
                }
                forms.add(form);
                segments.add(values);
            }
        } catch (IOException | RuntimeException _) {
            // Broken, or not ours: nothing was kept.
            forms.clear();
            segments.clear();
        }
    }

    private static String string(ByteBuffer in) {
        byte[] utf8 = new byte[in.getInt()];
        in.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private static long sum(byte[] form) {
        var sum = new CRC32();
        sum.update(form);
        return sum.getValue();
    }

    /// Writes what this run found out.
    ///
    /// @param anew whether what it did not ask for is forgotten
    public void keep(boolean anew) {
        if (file.isEmpty() || (fresh.isEmpty() && !segments.isEmpty())) {
            return;
        }
        boolean whole = anew || segments.size() >= 4 * MOST_SEGMENTS;
        Map<String, Object> values = new HashMap<>(fresh);
        if (whole) {
            for (String name : live) {
                get(name).ifPresent(value -> values.put(name, value));
            }
        }
        try {
            write(file.get(), whole ? List.of() : forms, form(values));
        } catch (IOException _) {
            // The next run finds it out again; that is all that is lost.
        }
    }

    private static byte[] form(Map<String, Object> values) throws IOException {
        var writer = new ValuePool.Writer();
        int root = writer.index(values);
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(root);
            writer.write(out);
        }
        return bytes.toByteArray();
    }

    private void write(Path into, List<byte[]> before, byte[] last) throws IOException {
        Path folder = into.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path beside = into.resolveSibling(into.getFileName() + "." + ProcessHandle.current().pid());
        try (var out = new DataOutputStream(Files.newOutputStream(beside))) {
            byte[] name = program.getBytes(StandardCharsets.UTF_8);
            out.writeInt(MAGIC);
            out.writeInt(name.length);
            out.write(name);
            for (byte[] form : before) {
                segment(form, out);
            }
            segment(last, out);
        }
        Files.move(
                beside, into, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void segment(byte[] form, DataOutputStream out) throws IOException {
        out.writeInt(form.length);
        out.writeLong(sum(form));
        out.write(form);
    }
}
