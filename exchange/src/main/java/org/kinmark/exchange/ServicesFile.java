package org.kinmark.exchange;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.kinmark.rules.boundary.ServiceKind;

/// `services.csv`: the services of an area that can be asked.
public final class ServicesFile {

    private enum Column {
        SERVICE_ID,
        NAME,
        KIND,
        ODS_CODE,
        MIN_AGE,
        MAX_AGE
    }

    private static final Schema<Column> SCHEMA = Schema.ours(Column.class);

    private ServicesFile() {}

    /// Reads the services, or every mistake in the file.
    public static Reading<List<ServiceEntry>> read(Source source) {
        return Table.read(source, SCHEMA, new Services());
    }

    /// Writes the services in their order.
    public static void write(List<ServiceEntry> services, Writer writer) throws IOException {
        try (var rows = CsvFile.exact(writer, Column.values())) {
            for (var each : services) {
                rows.row(
                        each.id(),
                        each.name(),
                        each.kind().name().toLowerCase(Locale.ROOT),
                        each.odsCode(),
                        Objects.toString(each.minAge(), ""),
                        Objects.toString(each.maxAge(), ""));
            }
        }
    }

    private static final class Services implements TableReader<Column, List<ServiceEntry>> {

        private final List<ServiceEntry> services = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();

        @Override
        public void row(Row<Column> row) {
            var id = row.required(Column.SERVICE_ID);
            if (!id.isEmpty() && !seen.add(id)) {
                row.refuse(Column.SERVICE_ID, "this id is in a row above already");
            }
            var name = row.required(Column.NAME);
            var kind = row.oneOf(Column.KIND, ServiceKind.values());
            var min = row.age(Column.MIN_AGE);
            var max = row.age(Column.MAX_AGE);
            if (min.orElse(0) > max.orElse(130)) {
                row.refuse(Column.MAX_AGE, "the oldest is younger than the youngest");
            }
            kind.ifPresent(known -> services.add(
                    new ServiceEntry(id, name, known, row.text(Column.ODS_CODE), min.orElse(null), max.orElse(null))));
        }

        @Override
        public List<ServiceEntry> end(Mistakes mistakes) {
            if (services.isEmpty() && mistakes.none()) {
                mistakes.add("there is no row below the header");
            }
            return List.copyOf(services);
        }
    }
}
