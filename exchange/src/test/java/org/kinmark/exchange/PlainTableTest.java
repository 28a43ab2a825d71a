package org.kinmark.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTableTest {

    private enum Column {
        ID,
        GIVEN_NAME,
        TOWN
    }

    private static final Schema<Column> SCHEMA = Schema.theirs(Column.class);

    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("people.csv"), text);
    }

    private static Optional<Reading<List<String>>> plainly(Path file) {
        return PlainTable.read(Source.of(file), SCHEMA, Columns.USUAL, new Pieces(), Runnable::run, 3);
    }

    private static Reading<List<String>> carefully(Path file) {
        return Table.read(Source.of(file), SCHEMA, new Careful());
    }

    @Test
    void reads_a_large_file_in_pieces_as_the_careful_reader_does() throws IOException {
        var rows = IntStream.range(0, 60_000)
                .mapToObj(i -> i % 7 == 0
                        ? i + ",\"Zoë, " + i + "\",\"St Ives\"\r"
                        : i % 11 == 0 ? "" : " " + i + " ,Ann" + i % 13 + ",")
                .collect(Collectors.joining("\n"));
        var file = file("id,given_name,town\n" + rows);

        var read = plainly(file);

        assertThat(Files.size(file)).isGreaterThan(3 << 18);
        assertThat(read).isPresent();
        assertThat(read).contains(carefully(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id,given_name,town\n1,Ann,Bath",
                "id,given_name,town\n1,Ann,Bath\n",
                "id,given_name,town\r\n1,Ann,Bath\r\n\r\n2,Bob,\r\n",
                "\"ID\",\"Forename\",\"City\"\n\"1\",\"Ann\",\"Bath, Somerset\"\n",
                "\uFEFFtown,given_name,id,other\nBath,Zoë,1,x\n",
            })
    void reads_what_is_plain(String text) throws IOException {
        var file = file(text);

        assertThat(plainly(file)).contains(carefully(file));
    }

    /// What it leaves, it need not understand: it must not take it.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "id,given_name,town",
                "given_name,town\nAnn,Bath\n",
                "id;given_name;town\n1;Ann;Bath\n",
                "A list of people\nid,given_name,town\n1,Ann,Bath\n",
                "id,id,given_name,town\n1,1,Ann,Bath\n",
                "id,given_name,town\n1,Ann\n",
                "id,given_name,town\n1,Ann,Bath,more\n",
                "id,given_name,town\n,,\n",
                "id,given_name,town\n1,\"Ann\nMary\",Bath\n",
                "id,given_name,town\n1,\"Ann \"\"Annie\"\"\",Bath\n",
                "id,given_name,town\n1, \"Ann\",Bath\n",
                "id,given_name,town\n1,An\"n,Bath\n",
                "id,given_name,town\n1,\"Ann,Bath\n",
                "id,given_name,town\n1,\"Ann\"x,Bath\n",
                "id,given_name,town\r1,Ann,Bath\r",
                "id,given_name,town\n1,Ann\rMary,Bath\n",
                "id,given_name,town\n1,\u00A0Ann,Bath\n",
                "id,given_name,town\n1,Ann\u0000,Bath\n",
            })
    void leaves_everything_else_to_the_careful_reader(String text) throws IOException {
        assertThat(plainly(file(text))).isEmpty();
    }

    @Test
    void leaves_text_that_is_not_utf_8() throws IOException {
        var file = Files.write(
                folder.resolve("people.csv"),
                "id,given_name,town\n1,Zoë,Bath\n".getBytes(Charset.forName("windows-1252")));

        assertThat(plainly(file)).isEmpty();
    }

    /// Of a thousand files of odd characters in any order: what it reads at all, it reads as the careful reader does.
    @Test
    void never_reads_anything_otherwise() throws IOException {
        var random = new Random(4);
        var odd = List.of("\"", "\"\"", ",", "\n", "\r\n", "\r", " ", "é", "\u00A0", "x", "Ann", "1", "\uFEFF", "\t");
        int read = 0;
        for (int k = 0; k < 1_000; k++) {
            var text = new StringBuilder("id,given_name,town\n");
            for (int row = 0; row < 1 + random.nextInt(4); row++) {
                for (int cell = 0; cell < 3; cell++) {
                    boolean isOdd = random.nextInt(6) == 0;
                    text.append(cell == 0 ? "" : ",")
                            .append(isOdd ? odd.get(random.nextInt(odd.size())) : "v" + random.nextInt(9))
                            .append(isOdd ? odd.get(random.nextInt(odd.size())) : "");
                }
                text.append(random.nextBoolean() ? "\n" : "\r\n");
            }
            var file = file(text.toString());
            var plain = plainly(file);
            if (plain.isPresent()) {
                read++;
                assertThat(plain).as("file %d", k).contains(carefully(file));
            }
        }
        assertThat(read).isBetween(100, 900);
    }

    private static String told(String id, String given, String town) {
        return String.join("|", id, given, town);
    }

    private static final class Careful implements TableReader<Column, List<String>> {

        private final List<String> rows = new ArrayList<>();

        @Override
        public void row(Row<Column> row) {
            rows.add(told(row.required(Column.ID), row.text(Column.GIVEN_NAME), row.text(Column.TOWN)));
        }

        @Override
        public List<String> end(Mistakes mistakes) {
            return rows;
        }
    }

    private static final class Pieces implements PiecesReader<Column, List<String>, List<String>> {

        @Override
        public List<String> begin(Layout<Column> layout) {
            return new ArrayList<>();
        }

        @Override
        public boolean row(List<String> piece, Fields<Column> row) {
            if (text(row, Column.ID).isEmpty()) {
                return false;
            }
            piece.add(told(text(row, Column.ID), text(row, Column.GIVEN_NAME), text(row, Column.TOWN)));
            return true;
        }

        private static String text(Fields<Column> row, Column column) {
            return new String(row.bytes(), row.from(column), row.to(column) - row.from(column), StandardCharsets.UTF_8);
        }

        @Override
        public Optional<List<String>> end(Layout<Column> layout, List<List<String>> pieces, Mistakes mistakes) {
            return Optional.of(pieces.stream().flatMap(List::stream).toList());
        }
    }
}
