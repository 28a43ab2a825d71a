package org.kinmark.exchange;

import java.io.FilterInputStream;
import java.io.IOException;

/// A file's bytes, that tells how many of them have been read.
final class CountedStream extends FilterInputStream {

    private static final long EVERY = 1 << 20;

    private final Source source;
    private final long size;
    private long count;
    private long told;

    CountedStream(Source source) throws IOException {
        super(source.open());
        this.source = source;
        this.size = source.size();
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        tell(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        tell(Math.max(0, n));
        return n;
    }

    private void tell(int more) {
        count += more;
        if (count - told >= EVERY) {
            told = count;
            source.progress().report("Reading " + source.name(), size > 0 ? Math.min(1, (double) count / size) : -1);
        }
    }
}
