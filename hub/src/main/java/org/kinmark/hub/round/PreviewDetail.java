package org.kinmark.hub.round;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kinmark.hub.familylist.KnownMember;
import org.kinmark.hub.page.Moments;
import org.kinmark.rules.boundary.Check;
import org.kinmark.rules.boundary.KeptOff;
import org.kinmark.rules.boundary.Question;
import org.kinmark.rules.boundary.Selection;

/// Family by family, what a round would send: for the page on which it is looked at before.
///
/// @param families those asked about, in the order of import
/// @param example a row as a service would get it; null where nothing would go
/// @param keptOff those that would not be
/// @param waivable checks that keep a family off and may be waived
/// @param asLastTime those that are asked about as last time, or would be if nothing else kept them off
/// @param explained the checks that something did not pass, with what each is for
public record PreviewDetail(
        List<Listed> families,
        @Nullable Example example,
        List<KeptOffFamily> keptOff,
        List<Waivable> waivable,
        List<AsLastTime> asLastTime,
        List<Explained> explained) {

    /// How many families a page shows.
    public static final int ON_A_PAGE = 25;

    /// A family that would not be asked about, why, and what can be done.
    public record KeptOffFamily(String reference, List<String> reasons, List<WayOn> waysOn) {}

    /// A family that is asked about as last time.
    public record AsLastTime(UUID family, String reference) {}

    /// How many pages so many families fill.
    public static int pages(int families) {
        return Math.max(1, (families + ON_A_PAGE - 1) / ON_A_PAGE);
    }

    /// Those on a page, counted from 1.
    public static <T> List<T> onPage(List<T> all, int page) {
        int at = Math.clamp(page, 1, pages(all.size()));
        return all.subList((at - 1) * ON_A_PAGE, Math.min(at * ON_A_PAGE, all.size()));
    }

    /// One family, and who would get whom of it, by the team's own references.
    public record Listed(String reference, int people, List<String> services) {}

    /// A check that a Guardian may waive.
    ///
    /// @param failed as the address has it
    /// @param families how many it keeps off
    public record Waivable(String failed, String title, long families) {}

    /// One person as a service would see them.
    public record Example(String service, List<String> cells) {
        @Override
        public String toString() {
            return "Example[hidden]";
        }
    }

    public PreviewDetail {
        families = List.copyOf(families);
    }

    static PreviewDetail of(Composed composed, int criteria, Set<UUID> repeatable) {
        var asked = composed.selection().asked();
        var families = new ArrayList<Listed>();
        composed.byKey().forEach((key, candidate) -> {
            var question = asked.get(key);
            if (question != null) {
                families.add(new Listed(
                        candidate.reference(),
                        (int) question.listed().values().stream()
                                .flatMap(List::stream)
                                .distinct()
                                .count(),
                        services(composed, candidate, question)));
            }
        });
        return new PreviewDetail(
                families,
                example(composed).orElse(null),
                keptOff(composed, criteria, repeatable),
                waivable(composed),
                composed.byKey().values().stream()
                        .filter(composed::isAsLastTime)
                        .map(one -> new AsLastTime(one.id(), one.reference()))
                        .toList(),
                explained(composed));
    }

    /// Those of the whole round first.
    private static List<Explained> explained(Composed composed) {
        var explained = new ArrayList<Explained>();
        composed.selection().refusals().forEach(why -> explained.add(Explained.of(why.check(), List.of())));
        var families = new EnumMap<Check, List<String>>(Check.class);
        composed.byKey().forEach((key, candidate) -> {
            if (composed.selection().families().get(key) instanceof Selection.Outcome.NotAsked(var why)) {
                why.stream()
                        .map(KeptOff::check)
                        .distinct()
                        .forEach(check -> families.computeIfAbsent(check, _ -> new ArrayList<>())
                                .add(candidate.reference()));
            }
        });
        families.forEach((check, of) -> {
            if (explained.stream().noneMatch(one -> one.title().equals(Words.title(check)))) {
                explained.add(Explained.of(check, of));
            }
        });
        return explained;
    }

    private static List<String> services(Composed composed, Composed.Candidate candidate, Question question) {
        return question.listed().keySet().stream()
                .map(service ->
                        Objects.requireNonNull(composed.services().get(service)).name() + " ("
                                + String.join(", ", PreviewRound.people(composed, service, candidate)) + ")")
                .toList();
    }

    static List<KeptOffFamily> keptOff(Composed composed, int criteria, Set<UUID> repeatable) {
        var keptOff = new ArrayList<KeptOffFamily>();
        composed.byKey().forEach((key, candidate) -> {
            if (composed.selection().families().get(key) instanceof Selection.Outcome.NotAsked(var why)) {
                keptOff.add(new KeptOffFamily(
                        candidate.reference(),
                        why.stream().map(Words::of).toList(),
                        WayOn.of(
                                why.stream().map(KeptOff::check).toList(),
                                candidate.id(),
                                composed.agreement().id(),
                                criteria,
                                repeatable.contains(candidate.id()))));
            }
        });
        return keptOff;
    }

    /// The first person of whom most is known.
    private static Optional<Example> example(Composed composed) {
        for (var one : composed.selection().asked().entrySet()) {
            var candidate = Objects.requireNonNull(composed.byKey().get(one.getKey()));
            for (var service : one.getValue().listed().keySet()) {
                for (var member : candidate.members()) {
                    if (composed.isListed(service, member)
                            && !composed.postcode(member).isEmpty()) {
                        return Optional.of(new Example(
                                Objects.requireNonNull(composed.services().get(service))
                                        .name(),
                                cells(member)));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static List<String> cells(KnownMember member) {
        return List.of(
                Objects.requireNonNullElse(member.nhsNumber(), "not known"),
                member.givenName(),
                member.familyName(),
                member.birthDate() == null ? "not known" : Moments.day(member.birthDate()),
                member.sex(),
                member.postcode());
    }

    private static List<Waivable> waivable(Composed composed) {
        var counts = new EnumMap<Check, Long>(Check.class);
        composed.selection().families().values().forEach(outcome -> {
            if (outcome instanceof Selection.Outcome.NotAsked(var why)) {
                var checks = new LinkedHashSet<Check>();
                why.forEach(one -> checks.add(one.check()));
                checks.stream().filter(Check::isWaivable).forEach(check -> counts.merge(check, 1L, Long::sum));
            }
        });
        return counts.entrySet().stream()
                .map(one -> new Waivable(Waivers.written(one.getKey()), Words.title(one.getKey()), one.getValue()))
                .toList();
    }
}
