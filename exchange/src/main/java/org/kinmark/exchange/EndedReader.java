package org.kinmark.exchange;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/// A text with one more line at its end, that holds nothing but [RowParser#END_OF_FILE].
final class EndedReader extends FilterReader {

    private String left = "\n" + RowParser.END_OF_FILE;

    EndedReader(Reader text) {
        super(text);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = in.read(buffer, offset, length);
        if (count >= 0 || left.isEmpty()) {
            return count;
        }
        int taken = Math.min(length, left.length());
        left.getChars(0, taken, buffer, offset);
        left = left.substring(taken);
        return taken;
    }

    @Override
    public int read() throws IOException {
        var one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }
}
