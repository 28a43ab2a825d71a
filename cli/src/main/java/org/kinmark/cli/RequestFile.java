package org.kinmark.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.kinmark.exchange.Mistake;
import org.kinmark.exchange.Reading;
import org.kinmark.linkage.Progress;
import org.kinmark.rules.SharingRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/// Where requests come from: a file, or standard input. Sees to bytes and to JSON; [RequestReader] to the requests.
final class RequestFile {

    private static final String STANDARD_INPUT = "-";
    private static final JsonFactory JSON = new JsonFactory();

    private final String typed;
    private final String shown;
    private final Progress progress;

    /// @param typed as the user named it, or `-`
    RequestFile(String typed, Progress progress) {
        this.typed = typed;
        this.shown = typed.equals(STANDARD_INPUT) ? "standard input" : typed;
        this.progress = progress;
    }

    /// Reads every request, or finds every mistake.
    Reading<List<SharingRequest>> read() {
        try (var bytes = open()) {
            return read(bytes);
        } catch (NoSuchFileException _) {
            return refused("there is no such file");
        } catch (AccessDeniedException _) {
            return refused("permission denied");
        } catch (InvalidPathException _) {
            return refused("this is no name of a file");
        } catch (CharacterCodingException _) {
            return refused("this is not UTF-8 text");
        } catch (IOException _) {
            return refused(Files.isDirectory(Path.of(typed)) ? "this is a folder" : "it could not be read");
        }
    }

    private InputStream open() throws IOException {
        return typed.equals(STANDARD_INPUT) ? System.in : Files.newInputStream(Path.of(typed));
    }

    private Reading<List<SharingRequest>> read(InputStream raw) throws IOException {
        var bytes = new BufferedInputStream(raw);
        bytes.mark(4);
        byte[] start = bytes.readNBytes(4);
        bytes.reset();
        if (isWide(start)) {
            return refused("this is UTF-16 or a binary file: save it as UTF-8 text");
        }
        if (start.length >= 3 && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB && start[2] == (byte) 0xBF) {
            bytes.skipNBytes(3);
        }
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (var parser = JSON.createParser(ObjectReadContext.empty(), new InputStreamReader(bytes, decoder))) {
            var reader = new RequestReader(shown, parser, progress);
            try {
                reader.readAll();
            } catch (JacksonIOException e) {
                throw e.getCause();
            } catch (JacksonException e) {
                reader.broken(whatIsBroken(e));
            }
            return reader.result();
        }
    }

    /// A zero byte is the other half of a wider character, and no UTF-8 has the bytes of a UTF-16 byte-order mark.
    private static boolean isWide(byte[] start) {
        for (byte one : start) {
            if (one == 0 || one == (byte) 0xFE || one == (byte) 0xFF) {
                return true;
            }
        }
        return false;
    }

    /// The parser's own words may quote the text, so they are not used.
    private static String whatIsBroken(JacksonException e) {
        return switch (e) {
            case StreamConstraintsException _ -> "brackets are nested too deeply, or a text or number is too long";
            case UnexpectedEndOfInputException _ -> "the text ends where JSON is not complete";
            default -> "this is not JSON";
        };
    }

    private Reading<List<SharingRequest>> refused(String message) {
        return new Reading.Refused<>(List.of(new Mistake(shown, 0, "", message)));
    }
}
