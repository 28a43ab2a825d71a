package org.kinmark.hub.round;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.kinmark.hub.familylist.KnownMember;
import org.kinmark.hub.staff.Unit;
import org.kinmark.rules.boundary.Question;
import org.kinmark.rules.boundary.Service;

/// What a round would be, before anything goes: also the answer of `previewRound`.
///
/// @param refusals why it may not be opened, each in a sentence; none where it may
/// @param families how many would be asked about
/// @param people how many people would be on lists
/// @param fields all that goes about a person
/// @param notSeen what a service is not told
/// @param services who would be asked, and how much each would get
/// @param notReady parties that would not be asked, and why
/// @param notAsked families that would be kept off, by the team's own reference, and why
/// @param askedAsLastTime families that are asked about as last time
public record PreviewRound(
        UUID agreement,
        int version,
        List<String> refusals,
        int families,
        int people,
        List<String> fields,
        List<String> notSeen,
        List<ServicePreview> services,
        Map<String, String> notReady,
        List<KeptOffPreview> notAsked,
        List<String> askedAsLastTime) {

    private static final List<String> FIELDS =
            List.of("nhs_number", "given_name", "family_name", "birth_date", "sex", "postcode");

    private static final List<String> NOT_SEEN = List.of(
            "which criteria a family meets",
            "your reference of it",
            "members whom it could not know",
            "which other services are asked, or what they answer",
            "the postcode of people whose address has to be protected");

    /// One service.
    ///
    /// @param listed whom it would get, in the order of import
    public record ServicePreview(
            UUID unit, String name, String kind, int families, int people, List<ListedFamily> listed) {}

    /// One family on a service's list.
    ///
    /// @param people those of it who are listed, by the team's own reference
    public record ListedFamily(String family, List<String> people) {}

    /// One family that is kept off.
    ///
    /// @param mends what could be done about it
    public record KeptOffPreview(String family, List<String> reasons, List<String> mends) {}

    /// What a service is not told, in one sentence.
    public String notSeenInWords() {
        return String.join("; ", notSeen);
    }

    static PreviewRound of(Composed composed, Set<UUID> repeatable) {
        var asked = composed.selection().asked();
        return new PreviewRound(
                composed.agreement().id(),
                composed.agreement().version(),
                composed.refusals(),
                asked.size(),
                people(asked),
                FIELDS,
                NOT_SEEN,
                services(composed, asked),
                composed.notReady(),
                notAsked(composed, repeatable),
                composed.byKey().values().stream()
                        .filter(composed::isAsLastTime)
                        .map(Composed.Candidate::reference)
                        .toList());
    }

    private static int people(Map<Integer, Question> asked) {
        return asked.values().stream()
                .mapToInt(question -> (int) question.listed().values().stream()
                        .flatMap(List::stream)
                        .distinct()
                        .count())
                .sum();
    }

    private static List<ServicePreview> services(Composed composed, Map<Integer, Question> asked) {
        var lists = new LinkedHashMap<Service, List<ListedFamily>>();
        composed.services().keySet().forEach(service -> lists.put(service, new ArrayList<>()));
        asked.forEach((key, question) -> {
            var candidate = Objects.requireNonNull(composed.byKey().get(key));
            question.listed()
                    .keySet()
                    .forEach(service -> Objects.requireNonNull(lists.get(service))
                            .add(new ListedFamily(candidate.reference(), people(composed, service, candidate))));
        });
        return lists.entrySet().stream()
                .map(one -> service(Objects.requireNonNull(composed.services().get(one.getKey())), one.getValue()))
                .toList();
    }

    static List<String> people(Composed composed, Service service, Composed.Candidate candidate) {
        return candidate.members().stream()
                .filter(member -> composed.isListed(service, member))
                .map(KnownMember::personId)
                .toList();
    }

    private static ServicePreview service(Unit unit, List<ListedFamily> listed) {
        return new ServicePreview(
                unit.id(),
                unit.name(),
                unit.kind().written(),
                listed.size(),
                listed.stream().mapToInt(one -> one.people().size()).sum(),
                listed);
    }

    private static List<KeptOffPreview> notAsked(Composed composed, Set<UUID> repeatable) {
        return PreviewDetail.keptOff(composed, 1, repeatable).stream()
                .map(one -> new KeptOffPreview(
                        one.reference(),
                        one.reasons(),
                        one.waysOn().stream().map(WayOn::words).toList()))
                .toList();
    }
}
