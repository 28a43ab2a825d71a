package org.kinmark.marker;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kinmark.exchange.Mistakes;
import org.kinmark.exchange.Reading;
import org.kinmark.exchange.Row;
import org.kinmark.exchange.Schema;
import org.kinmark.exchange.Source;
import org.kinmark.exchange.Table;
import org.kinmark.exchange.TableReader;

/// `same-person.csv`: what a professional says of links. The review page saves it, or a person writes
/// it. Stays at the service.
final class SamePersonFile implements TableReader<SamePersonFile.Column, List<SamePersonFile.Said>> {

    enum Column {
        PERSON_REF,
        PATIENT_ID,
        SAME
    }

    /// One row.
    record Said(String personRef, String patientId, Sameness same, long line) {

        /// Hides whom it is of.
        @Override
        public String toString() {
            return "Said[hidden]";
        }
    }

    private record Pair(String personRef, String patientId) {}

    private static final Schema<Column> SCHEMA = Schema.ours(Column.class);

    private final Optional<Set<String>> people;
    private final Optional<Set<String>> patients;
    private final Set<String> objections;
    private final List<Said> said = new ArrayList<>();
    private final Set<Pair> seen = new HashSet<>();

    private SamePersonFile(Optional<Set<String>> people, Optional<Set<String>> patients, Set<String> objections) {
        this.people = people;
        this.patients = patients;
        this.objections = objections;
    }

    /// Reads what is said, no pair twice. A row of a patient who objects is passed over: they may have
    /// objected since the review was written, and nothing more is done with them.
    ///
    /// @param people references that are on the list; empty where the list could not be read
    /// @param patients ids of those who may be matched; empty where the register could not be read
    static Reading<List<Said>> read(
            Source source, Optional<Set<String>> people, Optional<Set<String>> patients, Set<String> objections) {
        return Table.read(source, SCHEMA, new SamePersonFile(people, patients, objections));
    }

    @Override
    public void row(Row<Column> row) {
        var person = row.required(Column.PERSON_REF);
        var patient = row.required(Column.PATIENT_ID);
        var same = row.oneOf(Column.SAME, Sameness.values());
        if (!person.isEmpty() && isUnknown(person, people)) {
            row.refuse(Column.PERSON_REF, "this person is not on the list");
        }
        if (objections.contains(patient)) {
            return;
        }
        if (!patient.isEmpty() && isUnknown(patient, patients)) {
            row.refuse(Column.PATIENT_ID, "no patient with this id may be matched");
        }
        if (!seen.add(new Pair(person, patient))) {
            row.refuse(Column.PATIENT_ID, "these two are in a row above already");
        }
        same.ifPresent(answer -> said.add(new Said(person, patient, answer, row.line())));
    }

    private static boolean isUnknown(String id, Optional<Set<String>> known) {
        return known.filter(ids -> !ids.contains(id)).isPresent();
    }

    @Override
    public List<Said> end(Mistakes mistakes) {
        return List.copyOf(said);
    }
}
