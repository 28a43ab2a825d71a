package org.kinmark.synthetic;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;

/// A new file of comma-separated values: UTF-8, one heading row, lines that end with LF.
final class CsvFile implements Closeable {

    private static final int BUFFER = 1 << 16;

    private final CsvWriter writer;

    CsvFile(Path path, String... headings) throws IOException {
        this.writer = CsvWriter.builder()
                .bufferSize(BUFFER)
                .lineDelimiter(LineDelimiter.LF)
                .build(path, StandardCharsets.UTF_8);
        row(headings);
    }

    void row(String... values) {
        writer.writeRecord(values);
    }

    /// A date as files have it, where [LocalDate#MAX] stands for none.
    static String written(LocalDate date) {
        return date.equals(LocalDate.MAX) ? "" : date.toString();
    }

    @Override
    public void close() throws IOException {
        try {
            writer.close();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
