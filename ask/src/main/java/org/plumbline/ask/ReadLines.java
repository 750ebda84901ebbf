package org.plumbline.ask;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// Reads questions in JSON Lines and writes what they mean, one line each, in order.
///
/// A line is `{"id": …, "text": …}`; other keys are passed over. A line that is not such an object
/// gets a line all the same, out of scope, with an `error`. Blank lines are passed over. No line is
/// kept longer than [#LONGEST_LINE] bytes, and never more than a few blocks of lines are in memory.
public final class ReadLines {

    /// Bytes that a line may have; the rest of a longer one is passed over.
    public static final int LONGEST_LINE = 64 * 1024;

    private static final int BLOCK = 256;
    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(50).build())
                    .build();

    private final Function<String, Reading> reader;
    private final int workers;

    /// @param workers lines read at a time; at least 1
    public ReadLines(QuestionReader reader, LocalDate asOf, int workers) {
        this(question -> reader.read(question, asOf), workers);
    }

    /// @param reader what a question means; where it fails, the line says so and the others stand
    ReadLines(Function<String, Reading> reader, int workers) {
        if (workers < 1) {
            throw new IllegalArgumentException("at least one worker, not " + workers);
        }
        this.reader = reader;
        this.workers = workers;
    }

    /// Answers every line.
    ///
    /// @return how many lines were no question at all
    /// @throws IOException if the input or the output fails
    public long copy(InputStream in, Writer out) throws IOException {
        long[] bad = {0};
        var lines = new Lines(in);
        try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
            var pending = new ArrayDeque<Future<Block>>();
            for (List<byte[]> block = lines.next(BLOCK);
                    !block.isEmpty();
                    block = lines.next(BLOCK)) {
                List<byte[]> now = block;
                pending.add(pool.submit(() -> answer(now)));
                if (pending.size() > 2 * workers) {
                    bad[0] += write(pending.remove(), out);
                }
            }
            while (!pending.isEmpty()) {
                bad[0] += write(pending.remove(), out);
            }
        }
        out.flush();
        return bad[0];
    }

    private record Block(String text, long bad) {}

    private static long write(Future<Block> block, Writer out) throws IOException {
        try {
            Block done = block.get();
            out.write(done.text());
            return done.bad();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("reading was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a line is answered, whatever it holds", e);
        }
    }

    private Block answer(List<byte[]> lines) {
        var text = new StringBuilder(lines.size() * 400);
        long bad = 0;
        for (byte[] line : lines) {
            Parsed parsed = parse(line);
            try {
                Optional<String> question = parsed.text();
                if (question.isPresent()) {
                    text.append(ReadingJson.line(parsed.id(), reader.apply(question.get())));
                } else {
                    bad++;
                    text.append(ReadingJson.badLine(parsed.id(), parsed.error()));
                }
            } catch (RuntimeException e) {
                // A fault of ours in one line loses no other.
                bad++;
                String fault = "reading it failed, which is a fault of the program: " + e;
                text.append(ReadingJson.badLine(parsed.id(), fault));
            }
            text.append('\n');
        }
        return new Block(text.toString(), bad);
    }

    /// @param id as written, a JSON string or number; absent if the line has none
    private record Parsed(Optional<String> id, Optional<String> text, String error) {}

    private static Parsed parse(byte[] line) {
        if (line.length >= LONGEST_LINE) {
            return bad(Optional.empty(), "the line is longer than 64 KiB");
        }
        Optional<String> id = Optional.empty();
        Optional<String> text = Optional.empty();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return bad(id, "the line is not a JSON object");
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String key = parser.currentName();
                JsonToken value = parser.nextToken();
                if (key.equals("id") && value.isScalarValue()) {
                    id = Optional.of(parser.getString());
                } else if (key.equals("text") && value == JsonToken.VALUE_STRING) {
                    text = Optional.of(parser.getString());
                } else {
                    parser.skipChildren();
                }
            }
            if (parser.nextToken() != null) {
                return bad(id, "more than one value on the line");
            }
        } catch (JacksonException _) {
            return bad(id, "the line is not JSON");
        }
        return text.isPresent()
                ? new Parsed(id, text, "")
                : bad(id, "the line has no `text` that is a string");
    }

    private static Parsed bad(Optional<String> id, String error) {
        return new Parsed(id, Optional.empty(), error);
    }

    /// Lines of bytes; of a line too long only the beginning is kept.
    private static final class Lines {
        private final InputStream in;
        private byte[] buffer = new byte[512];

        Lines(InputStream in) {
            this.in = new BufferedInputStream(in, 1 << 16);
        }

        List<byte[]> next(int many) {
            List<byte[]> lines = new ArrayList<>(many);
            while (lines.size() < many) {
                Optional<byte[]> line = line();
                if (line.isEmpty()) {
                    break;
                }
                if (!new String(line.get(), StandardCharsets.UTF_8).isBlank()) {
                    lines.add(line.get());
                }
            }
            return lines;
        }

        private Optional<byte[]> line() {
            int length = 0;
            try {
                int c = in.read();
                if (c < 0) {
                    return Optional.empty();
                }
                for (; c >= 0 && c != '\n'; c = in.read()) {
                    if (length < LONGEST_LINE) {
                        if (length == buffer.length) {
                            buffer = Arrays.copyOf(buffer, 2 * length);
                        }
                        buffer[length++] = (byte) c;
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException("the questions could not be read", e);
            }
            return Optional.of(Arrays.copyOf(buffer, length));
        }
    }
}
