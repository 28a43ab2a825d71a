package org.kinmark.marker;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.kinmark.exchange.Agreement;
import org.kinmark.exchange.AgreementFile;
import org.kinmark.exchange.Code;
import org.kinmark.exchange.FamilyList;
import org.kinmark.exchange.Identity;
import org.kinmark.exchange.ListFile;
import org.kinmark.exchange.Mistake;
import org.kinmark.exchange.Reading;
import org.kinmark.exchange.Schema;
import org.kinmark.linkage.Assignment;
import org.kinmark.linkage.Link;
import org.kinmark.linkage.Linkage;
import org.kinmark.linkage.Linker;
import org.kinmark.linkage.Records;
import org.kinmark.linkage.Settings;

/// Finds the people of a list in a service's register and says which families an agreed code suggests. Opens no socket
/// and starts no process.
///
/// Source: interim guidance, recommended approach, step 3.
public final class Marker {

    private final MarkingFiles files;
    private final MarkingSettings settings;
    private final List<Mistake> mistakes = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    private Marker(MarkingFiles files, MarkingSettings settings) {
        this.files = files;
        this.settings = settings;
    }

    /// The formats of the service's own files, whose headings a user may name.
    public static List<Schema<?>> ownFiles() {
        return List.of(RegisterFile.SCHEMA, ConditionsFile.SCHEMA, Objections.SCHEMA);
    }

    /// Reads all files and finds what there is to judge, or says every mistake in them.
    public static Reading<Review> review(MarkingFiles files, MarkingSettings settings) {
        return new Marker(files, settings).review();
    }

    /// Everything is read before the long work begins, and after a mistake too, so that every mistake is told at once.
    private Reading<Review> review() {
        var list = value(ListFile.read(files.list()));
        var agreement = value(AgreementFile.read(files.agreement()));
        var objections = files.objections()
                .map(source -> value(Objections.read(source, files.named())))
                .orElse(Optional.of(Set.of()));
        var asOf = settings.asOf().or(() -> agreement.map(Agreement::asOf)).orElse(LocalDate.EPOCH);
        var register = value(RegisterFile.read(
                files.register().reportingTo(settings.progress()), files.named(), objections.orElse(Set.of()), asOf));
        var conditions = value(ConditionsFile.read(
                files.conditions().reportingTo(settings.progress()),
                files.named(),
                register.map(Register::numbers).orElse(Map.of()),
                agreement.map(Marker::codes).orElse(Set.of())));
        var words = words(list, register, objections.orElse(Set.of()), asOf);
        return mistakes.isEmpty()
                ? review(list.get(), agreement.get(), asOf, register.get(), conditions.get(), words)
                : new Reading.Refused<>(List.copyOf(mistakes));
    }

    /// What professionals said of links.
    ///
    /// @param before in earlier rounds, of patients who may be matched still
    /// @param now in this call
    private record Words(Remembered before, List<SamePersonFile.Said> now) {}

    private Words words(
            Optional<FamilyList> list, Optional<Register> register, Set<String> objections, LocalDate asOf) {
        var patients = register.map(read -> read.numbers().keySet());
        var people = list.map(read ->
                read.people().stream().map(each -> each.person().value()).collect(Collectors.toSet()));
        var before = files.remembered()
                .flatMap(source -> value(RememberedFile.read(source, asOf)))
                .orElseGet(Remembered::nothing);
        var now = files.samePerson()
                .flatMap(source -> value(SamePersonFile.read(source, people, patients, objections)))
                .orElse(List.of());
        return new Words(before.ofPatients(patients.orElse(Set.of())), now);
    }

    private static Set<Code> codes(Agreement agreement) {
        return agreement.indicators().stream()
                .flatMap(indicator -> indicator.codes().stream())
                .collect(Collectors.toSet());
    }

    private Reading<Review> review(
            FamilyList list,
            Agreement agreement,
            LocalDate asOf,
            Register register,
            Conditions conditions,
            Words words) {
        var linkage = Linker.link(
                people(list),
                register.records(),
                new Settings(
                        Assignment.ONE_TO_ONE_WITHIN_FAMILY,
                        OptionalDouble.empty(),
                        Optional.empty(),
                        settings.threads(),
                        settings.progress()));
        double cut = settings.accept()
                .orElseGet(() -> AcceptCut.of(
                        linkage.best().stream().map(Link::probability).toList()));
        var cuts = new LinkCuts(cut, Math.min(cut, settings.doubtful()));
        var shown = value(candidates(list, register, linkage)).orElse(List.of()).stream()
                .filter(each ->
                        cuts.state(each.probability(), words.before().of(each)).isPresent())
                .toList();
        var remembered = mistakes.isEmpty() ? value(take(words, shown)) : Optional.<Remembered>empty();
        if (remembered.isEmpty()) {
            return new Reading.Refused<>(List.copyOf(mistakes));
        }
        var findings = findings(shown, remembered.get(), conditions, cuts, new Reasons(agreement, asOf));
        var counts = CountFindings.of(list, register, conditions, findings, remembered.get(), cut);
        return new Reading.Accepted<>(
                new Review(list, agreement, asOf, findings, remembered.get(), counts),
                warnings.stream().distinct().toList());
    }

    private Reading<Remembered> take(Words words, List<Candidate> shown) {
        return files.samePerson()
                .map(source -> new TakeWords(
                                source.name(), settings.professional().orElseThrow())
                        .take(words.now(), words.before(), shown))
                .orElseGet(() -> new Reading.Accepted<>(words.before(), List.of()));
    }

    private static Records people(FamilyList list) {
        var records = Records.builder(Identity.COMPARED);
        list.people()
                .forEach(each -> each.identity().addTo(records, each.family().value()));
        return records.build();
    }

    /// Reads the register once more, for the few who were found in it.
    private Reading<List<Candidate>> candidates(FamilyList list, Register register, Linkage linkage) {
        var wanted = linkage.best().stream().map(Link::right).collect(Collectors.toSet());
        return switch (RegisterFile.read(files.register(), files.named(), register, wanted)) {
            case Reading.Refused<Map<Integer, Patient>>(var found) -> new Reading.Refused<>(found);
            case Reading.Accepted<Map<Integer, Patient>>(var patients, var said) ->
                new Reading.Accepted<>(
                        linkage.best().stream()
                                .map(link -> new Candidate(
                                        list.people().get(link.left()),
                                        Objects.requireNonNull(patients.get(link.right())),
                                        link.right(),
                                        link.probability(),
                                        linkage.evidence().of(link.left(), link.right())))
                                .toList(),
                        said);
        };
    }

    private static List<Finding> findings(
            List<Candidate> shown, Remembered remembered, Conditions conditions, LinkCuts cuts, Reasons reasons) {
        var findings = new ArrayList<Finding>();
        for (var each : shown) {
            var word = remembered.of(each);
            cuts.state(each.probability(), word)
                    .ifPresent(state -> findings.add(new Finding(
                            each.person(),
                            each.patient(),
                            each.probability(),
                            each.why(),
                            state,
                            word,
                            reasons.of(
                                    each.person().identity(),
                                    each.patient().identity(),
                                    conditions.of(each.number())))));
        }
        return List.copyOf(findings);
    }

    /// What was read; empty where it was refused, and then its mistakes are kept.
    private <T> Optional<T> value(Reading<T> reading) {
        return switch (reading) {
            case Reading.Accepted<T>(var value, var said) -> {
                warnings.addAll(said);
                yield Optional.of(value);
            }
            case Reading.Refused<T>(var found) -> {
                mistakes.addAll(found);
                yield Optional.empty();
            }
        };
    }
}
