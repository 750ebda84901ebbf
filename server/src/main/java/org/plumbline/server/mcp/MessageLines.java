package org.plumbline.server.mcp;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Lines that are messages of the protocol, out of whatever lines come in.
///
/// The protocol's library ends the whole conversation over one line that it cannot read, and tells
/// nobody. So such a line is answered here, as JSON-RPC 2.0 says (-32700, no number known), and the
/// library never sees it; nothing of the line is repeated. A call that no tool can take is answered here
/// as well ([WrongCall]). Lines that are empty are passed over. The
/// input ends for the library once every request has its answer: it would drop those under way.
final class MessageLines extends InputStream {

    /// Bytes that a line may have; a longer one is read to its end, kept nowhere and answered as unread.
    static final int LONGEST = 8 * 1024 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final InputStream in;
    private final Lines out;
    private final McpJsonMapper json;
    private final CountDownLatch ended = new CountDownLatch(1);
    private byte[] line = {};
    private int at;

    private final List<String> tools;

    /// @param tools the names of the tools
    MessageLines(InputStream in, Lines out, McpJsonMapper json, List<String> tools) {
        this.in = in;
        this.out = out;
        this.json = json;
        this.tools = tools;
    }

    /// Waits until the input has ended.
    void awaitEnd() throws InterruptedException {
        ended.await();
    }

    @Override
    public int read() throws IOException {
        return hasMore() ? Byte.toUnsignedInt(line[at++]) : -1;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!hasMore()) {
            return -1;
        }
        int count = Math.min(length, line.length - at);
        System.arraycopy(line, at, bytes, from, count);
        at += count;
        return count;
    }

    private boolean hasMore() throws IOException {
        while (at == line.length) {
            var next = new ByteArrayOutputStream();
            int length = 0;
            int one = in.read();
            while (one >= 0 && one != '\n') {
                if (++length <= LONGEST) {
                    next.write(one);
                }
                one = in.read();
            }
            if (one < 0 && length == 0) {
                out.awaitAnswers();
                ended.countDown();
                return false;
            }
            String text = next.toString(StandardCharsets.UTF_8).strip();
            if (length > LONGEST || (!text.isEmpty() && !isMessage(text))) {
                out.expectAnswer();
                out.write(UNREAD);
            } else if (!text.isEmpty()) {
                JsonNode message = JSON.readTree(text);
                Optional<String> wrong = WrongCall.says(message, tools);
                if (wrong.isPresent()) {
                    out.write(
                            WrongCall.error(message.path("id"), WrongCall.PARAMETERS, wrong.get()));
                    out.write('\n');
                    continue;
                }
                line = (text + "\n").getBytes(StandardCharsets.UTF_8);
                at = 0;
            }
        }
        return true;
    }

    private boolean isMessage(String text) {
        try {
            if (McpSchema.deserializeJsonRpcMessage(json, text)
                    instanceof McpSchema.JSONRPCRequest) {
                out.expectAnswer();
            }
            return true;
        } catch (IOException | RuntimeException _) {
            return false;
        }
    }

    private static final byte[] UNREAD =
            """
            {"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"The line is not a message of JSON-RPC 2.0. Send one message a line, as one JSON object."}}
            """
                    .getBytes(StandardCharsets.UTF_8);

    /// An output into which several write, each line as a whole; each line is an answer, since a server
    /// of tools alone sends nothing by itself.
    static final class Lines extends OutputStream {
        /// How long an answer is waited for after the input has ended.
        private static final long PATIENCE_SECONDS = 120;

        private final OutputStream out;
        private int owed;
        private final ThreadLocal<ByteArrayOutputStream> begun =
                ThreadLocal.withInitial(ByteArrayOutputStream::new);

        Lines(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int one) throws IOException {
            begun.get().write(one);
            if (one == '\n') {
                end();
            }
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            begun.get().write(bytes, from, length);
            if (length > 0 && bytes[from + length - 1] == '\n') {
                end();
            }
        }

        private void end() throws IOException {
            ByteArrayOutputStream line = begun.get();
            synchronized (this) {
                line.writeTo(out);
                out.flush();
                owed--;
                notifyAll();
            }
            line.reset();
        }

        synchronized void expectAnswer() {
            owed++;
        }

        /// Waits until every answer is written, or for too long.
        synchronized void awaitAnswers() throws IOException {
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            try {
                for (long left = until - System.nanoTime(); owed > 0 && left > 0; ) {
                    TimeUnit.NANOSECONDS.timedWait(this, left);
                    left = until - System.nanoTime();
                }
            } catch (InterruptedException problem) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted while answers were under way");
            }
        }
    }
}
