package org.kinmark.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kinmark.exchange.AgreementFile;
import org.kinmark.exchange.DecisionsFile;
import org.kinmark.exchange.FamilyJudgement;
import org.kinmark.exchange.FamilyList;
import org.kinmark.exchange.FamilyRef;
import org.kinmark.exchange.Judgement;
import org.kinmark.exchange.ListFile;
import org.kinmark.exchange.Marks;
import org.kinmark.exchange.MarksFile;
import org.kinmark.exchange.NewFile;
import org.kinmark.exchange.Reading;
import org.kinmark.exchange.ServiceEntry;
import org.kinmark.exchange.Source;

/// Step 3 at one service as a rehearsal plays it: the list arrives, the marker runs as its own process on this
/// service's files only, a professional judges, and the marks are written.
final class AskedService {

    private final Area area;
    private final Round round;
    private final ServiceEntry service;
    private final FamilyList list;
    private final Path folder;
    private final Map<String, String> truth;

    AskedService(Area area, Round round, ServiceEntry service, FamilyList list, Path folder) {
        this.area = area;
        this.round = round;
        this.service = service;
        this.list = list;
        this.folder = folder;
        this.truth = area.truth().getOrDefault(service.id(), Map.of());
    }

    /// What came of it.
    ///
    /// @param marks of each family of the list, by its reference
    /// @param accepted links that the marker took for certain
    /// @param right how many of those are
    /// @param confirmed doubtful links that are right, as a professional who knows the people finds
    /// @param findable people of the list who truly are in the register, neither gone nor objecting
    record Result(
            ServiceEntry service,
            Map<FamilyRef, Boolean> marks,
            int accepted,
            int right,
            int confirmed,
            int findable) {}

    private enum ReviewColumn {
        FAMILY_REF,
        PERSON_REF,
        PATIENT_ID,
        INDICATOR,
        SUGGESTION
    }

    private enum LinkColumn {
        PERSON_REF,
        PATIENT_ID,
        LINK
    }

    /// Does all of it.
    ///
    /// @param notToBeFound patients who had gone or object
    Result mark(Set<String> notToBeFound) throws IOException {
        Files.createDirectories(folder);
        try (var file = NewFile.at(folder.resolve("list.csv"))) {
            ListFile.write(list, file.writer());
            file.commit();
        }
        try (var file = NewFile.at(folder.resolve("agreement.json"))) {
            AgreementFile.write(area.agreement(), file.writer());
            file.commit();
        }
        MarkerProcess.run(folder, arguments("--review", "review.csv", "--links", "links.csv"));
        var links = CsvRows.read(folder.resolve("links.csv"), LinkColumn.class);
        judge(CsvRows.read(folder.resolve("review.csv"), ReviewColumn.class));
        MarkerProcess.run(
                folder, arguments("--decisions", "decisions.csv", "--judged-by", "Rehearsal", "--out", "marks.csv"));
        Files.delete(folder.resolve("links.csv"));
        return result(links, notToBeFound);
    }

    private List<String> arguments(String... more) {
        var arguments = new ArrayList<>(List.of(
                "--list",
                "list.csv",
                "--agreement",
                "agreement.json",
                "--register",
                input("register.csv"),
                "--conditions",
                input("conditions.csv")));
        if (Files.exists(area.serviceFile(service, "objections.csv"))) {
            arguments.addAll(List.of("--objections", input("objections.csv")));
        }
        arguments.addAll(List.of(more));
        return arguments;
    }

    private String input(String name) {
        return area.serviceFile(service, name).toAbsolutePath().toString();
    }

    /// Plays the professional: what is suggested is a priority; a doubtful link is looked up in the truth.
    private void judge(List<CsvRows.Line<ReviewColumn>> review) throws IOException {
        var judged = new LinkedHashMap<String, Judgement>();
        for (var row : review) {
            boolean priority = "priority".equals(row.text(ReviewColumn.SUGGESTION))
                    || !row.text(ReviewColumn.INDICATOR).isEmpty()
                            && isTrue(row.text(ReviewColumn.PERSON_REF), row.text(ReviewColumn.PATIENT_ID));
            judged.merge(
                    row.text(ReviewColumn.FAMILY_REF),
                    priority ? Judgement.PRIORITY : Judgement.NOT_PRIORITY,
                    (one, other) -> one == Judgement.PRIORITY ? one : other);
        }
        var judgements = judged.entrySet().stream()
                .map(each -> new FamilyJudgement(new FamilyRef(each.getKey()), each.getValue(), 0))
                .toList();
        try (var file = NewFile.at(folder.resolve("decisions.csv"))) {
            DecisionsFile.write(judgements, file.writer());
            file.commit();
        }
    }

    private boolean isTrue(String personRef, String patient) {
        return patient.equals(truth.get(round.persons().get(personRef)));
    }

    private Result result(List<CsvRows.Line<LinkColumn>> links, Set<String> notToBeFound) throws IOException {
        int accepted = 0;
        int right = 0;
        int confirmed = 0;
        for (var link : links) {
            boolean certain = link.text(LinkColumn.LINK).equals("accepted");
            boolean isTrue = isTrue(link.text(LinkColumn.PERSON_REF), link.text(LinkColumn.PATIENT_ID));
            accepted += certain ? 1 : 0;
            right += certain && isTrue ? 1 : 0;
            confirmed += !certain && isTrue ? 1 : 0;
        }
        long findable = list.people().stream()
                .map(person -> truth.get(round.persons().get(person.person().value())))
                .filter(patient -> patient != null && !notToBeFound.contains(patient))
                .count();
        return new Result(service, marks(), accepted, right, confirmed, (int) findable);
    }

    /// The marks as they would arrive: of this list, every family once and in order.
    private Map<FamilyRef, Boolean> marks() throws IOException {
        var read = Source.of(folder.resolve("marks.csv"));
        return switch (MarksFile.read(read)) {
            case Reading.Refused<Marks>(var mistakes) ->
                throw new IOException(mistakes.getFirst().sentence());
            case Reading.Accepted<Marks>(var marks, var _) -> {
                var byFamily = new LinkedHashMap<FamilyRef, Boolean>();
                marks.marks().forEach(mark -> byFamily.put(mark.family(), mark.priority()));
                if (!marks.list().equals(list.ref())
                        || !List.copyOf(byFamily.keySet()).equals(list.families())) {
                    throw new IOException(read.name() + ": these are not the marks of the list that was sent");
                }
                yield byFamily;
            }
        };
    }
}
