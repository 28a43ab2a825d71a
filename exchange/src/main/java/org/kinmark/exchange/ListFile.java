package org.kinmark.exchange;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// `list.csv`: the families that a service is asked about. Identity only: nothing says why.
public final class ListFile {

    private enum Column {
        LIST_REF,
        FAMILY_REF,
        PERSON_REF,
        NHS_NUMBER,
        GIVEN_NAME,
        FAMILY_NAME,
        BIRTH_DATE,
        SEX,
        POSTCODE
    }

    private static final Schema<Column> SCHEMA = Schema.ours(Column.class);

    private ListFile() {}

    /// Reads a list, or every mistake in it.
    public static Reading<FamilyList> read(Source source) {
        return Table.read(source, SCHEMA, new People());
    }

    /// Writes a list in the order of its people, names as they are.
    public static void write(FamilyList list, Writer writer) throws IOException {
        try (var rows = CsvFile.exact(writer, Column.values())) {
            for (var each : list.people()) {
                var written = new ArrayList<String>();
                written.add(list.ref().value());
                written.add(each.family().value());
                written.add(each.person().value());
                CsvFile.add(each.identity(), written);
                rows.row(written);
            }
        }
    }

    private static final class People implements TableReader<Column, FamilyList> {

        private final IdentityFields<Column> identity = new IdentityFields<>(
                Column.NHS_NUMBER,
                Column.GIVEN_NAME,
                Column.FAMILY_NAME,
                Column.BIRTH_DATE,
                Column.SEX,
                Column.POSTCODE);
        private final List<ListedPerson> people = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();
        private String listRef = "";

        @Override
        public void row(Row<Column> row) {
            var ref = row.required(Column.LIST_REF);
            if (people.isEmpty()) {
                listRef = ref;
            } else if (!ref.isEmpty() && !listRef.isEmpty() && !ref.equals(listRef)) {
                row.refuse(Column.LIST_REF, "this is not the reference of the rows above; a file holds one list");
            }
            var family = new FamilyRef(row.required(Column.FAMILY_REF));
            var person = new PersonRef(row.required(Column.PERSON_REF));
            if (!person.value().isEmpty() && !seen.add(person.value())) {
                row.refuse(Column.PERSON_REF, "this reference is in a row above already");
            }
            people.add(new ListedPerson(family, person, identity.read(row)));
        }

        @Override
        public FamilyList end(Mistakes mistakes) {
            if (people.isEmpty() && mistakes.none()) {
                mistakes.add("there is no row below the header");
            }
            return new FamilyList(new ListRef(listRef), List.copyOf(people), identity.wrongNhsNumbers());
        }
    }
}
