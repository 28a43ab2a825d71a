package org.kinmark.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// What a file's bytes are. Decided by the whole file before a word of it is read, so that no value is read one way
/// in its first half and another in its second.
sealed interface FileKind {

    /// Text that can be read.
    ///
    /// @param byteOrderMark whether its first three bytes are a mark and no part of the text
    /// @param json whether it begins as JSON does
    record Text(Charset charset, boolean byteOrderMark, boolean json) implements FileKind {}

    /// Anything else.
    ///
    /// @param what in words for the file's user
    record NotText(String what) implements FileKind {}

    /// A file of no bytes, or of white space alone.
    record Empty() implements FileKind {}

    /// Reads the file once from beginning to end.
    static FileKind of(InputStream bytes) throws IOException {
        var head = bytes.readNBytes(1024);
        var opening = new String(head, StandardCharsets.ISO_8859_1);
        var named = Signature.in(opening);
        if (named.isPresent()) {
            return new NotText(named.get());
        }
        var check = new Utf8Check();
        check.take(head, head.length);
        var chunk = new byte[1 << 16];
        for (int n = bytes.read(chunk); n >= 0; n = bytes.read(chunk)) {
            check.take(chunk, n);
        }
        if (check.sawNul) {
            return new NotText("a file that is no text");
        }
        var charset = check.isUtf8() ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
        boolean mark = check.isUtf8() && opening.startsWith("\u00EF\u00BB\u00BF");
        var text = opening.substring(mark ? 3 : 0).strip();
        return head.length < 1024 && text.isEmpty()
                ? new Empty()
                : new Text(charset, mark, text.matches("(?s)(\\{|\\[\\s*[{\\[\"]).*"));
    }

    /// Kinds of file that people name `.csv` or upload by mistake, known by how they begin.
    enum Signature {
        UTF_16("\u00FF\u00FE", "text in UTF-16"),
        UTF_16_BIG_ENDIAN("\u00FE\u00FF", "text in UTF-16"),
        OFFICE_OR_ZIP("PK\u0003\u0004", "an Excel workbook or another Office or zip file"),
        OLD_OFFICE("\u00D0\u00CF\u0011\u00E0", "an old Excel workbook or another old Office file"),
        PDF("%PDF-", "a PDF"),
        GZIP("\u001F\u008B", "a gzip archive"),
        PNG("\u0089PNG", "an image"),
        JPEG("\u00FF\u00D8\u00FF", "an image"),
        GIF("GIF8", "an image"),
        RICH_TEXT("{\\rtf", "a Rich Text document");

        private final String start;
        private final String what;

        Signature(String start, String what) {
            this.start = start;
            this.what = what;
        }

        /// @param opening the first bytes, one character each
        static Optional<String> in(String opening) {
            for (var signature : values()) {
                if (opening.startsWith(signature.start)) {
                    return Optional.of(signature.what);
                }
            }
            if (opening.length() > 3 && (opening.charAt(0) == 0) != (opening.charAt(1) == 0)) {
                return Optional.of(UTF_16.what);
            }
            return markup(opening);
        }

        private static Optional<String> markup(String opening) {
            var text = (opening.startsWith("\u00EF\u00BB\u00BF") ? opening.substring(3) : opening)
                    .stripLeading()
                    .toLowerCase(Locale.ROOT);
            if (text.startsWith("<!doctype html") || text.startsWith("<html") || text.startsWith("<table")) {
                return Optional.of("a web page (HTML)");
            }
            return text.matches("(?s)<[?!a-z].*") ? Optional.of("XML") : Optional.empty();
        }
    }

    /// Follows a stream of bytes and knows whether they are UTF-8 throughout.
    final class Utf8Check {

        private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        private final CharBuffer ignored = CharBuffer.allocate(1 << 16);
        private ByteBuffer rest = ByteBuffer.allocate(0);
        private boolean valid = true;
        private boolean sawNul;

        private void take(byte[] bytes, int length) {
            for (int i = 0; i < length; i++) {
                sawNul |= bytes[i] == 0;
            }
            if (!valid) {
                return;
            }
            var all = ByteBuffer.allocate(rest.remaining() + length)
                    .put(rest)
                    .put(bytes, 0, length)
                    .flip();
            CoderResult result;
            do {
                ignored.clear();
                result = decoder.decode(all, ignored, false);
            } while (result.isOverflow());
            valid = !result.isError();
            rest = all;
        }

        /// Whether all bytes taken are UTF-8, and the last character is whole.
        private boolean isUtf8() {
            return valid && !rest.hasRemaining();
        }
    }
}
