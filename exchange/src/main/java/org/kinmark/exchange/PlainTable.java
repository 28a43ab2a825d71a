package org.kinmark.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;

/// Reads large files that are as nearly all are: UTF-8, a header in the first line, a row in each line, quotation marks
/// around whole fields or nowhere. Several threads read a piece each, and no value becomes a text that nobody looks at.
///
/// Whatever is otherwise, be it right or wrong, is left to [Table], which reads the file from its beginning and says
/// what
/// is wrong with it and where: what this class reads at all, it reads as [Table] would.
public final class PlainTable<C extends Enum<C>, P, T> {

    private static final int BLOCK = 1 << 20;
    private static final int HEAD = 1 << 14;
    private static final long SMALLEST_PIECE = 1 << 18;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long TOPS = 0x8080_8080_8080_8080L;

    private final Source source;
    private final Layout<C> layout;
    private final PiecesReader<C, P, T> reader;
    private final int[] destinations;
    private final int columns;
    private final long size;
    private final AtomicLong read = new AtomicLong();

    private PlainTable(Source source, Schema<C> schema, Layout<C> layout, PiecesReader<C, P, T> reader, long size) {
        this.source = source;
        this.layout = layout;
        this.reader = reader;
        this.size = size;
        columns = schema.columns().size();
        destinations = new int[layout.width()];
        Arrays.fill(destinations, -1);
        layout.columns().forEach(column -> destinations[layout.position(column)] = column.ordinal());
    }

    /// Reads a whole file.
    ///
    /// @param named headings that the user named
    /// @param threads how many pieces there are at most, each read by the executor
    /// @return empty where the file is none of these, or something in it may be wrong
    /// @throws UncheckedIOException where the machine fails while reading
    public static <C extends Enum<C>, P, T> Optional<Reading<T>> read(
            Source source,
            Schema<C> schema,
            Columns named,
            PiecesReader<C, P, T> reader,
            Executor executor,
            int threads) {
        var path = source.path();
        if (path.isEmpty() || source.obstacle().isPresent()) {
            return Optional.empty();
        }
        var mistakes = new Mistakes(source.name());
        try {
            var header = header(path.get());
            if (header.isEmpty()) {
                return Optional.empty();
            }
            var headings = header.get().headings();
            if (!headings.missing(schema, named).isEmpty() || headings.recognised(schema, named) == 0) {
                return Optional.empty();
            }
            var layout = headings.layout(schema, named, mistakes);
            if (!mistakes.none()) {
                return Optional.empty();
            }
            return new PlainTable<>(source, schema, layout, reader, source.size())
                    .read(path.get(), header.get().length(), mistakes, executor, threads);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The first line.
    ///
    /// @param length in bytes, with what ends it
    private record Header(Headings headings, int length) {}

    private static Optional<Header> header(Path path) throws IOException {
        byte[] head = new byte[HEAD];
        int length;
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            length = fill(channel, head, 0, HEAD, 0);
        }
        int begin = length > 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF ? 3 : 0;
        int end = begin;
        while (end < length && head[end] != '\n') {
            end++;
        }
        var line = Fields.text(head, begin, end);
        if (end == length
                || FileKind.Signature.in(new String(head, StandardCharsets.ISO_8859_1))
                        .isPresent()
                || line.substring(0, Math.max(0, line.length() - 1)).contains("\r")) {
            return Optional.empty();
        }
        var cells = new ArrayList<String>();
        for (var part : line.split(",", -1)) {
            var cell = trimmed(part);
            if (cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"")) {
                cell = trimmed(cell.substring(1, cell.length() - 1));
            }
            if (cell.contains("\"")) {
                return Optional.empty();
            }
            cells.add(cell);
        }
        return Optional.of(new Header(new Headings(1, List.copyOf(cells)), end + 1));
    }

    private static String trimmed(String text) {
        return Trimmed.of(text.toCharArray(), 0, text.length());
    }

    private Optional<Reading<T>> read(Path path, int begin, Mistakes mistakes, Executor executor, int threads) {
        int pieces = Math.clamp((size - begin) / SMALLEST_PIECE, 1, threads);
        var running = new ArrayList<CompletableFuture<Optional<P>>>();
        for (int k = 0; k < pieces; k++) {
            long from = begin + (size - begin) * k / pieces;
            long to = begin + (size - begin) * (k + 1) / pieces;
            boolean isFirst = k == 0;
            running.add(CompletableFuture.supplyAsync(() -> new Piece(path).read(from, to, isFirst), executor));
        }
        var ended = new ArrayList<P>();
        for (var piece : running) {
            waitFor(piece).ifPresent(ended::add);
        }
        return ended.size() < pieces
                ? Optional.empty()
                : reader.end(layout, ended, mistakes).map(mistakes::accepted);
    }

    private static <V> V waitFor(CompletableFuture<V> piece) {
        try {
            return piece.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof UncheckedIOException failed ? failed : e;
        }
    }

    /// @return how many bytes there were
    private static int fill(FileChannel channel, byte[] buffer, int from, int to, long at) throws IOException {
        int end = from;
        while (end < to) {
            int n = channel.read(ByteBuffer.wrap(buffer, end, to - end), at + end - from);
            if (n < 0) {
                break;
            }
            end += n;
        }
        return end;
    }

    /// The lines that begin in one part of the file.
    private final class Piece {

        private final Path path;
        private final Fields<C> fields = new Fields<>(columns);
        private final P made = reader.begin(layout);
        private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        private byte[] buffer = new byte[BLOCK];

        private Piece(Path path) {
            this.path = path;
        }

        /// @param from where it begins; a line that began before is the earlier piece's
        /// @return empty where something may be wrong
        private Optional<P> read(long from, long to, boolean isFirst) {
            try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
                long next = isFirst ? from : lineAfter(channel, from - 1);
                while (next < to) {
                    int length = fill(channel, buffer, 0, buffer.length, next);
                    boolean isEnd = next + length >= size;
                    int whole = isEnd ? length : afterLastLine(length);
                    if (whole == 0 && buffer.length < 1 << 24) {
                        buffer = new byte[buffer.length * 2];
                        continue;
                    }
                    int taken = whole == 0 || !isText(whole) ? -1 : rows(whole, to - next);
                    if (taken < 0) {
                        return Optional.empty();
                    }
                    next += taken;
                    progress(taken);
                }
                return Optional.of(made);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void progress(int taken) {
            double share = (double) read.addAndGet(taken) / size;
            synchronized (source) {
                source.progress().report("Reading " + source.name(), Math.min(1, share));
            }
        }

        /// Where the first line begins that begins after this byte, or at the next one.
        private long lineAfter(FileChannel channel, long at) throws IOException {
            long place = at;
            while (true) {
                int length = fill(channel, buffer, 0, Math.min(buffer.length, HEAD), place);
                if (length == 0) {
                    return size;
                }
                for (int i = 0; i < length; i++) {
                    if (buffer[i] == '\n') {
                        return place + i + 1;
                    }
                }
                place += length;
            }
        }

        private int afterLastLine(int length) {
            int end = length;
            while (end > 0 && buffer[end - 1] != '\n') {
                end--;
            }
            return end;
        }

        /// Whether these bytes are UTF-8, and none of them is 0.
        private boolean isText(int length) {
            int i = 0;
            while (i < length) {
                if (i + Long.BYTES <= length) {
                    long eight = (long) LONGS.get(buffer, i);
                    if ((eight & TOPS) == 0 && (eight - ONES & TOPS) == 0) {
                        i += Long.BYTES;
                        continue;
                    }
                }
                if (buffer[i] > 0) {
                    i++;
                } else {
                    int end = endOfCharacters(i, length);
                    if (end < 0) {
                        return false;
                    }
                    i = end;
                }
            }
            return true;
        }

        /// Where characters outside ASCII that follow one another have ended: all their bytes have the top bit.
        ///
        /// @return -1 where they are none, or a zero
        private int endOfCharacters(int begin, int length) {
            int end = begin;
            while (end < length && buffer[end] < 0) {
                end++;
            }
            try {
                decoder.decode(ByteBuffer.wrap(buffer, begin, end - begin));
                return end == begin ? -1 : end;
            } catch (CharacterCodingException _) {
                return -1;
            }
        }

        /// Takes the rows that begin before a limit.
        ///
        /// @return where the next one begins, or -1 where something may be wrong
        private int rows(int length, long limit) {
            int place = 0;
            fields.in(buffer);
            while (place < length && place < limit) {
                int end = row(place, length);
                if (end < 0) {
                    return -1;
                }
                place = end;
            }
            return place;
        }

        private int row(int begin, int length) {
            byte[] bytes = buffer;
            int index = 0;
            int place = begin;
            while (true) {
                int from = place;
                int to;
                if (place < length && bytes[place] == '"') {
                    from = ++place;
                    while (place < length && bytes[place] != '"' && bytes[place] != '\n' && bytes[place] != '\r') {
                        place++;
                    }
                    to = place;
                    if (place == length || bytes[place++] != '"') {
                        return -1;
                    }
                    if (place < length && bytes[place] == '\r' && isBeforeLine(place, length)) {
                        place++;
                    }
                    if (place < length && bytes[place] != ',' && bytes[place] != '\n') {
                        return -1;
                    }
                } else {
                    while (place < length && bytes[place] != ',' && bytes[place] != '\n') {
                        if (bytes[place] == '"' || bytes[place] == '\r' && !isBeforeLine(place, length)) {
                            return -1;
                        }
                        place++;
                    }
                    to = place;
                }
                boolean isLast = place >= length || bytes[place] == '\n';
                int ended = Math.min(length, place + 1);
                if (isLast && index == 0 && isBlank(from, to)) {
                    return ended;
                }
                if (index >= destinations.length || !field(index++, from, to)) {
                    return -1;
                }
                if (isLast) {
                    return index == destinations.length && reader.row(made, fields) ? ended : -1;
                }
                place++;
            }
        }

        private boolean isBeforeLine(int place, int length) {
            return place + 1 < length && buffer[place + 1] == '\n';
        }

        private boolean isBlank(int from, int to) {
            for (int i = from; i < to; i++) {
                if (buffer[i] < 0 || buffer[i] > ' ') {
                    return false;
                }
            }
            return true;
        }

        /// @return false where the field is not one that can be trimmed by its bytes alone
        private boolean field(int index, int begin, int end) {
            int from = begin;
            int to = end;
            while (from < to && buffer[from] >= 0 && buffer[from] <= ' ') {
                from++;
            }
            while (from < to && buffer[to - 1] >= 0 && buffer[to - 1] <= ' ') {
                to--;
            }
            int column = destinations[index];
            if (column < 0) {
                return end - begin < Table.LONGEST_FIELD;
            }
            if (from < to && (buffer[from] < 0 || buffer[to - 1] < 0)) {
                var text = Fields.text(buffer, from, to);
                if (Trimmed.isSpace(text.charAt(0))
                        || Trimmed.isSpace(text.charAt(text.length() - 1))
                        || text.charAt(text.length() - 1) == RowParser.END_OF_FILE) {
                    return false;
                }
            }
            fields.set(column, from, to);
            return end - begin < Table.LONGEST_FIELD;
        }
    }
}
