package org.kinmark.hub;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.kinmark.exchange.ServiceEntry;
import org.kinmark.rules.boundary.ServiceKind;

/// What happens on the health side during one round: who answers when and how, which service marks which
/// family, and all that is tried, taken back and done too late. The family team may learn of it the bits and
/// nothing else.
///
/// @param acts in the order in which they happen
/// @param marks the families that each service marks, by surname
/// @param before an objection that is made before the round is opened; none where nobody makes one
/// @param during objections that are made while it is open, or after it
/// @param listed to which services each family is listed, by surname, in the end: without those of whom
///     nobody is left
/// @param annulled services whose judgement of a family counts for nothing, each as service and surname
record HealthWorld(
        List<Act> acts,
        Map<String, Set<String>> marks,
        List<Said> before,
        List<Said> during,
        Map<String, Set<String>> listed,
        Set<String> annulled) {

    private static final int CLOSING = 14;
    private static final int SECOND_CLOSING = 28;
    private static final int NEEDED = 3;

    private static final Map<String, ServiceKind> KINDS = SharedWorld.SERVICES.stream()
            .collect(Collectors.toMap(ServiceEntry::name, ServiceEntry::kind, (a, _) -> a, LinkedHashMap::new));

    /// What one service does at a moment.
    ///
    /// @param at from the opening of the round
    record Act(Duration at, String service, Kind kind) {}

    /// An objection, made at a service or on the public form.
    ///
    /// @param at from the opening of the round
    /// @param service empty for the form
    record Said(Duration at, String service, String surname, String given, String born) {}

    /// How a service goes about it.
    enum Kind {
        /// Judges on the page, takes one back, judges again, and declares there.
        PAGE,
        /// Puts each judgement through the API, then declares.
        JUDGEMENTS,
        /// Sends the marker's file and declares in one call.
        UPLOAD,
        /// Declares, withdraws, and declares again.
        TWICE,
        /// Judges and never declares.
        DRAFT_ONLY,
        /// Declares in time, and takes it back for good.
        WITHDRAWN,
        /// Sends its file when the list is closed.
        LATE,
        /// Sends a file that is none.
        FAILED_UPLOAD,
        /// Signs in, and fails to.
        SIGN_INS,
        /// Downloads its list and does nothing with it.
        LOOKED,
        /// A professional says that they know a family of the list, and nobody judges it.
        KNOWN;

        boolean declares() {
            return this == PAGE || this == JUDGEMENTS || this == UPLOAD || this == TWICE;
        }
    }

    /// Facts of the health side in which two worlds may differ.
    enum Fact {
        WHICH_SERVICE_MARKED,
        HOW_MANY_MARKED,
        WHO_ANSWERED,
        HOW_MANY_ANSWERED,
        ORDER_OF_ANSWERS,
        TIME_OF_ANSWERS,
        ON_THE_PAGE_OR_BY_FILE,
        UNDO_AND_WITHDRAWAL,
        DRAFTS_WITHOUT_DECLARATION,
        DECLARATIONS_TAKEN_BACK,
        MARKS_WHERE_TOO_FEW_ANSWERED,
        LATE_ANSWERS,
        FAILED_UPLOADS,
        SIGN_INS,
        LISTS_OPENED,
        RELATIONS,
        OBJECTIONS_AT_SERVICES,
        OBJECTIONS_ON_THE_FORM,
        OBJECTIONS_BEFORE_THE_ROUND,
        JUDGEMENTS_ANNULLED
    }

    private static boolean isOfTheCouncil(String service) {
        return KINDS.get(service) == ServiceKind.ADULT_SOCIAL_CARE;
    }

    /// The services to which anybody is listed.
    static Set<String> asked(Map<String, Map<String, Listed>> people) {
        return people.values().stream()
                .flatMap(family -> family.values().stream())
                .flatMap(one -> one.services().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Draws a world of a course.
    ///
    /// @param asked the services that got a list: no other can answer
    /// @param before who objected before it
    static HealthWorld draw(Random random, SharedWorld.Course course, Set<String> asked, List<Said> before) {
        var acts = new ArrayList<Act>();
        var services = new ArrayList<>(new TreeSet<>(asked));
        Collections.shuffle(services, random);
        int early = switch (course) {
            case ANSWERED -> NEEDED + random.nextInt(3);
            case EXTENDED -> random.nextInt(NEEDED);
            case VOID -> random.nextInt(NEEDED);
        };
        int all = switch (course) {
            case ANSWERED -> early;
            case EXTENDED -> NEEDED + random.nextInt(3);
            case VOID -> early + random.nextInt(NEEDED - early);
        };
        int answered = 0;
        for (var service : services) {
            if (isOfTheCouncil(service) ? random.nextBoolean() : answered < all) {
                boolean isEarly = isOfTheCouncil(service) || answered < early;
                int first = isEarly ? 0 : CLOSING;
                var kinds = List.of(Kind.PAGE, Kind.JUDGEMENTS, Kind.UPLOAD, Kind.TWICE);
                acts.add(new Act(
                        moment(random, first, first + CLOSING), service, kinds.get(random.nextInt(kinds.size()))));
                answered += isOfTheCouncil(service) ? 0 : 1;
            } else {
                silent(random, course, service, acts);
            }
        }
        for (var service : services) {
            if (random.nextInt(4) == 0) {
                var kind = random.nextBoolean() ? Kind.SIGN_INS : Kind.FAILED_UPLOAD;
                acts.add(new Act(moment(random, 0, CLOSING), service, kind));
            }
        }
        acts.sort(Comparator.comparing(Act::at));
        var marks = new LinkedHashMap<String, Set<String>>();
        KINDS.keySet().forEach(service -> marks.put(service, new TreeSet<>()));
        return new HealthWorld(List.copyOf(acts), marks, before, new ArrayList<>(), new TreeMap<>(), new TreeSet<>());
    }

    /// Another world of the same course, in which one service does the same as in this one,
    /// and nobody objects.
    HealthWorld redrawnExcept(Random random, SharedWorld.Course course, Set<String> asked, String service) {
        while (true) {
            var other = draw(random, course, asked, List.of());
            // Where it stands in for another that answers as early, the round ends as the drawn one does.
            if (Objects.equals(answers(service), other.answers(service))) {
                var its = new ArrayList<>(other.acts());
                its.removeIf(act -> act.service().equals(service));
                acts.stream().filter(act -> act.service().equals(service)).forEach(its::add);
                its.sort(Comparator.comparing(Act::at));
                return new HealthWorld(
                        List.copyOf(its),
                        other.marks(),
                        List.of(),
                        new ArrayList<>(),
                        new TreeMap<>(),
                        new TreeSet<>());
            }
        }
    }

    /// Whether it answers before the first closing, or after it, or not at all.
    private String answers(String service) {
        return acts.stream()
                .filter(act -> act.service().equals(service) && act.kind().declares())
                .map(act -> act.at().toDays() < CLOSING ? "early" : "late")
                .findFirst()
                .orElse("never");
    }

    /// One of a family of whom others are left wherever they are listed, so that no list loses everybody.
    static List<Said> before(Random random) {
        var where = random.nextBoolean() ? "" : "Hillside Practice";
        return switch (random.nextInt(3)) {
            case 0 -> List.of(said(Duration.ZERO, where, "Lena", "1998-04-05"));
            case 1 -> List.of(said(Duration.ZERO, where, "Leo", "2031-06-07"));
            default -> List.of();
        };
    }

    private static Said said(Duration at, String where, String given, String about) {
        return new Said(at, where, "FamilyL", given, SharedWorld.born(SharedWorld.LATER, about));
    }

    /// Draws who objects during the round, and works out with those who object to the team which judgements
    /// count.
    ///
    /// @param people who is listed to which services, by surname and given name
    /// @param toTheTeam the mothers who object to the team, by surname
    void object(Random random, Map<String, Map<String, Listed>> people, Map<String, Duration> toTheTeam) {
        var families = people.entrySet().stream()
                .filter(family -> family.getValue().containsKey("Anna")
                        && family.getValue().containsKey("Bob"))
                .map(Map.Entry::getKey)
                .filter(family -> !toTheTeam.containsKey(family))
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(families, random);
        families.stream().limit(random.nextInt(5)).forEach(family -> {
            var given = random.nextBoolean() ? "Anna" : "Bob";
            during.add(new Said(
                    moment(random, 0, 35),
                    random.nextBoolean() ? "" : oneOf(KINDS.keySet(), random),
                    family,
                    given,
                    Objects.requireNonNull(people.getOrDefault(family, Map.of()).get(given))
                            .born()));
        });
        during.sort(Comparator.comparing(Said::at));
        workOut(people, toTheTeam);
    }

    /// The same people object at the same moments as in another world: on the form, or at one service, where they did
    /// there, and otherwise at any service but that one.
    void objectElsewhere(
            Random random,
            HealthWorld there,
            String service,
            Map<String, Map<String, Listed>> people,
            Map<String, Duration> toTheTeam) {
        var elsewhere = new TreeSet<>(KINDS.keySet());
        elsewhere.remove(service);
        there.during()
                .forEach(said -> during.add(
                        said.service().isEmpty() || said.service().equals(service)
                                ? said
                                : new Said(
                                        said.at(),
                                        oneOf(elsewhere, random),
                                        said.surname(),
                                        said.given(),
                                        said.born())));
        workOut(people, toTheTeam);
    }

    private static String oneOf(Set<String> services, Random random) {
        return List.copyOf(services).get(random.nextInt(services.size()));
    }

    private void workOut(Map<String, Map<String, Listed>> people, Map<String, Duration> toTheTeam) {
        var objecting = new LinkedHashMap<String, Said>();
        during.forEach(said -> objecting.put(said.surname(), said));
        toTheTeam.forEach((family, at) -> {
            if (people.getOrDefault(family, Map.of()).containsKey("Anna")) {
                objecting.put(family, new Said(at, "", family, "Anna", ""));
            }
        });
        withoutObjections(people);
        people.forEach((family, members) -> {
            var said = objecting.get(family);
            if (said != null && said.at().compareTo(SharedWorld.RELEASE) < 0) {
                apply(family, members, said);
            }
        });
    }

    /// Says who is listed to which services, where nobody of them objects.
    void withoutObjections(Map<String, Map<String, Listed>> people) {
        people.forEach((family, members) -> {
            listed.put(family, new LinkedHashSet<>());
            members.forEach(
                    (given, one) -> listed.getOrDefault(family, Set.of()).addAll(one.services()));
        });
    }

    /// What was judged before does not count, nor does a file that was made of the list as it was.
    private void apply(String family, Map<String, Listed> members, Said said) {
        Objects.requireNonNull(members.get(said.given())).services().forEach(service -> {
            boolean isAnyLeft = members.entrySet().stream()
                    .anyMatch(one -> !one.getKey().equals(said.given())
                            && one.getValue().services().contains(service));
            if (!isAnyLeft) {
                listed.getOrDefault(family, Set.of()).remove(service);
            }
            boolean isJudgedAfter = acts.stream()
                    .anyMatch(act -> act.service().equals(service)
                            && (act.kind() == Kind.PAGE || act.kind() == Kind.JUDGEMENTS)
                            && act.at().compareTo(said.at()) > 0);
            if (!isAnyLeft || !isJudgedAfter) {
                annulled.add(service + " " + family);
            }
        });
    }

    /// Somebody on lists.
    ///
    /// @param services to which they are listed
    record Listed(String born, Set<String> services) {}

    private static void silent(Random random, SharedWorld.Course course, String service, List<Act> acts) {
        switch (random.nextInt(7)) {
            case 0 -> acts.add(new Act(moment(random, 0, CLOSING), service, Kind.DRAFT_ONLY));
            case 1 -> acts.add(new Act(moment(random, 0, CLOSING), service, Kind.LOOKED));
            case 2 -> acts.add(new Act(moment(random, 0, CLOSING), service, Kind.WITHDRAWN));
            case 3 -> {
                int closed = course == SharedWorld.Course.ANSWERED ? CLOSING : SECOND_CLOSING;
                acts.add(new Act(moment(random, closed, SECOND_CLOSING + 7), service, Kind.LATE));
            }
            case 4 -> acts.add(new Act(moment(random, 0, CLOSING), service, Kind.KNOWN));
            default -> {} // never heard of
        }
    }

    /// A moment after the one day and before the other, never at an hour at which the team acts or looks.
    private static Duration moment(Random random, int from, int before) {
        return Duration.ofDays(from + random.nextInt(before - from))
                .plusHours(1 + random.nextInt(10))
                .plusMinutes(1 + random.nextInt(58));
    }

    /// Those whose declaration stands at the closing.
    Set<String> answered() {
        var answered = new LinkedHashSet<String>();
        acts.stream().filter(act -> act.kind().declares()).forEach(act -> answered.add(act.service()));
        return answered;
    }

    /// Whether enough of those asked about a family answered, by the contract's own words: two, of two kinds, none of
    /// them the council's.
    boolean isAnsweredAbout(String family) {
        var listedTo = listed.getOrDefault(family, Set.of());
        var those = answered().stream()
                .filter(service -> listedTo.contains(service) && !isOfTheCouncil(service))
                .toList();
        return those.size() >= 2 && those.stream().map(KINDS::get).distinct().count() >= 2;
    }

    /// Whether the family can get the bit 1 at all.
    boolean canBeMarked(String family) {
        return isAnsweredAbout(family) && !counting(family).isEmpty();
    }

    /// Those whose judgement of a family counts.
    private List<String> counting(String family) {
        var those = new ArrayList<>(answered());
        those.retainAll(listed.getOrDefault(family, Set.of()));
        those.removeIf(service -> annulled.contains(service + " " + family));
        return those;
    }

    /// Puts marks so that exactly these families get the bit 1; those about whom too few answered get what comes.
    ///
    /// @param free families whose bit nobody will see
    void mark(Random random, Set<String> bits, Set<String> free) {
        listed.forEach((family, listedTo) -> {
            var answering = counting(family);
            KINDS.keySet().stream()
                    .filter(service -> annulled.contains(service + " " + family) && random.nextBoolean())
                    .forEach(service -> put(service, family));
            if (bits.contains(family)) {
                Collections.shuffle(answering, random);
                int count = 1 + random.nextInt(answering.size());
                answering.subList(0, count).forEach(service -> put(service, family));
            } else if (!isAnsweredAbout(family) || free.contains(family)) {
                answering.stream().filter(_ -> random.nextInt(3) == 0).forEach(service -> put(service, family));
            }
            listedTo.stream()
                    .filter(service -> !answered().contains(service) && random.nextInt(3) == 0)
                    .forEach(service -> put(service, family));
        });
    }

    private void put(String service, String family) {
        marks.computeIfAbsent(service, _ -> new TreeSet<>()).add(family);
    }

    /// The facts in which this world and another differ.
    Set<Fact> movedFrom(HealthWorld other) {
        var moved = EnumSet.noneOf(Fact.class);
        var mine = views(other);
        var theirs = other.views(this);
        for (var fact : Fact.values()) {
            if (!String.valueOf(mine.get(fact)).equals(String.valueOf(theirs.get(fact)))) {
                moved.add(fact);
            }
        }
        return moved;
    }

    private Map<Fact, Object> views(HealthWorld other) {
        var views = new EnumMap<Fact, Object>(Fact.class);
        var declared = acts.stream().filter(act -> act.kind().declares()).toList();
        var enough = new TreeMap<String, Set<String>>();
        var few = new TreeMap<String, Set<String>>();
        listed.forEach((family, listedTo) -> {
            var who = new TreeSet<String>();
            answered().stream()
                    .filter(service -> listedTo.contains(service)
                            && marks.getOrDefault(service, Set.of()).contains(family))
                    .forEach(who::add);
            if (isAnsweredAbout(family) && other.isAnsweredAbout(family)) {
                enough.put(family, who);
            } else if (!isAnsweredAbout(family) && !other.isAnsweredAbout(family)) {
                few.put(family, who);
            }
        });
        views.put(Fact.WHICH_SERVICE_MARKED, enough);
        views.put(Fact.HOW_MANY_MARKED, enough.values().stream().map(Set::size).toList());
        views.put(Fact.MARKS_WHERE_TOO_FEW_ANSWERED, few);
        views.put(Fact.WHO_ANSWERED, new TreeSet<>(answered()));
        views.put(Fact.HOW_MANY_ANSWERED, answered().size());
        views.put(Fact.ORDER_OF_ANSWERS, declared.stream().map(Act::service).toList());
        views.put(Fact.TIME_OF_ANSWERS, declared.stream().map(Act::at).toList());
        views.put(
                Fact.ON_THE_PAGE_OR_BY_FILE,
                declared.stream()
                        .filter(act -> other.answered().contains(act.service()))
                        .map(act -> act.service() + (act.kind() == Kind.PAGE))
                        .sorted()
                        .toList());
        views.put(Fact.UNDO_AND_WITHDRAWAL, of(Kind.TWICE, Kind.PAGE));
        views.put(Fact.DRAFTS_WITHOUT_DECLARATION, of(Kind.DRAFT_ONLY));
        views.put(Fact.DECLARATIONS_TAKEN_BACK, of(Kind.WITHDRAWN));
        views.put(Fact.LATE_ANSWERS, of(Kind.LATE));
        views.put(Fact.FAILED_UPLOADS, of(Kind.FAILED_UPLOAD));
        views.put(Fact.SIGN_INS, of(Kind.SIGN_INS));
        views.put(Fact.LISTS_OPENED, of(Kind.LOOKED));
        views.put(Fact.RELATIONS, of(Kind.KNOWN));
        views.put(
                Fact.OBJECTIONS_AT_SERVICES,
                during.stream().filter(one -> !one.service().isEmpty()).toList());
        views.put(
                Fact.OBJECTIONS_ON_THE_FORM,
                during.stream().filter(one -> one.service().isEmpty()).toList());
        views.put(Fact.OBJECTIONS_BEFORE_THE_ROUND, before);
        views.put(Fact.JUDGEMENTS_ANNULLED, judgedInVain());
        return views;
    }

    /// Marks that were declared and count for nothing, since somebody of the family objected.
    private List<String> judgedInVain() {
        return annulled.stream()
                .filter(one -> answered().stream()
                        .anyMatch(service -> one.startsWith(service + " ")
                                && marks.getOrDefault(service, Set.of()).contains(one.substring(service.length() + 1))))
                .toList();
    }

    private List<String> of(Kind... kinds) {
        var wanted = Set.of(kinds);
        return acts.stream()
                .filter(act -> wanted.contains(act.kind()))
                .map(act -> act.service() + act.kind())
                .sorted()
                .toList();
    }
}
