package org.kinmark.synthetic;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.kinmark.linkage.Progress;

/// An area's files, read back as anybody would read them.
record AreaFiles(Path folder) {

    static final LocalDate AS_OF = LocalDate.of(2026, 10, 1);

    static Order order(int families, int services, int patients, long seed, Kind kind) {
        return new Order(families, services, patients, seed, kind, AS_OF);
    }

    static AreaFiles write(Path folder, Order order) {
        try {
            InventedArea.write(order, Files.createDirectories(folder), Progress.NONE);
            return new AreaFiles(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<NamedCsvRecord> rows(String file) {
        try (var reader = CsvReader.builder().ofNamedCsvRecord(folder.resolve(file))) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String headings(String file) {
        try (var lines = Files.lines(folder.resolve(file))) {
            return lines.findFirst().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<NamedCsvRecord> services() {
        return rows("services.csv");
    }

    List<NamedCsvRecord> register(String serviceId) {
        return rows("services/" + serviceId + "/register.csv");
    }

    Map<String, NamedCsvRecord> registerById(String serviceId) {
        return register(serviceId).stream().collect(Collectors.toMap(row -> row.getField("patient_id"), row -> row));
    }

    Map<String, List<NamedCsvRecord>> families() {
        return rows("families.csv").stream().collect(Collectors.groupingBy(row -> row.getField("family_id")));
    }

    /// What the key stands for, which must be there.
    static <V> V of(Map<String, V> map, String key) {
        return Objects.requireNonNull(map.get(key), "nothing stands under that key");
    }

    /// One number for all the bytes of all the files and their names.
    String hash() throws IOException, NoSuchAlgorithmException {
        var digest = MessageDigest.getInstance("SHA-256");
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                digest.update(folder.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
