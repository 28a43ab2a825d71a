package org.kinmark.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// What no client library would send, byte for byte.
final class Wire {

    private Wire() {}

    /// Sends the first line and headers, and nothing after them.
    static TestHub.Answer send(TestHub hub, String head) {
        var address = URI.create(hub.address());
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(20_000);
            try {
                socket.getOutputStream()
                        .write((head + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
                socket.getOutputStream().flush();
            } catch (SocketException _) {
                // It was answered before it was all sent.
            }
            return read(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TestHub.Answer read(String answer) {
        int end = answer.indexOf("\r\n\r\n");
        if (end < 0) {
            return new TestHub.Answer(0, "", answer.getBytes(StandardCharsets.UTF_8), Map.of());
        }
        var lines = answer.substring(0, end).split("\r\n");
        var headers = new TreeMap<String, List<String>>();
        for (int i = 1; i < lines.length; i++) {
            var parts = lines[i].split(": ?", 2);
            headers.computeIfAbsent(parts[0].toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                    .add(parts[1]);
        }
        return new TestHub.Answer(
                Integer.parseInt(lines[0].split(" ")[1]),
                headers.getOrDefault("content-type", List.of("")).getFirst(),
                answer.substring(end + 4).getBytes(StandardCharsets.UTF_8),
                headers);
    }
}
