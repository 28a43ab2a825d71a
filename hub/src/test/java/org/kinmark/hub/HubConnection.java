package org.kinmark.hub;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// One connection to a hub, over which an answer comes back as the bytes that were sent: its status line, its
/// headers in their order, and its body. Nothing is followed, unpacked or kept on the way.
final class HubConnection implements AutoCloseable {

    private static final Set<Integer> WITHOUT_BODY = Set.of(204, 304);

    /// Well within the time after which a hub hangs up on whoever says nothing.
    private static final long IDLE = Duration.ofSeconds(10).toNanos();

    private final URI hub;
    private Socket socket;
    private InputStream in;
    private long used = System.nanoTime();

    HubConnection(String address) {
        this.hub = URI.create(address);
        open();
    }

    /// An answer.
    ///
    /// @param head the status line and the headers, each with the end of its line
    record Reply(int status, String head, byte[] body) {

        /// The first header of a name.
        Optional<String> header(String name) {
            var start = name.toLowerCase(Locale.ROOT) + ":";
            return head.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(line -> line.substring(start.length()).strip())
                    .findFirst();
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /// Sends a request and waits for its answer.
    ///
    /// @param headers each as a line, without `Host` and `Content-Length`
    Reply send(String method, String target, List<String> headers, byte[] body) {
        var head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: hub.example\r\n");
        headers.forEach(header -> head.append(header).append("\r\n"));
        if (!method.equals("GET") || body.length > 0) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        head.append("\r\n");
        if (System.nanoTime() - used > IDLE) {
            close();
            open();
        }
        used = System.nanoTime();
        try {
            var out = new ByteArrayOutputStream();
            out.write(head.toString().getBytes(StandardCharsets.UTF_8));
            out.write(body);
            socket.getOutputStream().write(out.toByteArray());
            var reply = read(method);
            if (reply.header("connection").filter("close"::equalsIgnoreCase).isPresent()) {
                close();
                open();
            }
            return reply;
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + target, e);
        }
    }

    private void open() {
        try {
            socket = new Socket(hub.getHost(), hub.getPort());
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reply read(String method) throws IOException {
        var head = new StringBuilder();
        for (var line = line(); !line.isEmpty(); line = line()) {
            head.append(line).append("\r\n");
        }
        int status = Integer.parseInt(head.substring(9, 12));
        var bare = new Reply(status, head.toString(), new byte[0]);
        if (method.equals("HEAD") || WITHOUT_BODY.contains(status)) {
            return bare;
        }
        var chunked = bare.header("transfer-encoding").filter("chunked"::equalsIgnoreCase);
        var body = chunked.isPresent()
                ? chunks()
                : exactly(bare.header("content-length").map(Integer::parseInt).orElse(0));
        return new Reply(status, bare.head(), body);
    }

    private byte[] chunks() throws IOException {
        var all = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line().strip(), 16); size > 0; size = Integer.parseInt(line().strip(), 16)) {
            all.write(exactly(size));
            line();
        }
        line();
        return all.toByteArray();
    }

    private byte[] exactly(int count) throws IOException {
        var bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException("the hub hung up within an answer");
        }
        return bytes;
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the hub hung up");
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
