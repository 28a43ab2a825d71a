package org.kinmark.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CaseFilesTest {

    private static final Path CASES = Path.of("src/test/resources/cases");
    private static final JsonMapper JSON = new JsonMapper();

    static Stream<String> cases() throws IOException {
        try (var folders = Files.list(CASES)) {
            return folders
                    .filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_file_is_read_as_its_case_says(String name) throws IOException {
        var expected = JSON.readTree(Files.readString(CASES.resolve(name).resolve("case.json")));
        switch (read(expected, CASES.resolve(name))) {
            case Reading.Accepted<String>(var written, var warnings) -> {
                assertThat(expected.has("accepted")).as("refused, not accepted").isTrue();
                assertThat(JSON.readTree(written)).isEqualTo(expected.get("accepted"));
                assertThat(warnings).hasSize(expected.path("warnings").intValue());
            }
            case Reading.Refused<String>(var mistakes) ->
                assertThat(mistakes.stream()
                                .map(mistake -> mistake.line() + " " + mistake.column())
                                .toList())
                        .isEqualTo(places(expected.path("mistakes")));
        }
    }

    private static List<String> places(JsonNode mistakes) {
        var places = new ArrayList<String>();
        mistakes.forEach(
                each -> places.add(each.get("line") + " " + each.get("column").stringValue()));
        return places;
    }

    private static Reading<String> read(JsonNode expected, Path folder) {
        var source = Source.of(folder.resolve(expected.get("file").stringValue()));
        return switch (expected.get("reads").stringValue()) {
            case "families" -> as(FamiliesFile.read(source), expected, Families::wrongNhsNumbers, FamiliesFile::write);
            case "list" -> as(ListFile.read(source), expected, FamilyList::wrongNhsNumbers, ListFile::write);
            case "services" -> as(ServicesFile.read(source), expected, _ -> 0, ServicesFile::write);
            case "decisions" -> as(DecisionsFile.read(source), expected, _ -> 0, DecisionsFile::write);
            case "marks" -> as(MarksFile.read(source), expected, _ -> 0, MarksFile::write);
            case "held" -> as(HeldFile.read(source), expected, _ -> 0, HeldFile::write);
            case "agreement" -> agreement(AgreementFile.read(source));
            case "people" -> people(source, expected);
            default -> throw new IllegalArgumentException("no such kind of file");
        };
    }

    /// A value as its own writer writes it, so that each case tries the writer too.
    private static <T> Reading<String> as(
            Reading<T> reading, JsonNode expected, java.util.function.ToIntFunction<T> wrong, Written<T> writer) {
        return switch (reading) {
            case Reading.Refused<T>(var mistakes) -> new Reading.Refused<>(mistakes);
            case Reading.Accepted<T>(var value, var warnings) -> {
                if (expected.has("wrong_nhs_numbers")) {
                    assertThat(wrong.applyAsInt(value))
                            .isEqualTo(expected.get("wrong_nhs_numbers").intValue());
                }
                yield new Reading.Accepted<>(rows(csv(value, writer)), warnings);
            }
        };
    }

    private static Reading<String> agreement(Reading<Agreement> reading) {
        return switch (reading) {
            case Reading.Refused<Agreement>(var mistakes) -> new Reading.Refused<>(mistakes);
            case Reading.Accepted<Agreement>(var value, var warnings) ->
                new Reading.Accepted<>("[" + csv(value, AgreementFile::write) + "]", warnings);
        };
    }

    private static <T> String csv(T value, Written<T> writer) {
        try {
            var text = new StringWriter();
            writer.write(value, text);
            return text.toString();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// A written file's rows as JSON objects, without the reference of the list, which is the file's and not a row's.
    private static String rows(String csv) {
        var all = new ArrayList<Map<String, String>>();
        try (var reader = de.siegmar.fastcsv.reader.CsvReader.builder().ofNamedCsvRecord(csv)) {
            for (var each : reader) {
                var row = new LinkedHashMap<>(each.getFieldsAsMap());
                row.remove("list_ref");
                all.add(row);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return JSON.writeValueAsString(all);
    }

    private enum Person {
        PATIENT_ID,
        NHS_NUMBER,
        GIVEN_NAME,
        FAMILY_NAME,
        BIRTH_DATE,
        SEX,
        POSTCODE
    }

    private static Reading<String> people(Source source, JsonNode expected) {
        var named = new LinkedHashMap<String, String>();
        expected.path("columns").forEachEntry((name, heading) -> named.put(name, heading.stringValue()));
        return Table.read(source, Schema.theirs(Person.class), Columns.of(named), new TableReader<>() {
            private final List<Map<String, String>> rows = new ArrayList<>();

            @Override
            public void row(Row<Person> row) {
                var values = new LinkedHashMap<String, String>();
                for (var column : Person.values()) {
                    values.put(column.name().toLowerCase(Locale.ROOT), row.text(column));
                }
                rows.add(values);
            }

            @Override
            public String end(Mistakes mistakes) {
                return JSON.writeValueAsString(rows);
            }
        });
    }

    private interface Written<T> {
        void write(T value, java.io.Writer writer) throws IOException;
    }
}
