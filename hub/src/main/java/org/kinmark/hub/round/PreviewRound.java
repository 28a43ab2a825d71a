package org.kinmark.hub.round;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.kinmark.hub.staff.Unit;
import org.kinmark.rules.Decision;
import org.kinmark.rules.boundary.Question;
import org.kinmark.rules.boundary.Selection;

/// What a round would be, before anything goes: also the answer of `previewRound`.
///
/// @param refusals why it may not be opened, each in a sentence; none where it may
/// @param families how many would be asked about
/// @param people how many people would be on lists
/// @param fields all that goes about a person
/// @param services who would be asked, and how much each would get
/// @param notReady parties that would not be asked, and why
/// @param notAsked families that would be kept off, by the team's own reference, and why
public record PreviewRound(
        UUID agreement,
        int version,
        List<String> refusals,
        int families,
        int people,
        List<String> fields,
        List<ServicePreview> services,
        Map<String, String> notReady,
        List<KeptOffPreview> notAsked) {

    private static final List<String> FIELDS =
            List.of("nhs_number", "given_name", "family_name", "birth_date", "sex", "postcode");

    /// One service.
    public record ServicePreview(UUID unit, String name, String kind, int families, int people) {}

    /// One family that is kept off.
    ///
    /// @param mends what could be done about it
    public record KeptOffPreview(String family, List<String> reasons, List<String> mends) {}

    static PreviewRound of(ComposeRound.Composed composed) {
        var asked = composed.selection().asked();
        return new PreviewRound(
                composed.agreement().id(),
                composed.agreement().version(),
                composed.refusals(),
                asked.size(),
                people(asked),
                FIELDS,
                services(composed, asked),
                composed.notReady(),
                notAsked(composed));
    }

    private static int people(Map<Integer, Question> asked) {
        return asked.values().stream()
                .mapToInt(question -> (int) question.listed().values().stream()
                        .flatMap(List::stream)
                        .distinct()
                        .count())
                .sum();
    }

    private static List<ServicePreview> services(ComposeRound.Composed composed, Map<Integer, Question> asked) {
        var families = new LinkedHashMap<Unit, int[]>();
        composed.services().forEach((service, unit) -> families.put(unit, new int[2]));
        asked.values()
                .forEach(question -> question.listed().forEach((service, members) -> {
                    var counts = Objects.requireNonNull(
                            families.get(composed.services().get(service)));
                    counts[0]++;
                    counts[1] += members.size();
                }));
        return families.entrySet().stream()
                .map(one -> new ServicePreview(
                        one.getKey().id(),
                        one.getKey().name(),
                        one.getKey().kind().written(),
                        one.getValue()[0],
                        one.getValue()[1]))
                .toList();
    }

    static List<KeptOffPreview> notAsked(ComposeRound.Composed composed) {
        var keptOff = new ArrayList<KeptOffPreview>();
        composed.byKey().values().forEach(candidate -> {
            var outcome = composed.selection().families().get(candidate.key());
            if (outcome instanceof Selection.Outcome.NotAsked(var why)) {
                var mends = new LinkedHashSet<String>();
                why.forEach(one -> mends.addAll(Words.mends(one)));
                keptOff.add(new KeptOffPreview(
                        candidate.reference(), why.stream().map(Words::of).toList(), List.copyOf(mends)));
            } else if (outcome == null && !(composed.decisions().get(candidate.key()) instanceof Decision.Share)) {
                keptOff.add(new KeptOffPreview(
                        candidate.reference(), List.of("The rules do not allow it to be listed today"), List.of()));
            }
        });
        return keptOff;
    }
}
