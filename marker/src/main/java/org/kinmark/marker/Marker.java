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
        return mistakes.isEmpty()
                ? review(list.get(), agreement.get(), asOf, register.get(), conditions.get())
                : new Reading.Refused<>(List.copyOf(mistakes));
    }

    private static Set<Code> codes(Agreement agreement) {
        return agreement.indicators().stream()
                .flatMap(indicator -> indicator.codes().stream())
                .collect(Collectors.toSet());
    }

    private Reading<Review> review(
            FamilyList list, Agreement agreement, LocalDate asOf, Register register, Conditions conditions) {
        var links = Linker.link(
                        people(list),
                        register.records(),
                        new Settings(
                                Assignment.ONE_TO_ONE_WITHIN_FAMILY,
                                OptionalDouble.empty(),
                                Optional.empty(),
                                settings.threads(),
                                settings.progress()))
                .best();
        double cut = settings.accept()
                .orElseGet(
                        () -> AcceptCut.of(links.stream().map(Link::probability).toList()));
        var kept = links.stream()
                .filter(link -> link.probability() >= Math.min(cut, settings.doubtful()))
                .toList();
        var wanted = kept.stream().map(Link::right).collect(Collectors.toSet());
        var patients = value(RegisterFile.read(files.register(), files.named(), register, wanted));
        if (patients.isEmpty()) {
            return new Reading.Refused<>(List.copyOf(mistakes));
        }
        var findings = findings(list, kept, patients.get(), conditions, cut, new Reasons(agreement, asOf));
        var counts = counts(list, register, conditions, findings, cut);
        return new Reading.Accepted<>(
                new Review(list, agreement, asOf, findings, counts),
                warnings.stream().distinct().toList());
    }

    private static Records people(FamilyList list) {
        var records = Records.builder(Identity.COMPARED);
        list.people()
                .forEach(each -> each.identity().addTo(records, each.family().value()));
        return records.build();
    }

    private static List<Finding> findings(
            FamilyList list,
            List<Link> links,
            Map<Integer, Patient> patients,
            Conditions conditions,
            double cut,
            Reasons reasons) {
        var findings = new ArrayList<Finding>();
        for (var link : links) {
            var person = list.people().get(link.left());
            var patient = Objects.requireNonNull(patients.get(link.right()));
            findings.add(new Finding(
                    person,
                    patient,
                    link.probability(),
                    link.probability() >= cut ? LinkState.ACCEPTED : LinkState.DOUBTFUL,
                    reasons.of(person.identity(), patient.identity(), conditions.of(link.right()))));
        }
        return List.copyOf(findings);
    }

    private static Counts counts(
            FamilyList list, Register register, Conditions conditions, List<Finding> findings, double cut) {
        int linked = (int) findings.stream()
                .filter(finding -> finding.link() == LinkState.ACCEPTED)
                .count();
        return new Counts(
                list.people().size(),
                list.families().size(),
                list.wrongNhsNumbers(),
                register.numbers().size(),
                register.objected(),
                register.gone(),
                register.records().nhsNumbersWithWrongCheckDigit(),
                register.records().datesThatAreNone() + register.wrongEndDates(),
                conditions.read(),
                conditions.leftOut(),
                conditions.notInRegister(),
                linked,
                findings.size() - linked,
                families(findings.stream().filter(Finding::suggests).toList()),
                families(findings.stream().filter(Finding::needsJudgement).toList()),
                cut);
    }

    private static int families(List<Finding> findings) {
        return (int) findings.stream()
                .map(finding -> finding.person().family())
                .distinct()
                .count();
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
