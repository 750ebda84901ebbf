package org.plumbline.cli;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.plumbline.core.compare.Analysis;
import org.plumbline.core.compare.Insight;
import org.plumbline.core.compare.Kind;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.norm.NormName;

/// What the analysis found before, in a file beside the build, by the content of the files that it
/// rests on. What this run did not ask for is forgotten. A file that cannot be read or written costs
/// time and nothing else.
final class AnalysisMemory implements Analysis.Memory {

    private static final int MAGIC = 0x504c414e;

    private final Optional<Path> file;
    private final Map<String, List<Insight>> before = new HashMap<>();
    private final Map<String, List<Insight>> now = new ConcurrentHashMap<>();

    private AnalysisMemory(Optional<Path> file) {
        this.file = file;
    }

    /// @param file where it is kept; absent keeps nothing
    static AnalysisMemory of(Optional<Path> file) {
        var memory = new AnalysisMemory(file);
        file.filter(Files::isRegularFile).ifPresent(memory::read);
        return memory;
    }

    @Override
    public Optional<List<Insight>> get(String name) {
        String key = digest(name.getBytes(StandardCharsets.UTF_8));
        Optional<List<Insight>> known = Optional.ofNullable(before.get(key));
        known.ifPresent(insights -> now.put(key, insights));
        return known;
    }

    @Override
    public void put(String name, List<Insight> insights) {
        now.put(digest(name.getBytes(StandardCharsets.UTF_8)), insights);
    }

    /// What the content of an edition is known by: its own file, and the words that all share.
    static Function<Edition, String> digests(Library library, Path codes) {
        var shared = new StringBuilder();
        for (Path path : sharedFiles(codes)) {
            shared.append(digest(path));
        }
        String words = digest(shared.toString().getBytes(StandardCharsets.UTF_8));
        Map<String, String> files = new HashMap<>();
        library.entries().forEach(e -> files.put(e.id(), e.file()));
        Map<String, String> known = new ConcurrentHashMap<>();
        return edition ->
                known.computeIfAbsent(
                        edition.id(),
                        id -> words + digest(codes.resolve(files.getOrDefault(id, id))));
    }

    private static List<Path> sharedFiles(Path codes) {
        List<Path> paths =
                new ArrayList<>(
                        List.of(codes.resolve("vocabulary.yaml"), codes.resolve("places.yaml")));
        try (Stream<Path> bodies = Files.list(codes.resolve("bodies"))) {
            bodies.sorted().forEach(paths::add);
        } catch (IOException _) {
            // A library without bodies says so elsewhere.
        }
        return paths;
    }

    private static String digest(Path path) {
        try {
            return digest(Files.readAllBytes(path));
        } catch (IOException _) {
            return "unreadable";
        }
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    // ── The file ────────────────────────────────────────────────────────────────────────────

    private void read(Path path) {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path)))) {
            if (in.readInt() != MAGIC) {
                return;
            }
            int entries = in.readInt();
            for (int entry = 0; entry < entries; entry++) {
                String key = in.readUTF();
                List<Insight> insights = new ArrayList<>();
                for (int left = in.readInt(); left > 0; left--) {
                    insights.add(insight(in));
                }
                before.put(key, insights);
            }
        } catch (IOException | IllegalArgumentException _) {
            before.clear();
        }
    }

    private static Insight insight(DataInputStream in) throws IOException {
        Kind kind = Kind.valueOf(in.readUTF());
        List<String> editions = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            editions.add(in.readUTF());
        }
        List<NormName> norms = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            String edition = in.readUTF();
            String provision = in.readUTF();
            Optional<String> reading =
                    in.readBoolean() ? Optional.of(in.readUTF()) : Optional.empty();
            norms.add(new NormName(edition, provision, reading, in.readUTF()));
        }
        return new Insight(
                kind,
                editions,
                norms,
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readBoolean());
    }

    /// Keeps what this run asked for.
    void keep() {
        file.ifPresent(path -> {
            try {
                Path folder = path.getParent();
                if (folder != null) {
                    Files.createDirectories(folder);
                }
                Path fresh = Files.createTempFile(folder, "analysis", ".tmp");
                write(fresh);
                Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException _) {
                // The next run looks at everything again; that is all that is lost.
            }
        });
    }

    private void write(Path path) throws IOException {
        try (var out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(path)))) {
            out.writeInt(MAGIC);
            out.writeInt(now.size());
            for (var entry : new java.util.TreeMap<>(now).entrySet()) {
                out.writeUTF(entry.getKey());
                out.writeInt(entry.getValue().size());
                for (Insight insight : entry.getValue()) {
                    write(out, insight);
                }
            }
        }
    }

    private static void write(DataOutputStream out, Insight insight) throws IOException {
        out.writeUTF(insight.kind().name());
        out.writeInt(insight.editions().size());
        for (String edition : insight.editions()) {
            out.writeUTF(edition);
        }
        out.writeInt(insight.norms().size());
        for (NormName norm : insight.norms()) {
            out.writeUTF(norm.edition());
            out.writeUTF(norm.provision());
            out.writeBoolean(norm.reading().isPresent());
            if (norm.reading().isPresent()) {
                out.writeUTF(norm.reading().get());
            }
            out.writeUTF(norm.id());
        }
        out.writeUTF(insight.says());
        out.writeUTF(insight.story());
        out.writeUTF(insight.basis());
        out.writeUTF(insight.mend());
        out.writeBoolean(insight.determined());
    }
}
