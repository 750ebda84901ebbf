package org.plumbline.bulk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/// Where an audit was when its output was last brought to the disk.
///
/// @param order what was asked, as 64 hexadecimal digits: another order cannot go on from here
/// @param file the number of the input file that was being read, the first being 0
/// @param rows how many of its rows were decided and written
/// @param out how long the result was, in bytes
/// @param side how long the file of findings was
/// @param read what the rows were that were decided, as [RowsRead] has it
/// @param unread files that could not be read to their end: number and why
record Checkpoint(
        String order,
        int file,
        long rows,
        long out,
        long side,
        long read,
        List<String> unread,
        Tally tally) {

    private static final String HEAD = "plumbline audit 2";
    private static final String END = "end";

    Checkpoint {
        unread = List.copyOf(unread);
    }

    /// The state file beside a result.
    static Path beside(Path out) {
        return out.resolveSibling(out.getFileName() + ".part.state");
    }

    /// Writes it so that it is there whole or not at all.
    void write(Path state) throws IOException {
        StringBuilder text = new StringBuilder(HEAD + "\n");
        line(text, "order", order);
        line(text, "file", String.valueOf(file));
        line(text, "rows", String.valueOf(rows));
        line(text, "out", String.valueOf(out));
        line(text, "side", String.valueOf(side));
        line(text, "read", String.valueOf(read));
        unread.forEach(u -> line(text, "unread", u));
        tally.tell((name, n) -> line(text, "count", n + "\t" + name));
        text.append(END).append('\n');
        Path next = state.resolveSibling(state.getFileName() + ".next");
        try (FileChannel channel =
                FileChannel.open(
                        next,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
        }
        Outlet.move(next, state);
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append('\t').append(value.replace('\n', ' ')).append('\n');
    }

    /// Reads one.
    ///
    /// @return absent where the file is not one, or not whole
    static Optional<Checkpoint> read(Path state) throws IOException {
        List<String> lines = Files.readAllLines(state);
        if (lines.size() < 2 || !lines.getFirst().equals(HEAD) || !lines.getLast().equals(END)) {
            return Optional.empty();
        }
        String order = "";
        int file = 0;
        long rows = 0;
        long out = 0;
        long side = 0;
        long read = 0;
        List<String> unread = new java.util.ArrayList<>();
        var tally = new Tally();
        try {
            for (String line : lines.subList(1, lines.size() - 1)) {
                String[] words = line.split("\t", 2);
                switch (words[0]) {
                    case "order" -> order = words[1];
                    case "file" -> file = Integer.parseInt(words[1]);
                    case "rows" -> rows = Long.parseLong(words[1]);
                    case "out" -> out = Long.parseLong(words[1]);
                    case "side" -> side = Long.parseLong(words[1]);
                    case "read" -> read = Long.parseLong(words[1]);
                    case "unread" -> unread.add(words[1]);
                    case "count" -> {
                        String[] count = words[1].split("\t", 2);
                        tally.hear(count[1], Long.parseLong(count[0]));
                    }
                    default -> {
                        return Optional.empty();
                    }
                }
            }
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException _) {
            return Optional.empty();
        }
        return Optional.of(new Checkpoint(order, file, rows, out, side, read, unread, tally));
    }
}
