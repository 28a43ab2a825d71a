package org.kinmark.synthetic;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The area's services: first those for the whole area, then the practices.
///
/// ODS codes have the shape of real ones and begin with letters under which none are issued in England.
record Services(List<Service> areaWide, List<Service> practices) {

    private static final int AREA_WIDE = Order.FEWEST_SERVICES - 1;

    /// @param count of all services, at least [Order#FEWEST_SERVICES]
    static Services of(int count, long seed) {
        var ids = new OpaqueIds('s', seed, 0);
        var areaWide = new ArrayList<Service>();
        for (var discipline : Discipline.values()) {
            if (discipline != Discipline.GENERAL_PRACTICE) {
                int i = areaWide.size();
                areaWide.add(new Service(i, ids.of(i), discipline.title(), discipline, "ZY%03d".formatted(i + 1), -1));
            }
        }
        var words = WordLists.read("practices.txt");
        var practices = new ArrayList<Service>();
        for (int p = 0; p < count - AREA_WIDE; p++) {
            int i = AREA_WIDE + p;
            var ods = "Z9%04d".formatted(p + 1);
            practices.add(new Service(i, ids.of(i), name(words, p), Discipline.GENERAL_PRACTICE, ods, p));
        }
        return new Services(List.copyOf(areaWide), List.copyOf(practices));
    }

    /// Writes `services.csv`.
    void write(Path file) throws IOException {
        try (var csv = new CsvFile(file, "service_id", "name", "kind", "ods_code", "min_age", "max_age")) {
            for (var service : all()) {
                var discipline = service.discipline();
                var ages = discipline.ages();
                csv.row(
                        service.id(),
                        service.name(),
                        discipline.kind(),
                        service.odsCode(),
                        ages.writtenFrom(),
                        ages.writtenTo());
            }
        }
    }

    private List<Service> all() {
        var all = new ArrayList<>(areaWide);
        all.addAll(practices);
        return all;
    }

    private static String name(WordLists words, int practice) {
        var first = words.list("first");
        var second = words.list("second");
        int turn = practice / first.size();
        int again = turn / second.size();
        return first.get(practice % first.size()) + " " + second.get((practice % first.size() + turn) % second.size())
                + (again == 0 ? "" : " " + (again + 1));
    }
}
