package org.kinmark.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.kinmark.exchange.AsRules;
import org.kinmark.exchange.Criterion;
import org.kinmark.exchange.FamilyList;
import org.kinmark.exchange.FamilyMember;
import org.kinmark.exchange.FamilyRef;
import org.kinmark.exchange.Identity;
import org.kinmark.exchange.ListRef;
import org.kinmark.exchange.ListedPerson;
import org.kinmark.exchange.PersonRef;
import org.kinmark.exchange.ServiceEntry;
import org.kinmark.exchange.Shielding;
import org.kinmark.linkage.DoubleEntries;
import org.kinmark.linkage.Records;
import org.kinmark.rules.Content;
import org.kinmark.rules.Decision;
import org.kinmark.rules.Fact;
import org.kinmark.rules.Holder;
import org.kinmark.rules.Purpose;
import org.kinmark.rules.Recipient;
import org.kinmark.rules.Rules;
import org.kinmark.rules.SharingRequest;
import org.kinmark.rules.boundary.Caps;
import org.kinmark.rules.boundary.Family;
import org.kinmark.rules.boundary.Indicator;
import org.kinmark.rules.boundary.KeptOff;
import org.kinmark.rules.boundary.Limits;
import org.kinmark.rules.boundary.Member;
import org.kinmark.rules.boundary.Question;
import org.kinmark.rules.boundary.Selection;
import org.kinmark.rules.boundary.Service;

/// Step 2 of the guidance as a rehearsal plays it: which families are asked about, and who of them is listed to whom.
///
/// References are drawn fresh for each service, so that they join nothing.
final class ComposeRound {

    /// Nobody has signed how much at most goes out.
    private static final Caps UNCAPPED = new Caps(Integer.MAX_VALUE, Integer.MAX_VALUE);

    private final LocalDate asOf;
    private final Map<ServiceEntry, Service> services;
    private final List<Indicator> indicators;
    private final IdentityHashMap<FamilyMember, Member> rows = new IdentityHashMap<>();
    private final Map<String, Question> asked = new LinkedHashMap<>();
    private final Map<String, String> notAsked = new LinkedHashMap<>();
    private final Map<ServiceEntry, List<ListedPerson>> lists = new LinkedHashMap<>();
    private final Map<String, String> persons = new HashMap<>();
    private final Map<String, String> families = new LinkedHashMap<>();

    private ComposeRound(Area area) {
        asOf = area.agreement().asOf();
        services = AsRules.services(area.services());
        indicators =
                area.agreement().indicators().stream().map(AsRules::indicator).toList();
        number(area.members());
    }

    /// Rows are one person where the team says so, in two families too, and where two rows of a family tell it.
    private void number(List<FamilyMember> members) {
        int[] firstEntry = DoubleEntries.firstOf(records(members));
        var numbers = new HashMap<String, Integer>();
        for (int i = 0; i < firstEntry.length; i++) {
            int first = firstEntry[i];
            int person = numbers.computeIfAbsent(members.get(first).personId(), _ -> first);
            numbers.putIfAbsent(members.get(i).personId(), person);
            rows.put(members.get(i), AsRules.member(members.get(i), person));
        }
    }

    /// Composes the lists of one round.
    static Round of(Area area) {
        var round = new ComposeRound(area);
        var families = new LinkedHashMap<String, List<FamilyMember>>();
        area.members()
                .forEach(member -> families.computeIfAbsent(member.familyId(), _ -> new ArrayList<>())
                        .add(member));
        round.ask(families);
        return round.composed();
    }

    private static Records records(List<FamilyMember> members) {
        var records = Records.builder(Identity.COMPARED);
        members.forEach(member -> member.identity().addTo(records, member.familyId()));
        return records.build();
    }

    /// Asks about each family, or notes why not: first the rules, then the checks.
    private void ask(Map<String, List<FamilyMember>> all) {
        var ids = List.copyOf(all.keySet());
        var candidates = new ArrayList<Family>();
        for (int key = 0; key < ids.size(); key++) {
            var members = Objects.requireNonNull(all.get(ids.get(key)));
            if (Rules.decide(request(criteria(members))) instanceof Decision.Share) {
                candidates.add(new Family(key, members.stream().map(this::row).toList(), Optional.empty()));
            }
        }
        var selection = Selection.of(new Selection.Plan(
                candidates,
                List.copyOf(services.values()),
                indicators,
                Limits.STANDARD,
                UNCAPPED,
                asOf,
                List.of(),
                Map.of()));
        var ofAll = selection.refusals().stream()
                .filter(KeptOff.TooFewIndicators.class::isInstance)
                .findFirst();
        for (int key = 0; key < ids.size(); key++) {
            var members = Objects.requireNonNull(all.get(ids.get(key)));
            switch (selection.families().get(key)) {
                case null -> notAsked.put(ids.get(key), "it meets no other criterion");
                case Selection.Outcome _ when ofAll.isPresent() -> notAsked.put(ids.get(key), words(ofAll.get()));
                case Selection.Outcome.NotAsked(var why) -> notAsked.put(ids.get(key), words(why.getFirst()));
                case Selection.Outcome.Asked(var question, var _) -> {
                    asked.put(ids.get(key), question);
                    list(ids.get(key), members, criteria(members));
                }
            }
        }
    }

    private static Set<Criterion> criteria(List<FamilyMember> members) {
        var criteria = EnumSet.noneOf(Criterion.class);
        members.forEach(member -> criteria.addAll(member.criteria()));
        return criteria;
    }

    private Member row(FamilyMember member) {
        return Objects.requireNonNull(rows.get(member));
    }

    private static SharingRequest request(Set<Criterion> criteria) {
        var request = SharingRequest.of(Purpose.IDENTIFICATION, Content.FAMILY_LIST, Recipient.CARE_PROFESSIONAL)
                .holder(Holder.FAMILY_TEAM)
                .fact(Fact.AGREEMENT_IN_FORCE)
                .fact(Fact.WITHIN_AGREEMENT)
                .fact(Fact.NOTICE_IN_FORCE);
        return (criteria.isEmpty() ? request : request.fact(Fact.MEETS_OTHER_CRITERION)).build();
    }

    private static String words(KeptOff why) {
        return switch (why) {
            case KeptOff.TooFewServices _ -> "too few services, or kinds of them, could know it";
            case KeptOff.TooFewMembers _ -> "too few of its members would be listed";
            case KeptOff.TooFewExplanations _ -> "a yes could mean too few people, indicators or kinds of service";
            case KeptOff.TooFewIndicators _ -> "the agreement has too few indicators, or groups of them";
            case KeptOff.TooLittleRemains _ -> "with what is asked of others, a yes would tell too much";
            case KeptOff.TooSoon _ -> "it was asked about, or declined, not long ago";
            case KeptOff.OverTheCap _ -> "the list is as long as was agreed";
            case KeptOff.TooFewFamilies _ -> "too few families are left to ask about";
        };
    }

    private void list(String family, List<FamilyMember> members, Set<Criterion> criteria) {
        boolean inDanger = Shielding.isInDanger(
                criteria,
                members.stream().map(member -> member.identity().birthDate()).toList(),
                asOf);
        services.forEach((entry, service) -> {
            var known = members.stream()
                    .filter(member -> service.couldKnow(row(member), asOf))
                    .toList();
            var ref = new FamilyRef(UUID.randomUUID().toString());
            for (var member : known) {
                var person = new PersonRef(UUID.randomUUID().toString());
                families.put(ref.value(), family);
                persons.put(person.value(), member.personId());
                lists.computeIfAbsent(entry, _ -> new ArrayList<>())
                        .add(new ListedPerson(ref, person, listed(member, inDanger)));
            }
        });
    }

    /// A shielded person is listed without postcode: a list may be seen by someone who looks for them.
    private static Identity listed(FamilyMember member, boolean inDanger) {
        var identity = member.identity();
        boolean shielded = Shielding.holds(member.shielded(), inDanger);
        return new Identity(
                identity.nhsNumber(),
                identity.givenName(),
                identity.familyName(),
                identity.birthDate(),
                identity.sex(),
                shielded ? "" : identity.postcode());
    }

    private Round composed() {
        var whole = new LinkedHashMap<ServiceEntry, FamilyList>();
        lists.forEach((service, people) ->
                whole.put(service, new FamilyList(new ListRef(UUID.randomUUID().toString()), List.copyOf(people), 0)));
        return new Round(asked, notAsked, whole, persons, families);
    }
}
