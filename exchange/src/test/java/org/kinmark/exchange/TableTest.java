package org.kinmark.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableTest {

    @TempDir
    private Path folder;

    @Test
    void a_file_that_is_not_there_and_a_folder_are_told_in_a_sentence() {
        assertThat(mistakes(MarksFile.read(Source.of(folder.resolve("nowhere.csv")))))
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.sentence()).endsWith("nowhere.csv: there is no such file"));
        assertThat(mistakes(MarksFile.read(Source.of(folder))))
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.sentence()).endsWith(": this is a folder; name a file"));
        assertThat(mistakes(AgreementFile.read(Source.of(folder)))).hasSize(1);
    }

    @Test
    void an_upload_is_read_as_a_file_is() {
        var reading = MarksFile.read(upload("list_ref,family_ref,mark\nl,f,1\n"));
        assertThat(reading).isInstanceOf(Reading.Accepted.class);
    }

    @Test
    void a_line_of_two_hundred_megabytes_is_one_mistake() {
        var endless = Source.of("marks.csv", () -> new Endless(200_000_000));
        assertThat(mistakes(MarksFile.read(endless))).singleElement().satisfies(mistake -> {
            assertThat(mistake.line()).isEqualTo(2);
            assertThat(mistake.message()).contains("a million characters");
        });
    }

    @Test
    void no_mistake_quotes_a_value() {
        var text = "list_ref,family_ref,mark\nSecret1,Secret2,Secret3\nSecret4,Secret2,\"Secret5\"x\n";
        assertThat(mistakes(MarksFile.read(upload(text))))
                .isNotEmpty()
                .noneMatch(mistake -> mistake.sentence().contains("Secret"));
        assertThat(mistakes(MarksFile.read(upload("Secret1,Secret2\nSecret3,Secret4\n"))))
                .isNotEmpty()
                .noneMatch(mistake -> mistake.sentence().contains("Secret"));
    }

    @Test
    void unknown_headings_are_not_quoted_either() {
        var reading = MarksFile.read(upload("list_ref,family_ref,mark,Secret\nl,f,1,x\n"));
        assertThat(((Reading.Accepted<Marks>) reading).warnings())
                .containsExactly("marks.csv: 1 unknown column was ignored");
    }

    @Test
    void a_formula_gets_an_apostrophe_where_a_person_opens_the_file_and_only_there() throws IOException {
        var values = List.of("=1", "+1", "-1", "@x", "\tx", "x=1", "");
        assertThat(written(true, values)).isEqualTo("list_ref\n'=1\n'+1\n'-1\n'@x\n'\tx\nx=1\n\n");
        assertThat(written(false, values)).isEqualTo("list_ref\n=1\n+1\n-1\n@x\n\tx\nx=1\n\n");
    }

    private enum One {
        LIST_REF
    }

    private static String written(boolean guarded, List<String> values) throws IOException {
        var text = new StringWriter();
        try (var rows = guarded ? CsvFile.guarded(text, One.values()) : CsvFile.exact(text, One.values())) {
            for (var value : values) {
                rows.row(value);
            }
        }
        return text.toString();
    }

    private static Source upload(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return Source.of("marks.csv", () -> new ByteArrayInputStream(bytes));
    }

    private static <T> List<Mistake> mistakes(Reading<T> reading) {
        return ((Reading.Refused<T>) reading).mistakes();
    }

    /// A header, and then one letter over and over, never held in memory.
    private static final class Endless extends InputStream {

        private static final byte[] HEADER = "list_ref,family_ref,mark\n".getBytes(StandardCharsets.UTF_8);
        private final int length;
        private int position;

        Endless(int length) {
            this.length = length;
        }

        @Override
        public int read() {
            int here = position++;
            return here >= length ? -1 : here < HEADER.length ? HEADER[here] : 'x';
        }

        @Override
        public int read(byte[] buffer, int offset, int wanted) {
            int n = 0;
            for (int b = n < wanted ? read() : -1; b >= 0; b = n < wanted ? read() : -1) {
                buffer[offset + n++] = (byte) b;
            }
            return n == 0 && wanted > 0 ? -1 : n;
        }
    }
}
