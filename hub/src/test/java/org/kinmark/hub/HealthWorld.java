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

/// What happens on the health side during one round: who answers when and how, which service marks which family, and
/// all that is tried, taken back and done too late. The family team may learn of it the bits and nothing else.
///
/// @param acts in the order in which they happen
/// @param marks the families that each service marks, by surname
record HealthWorld(List<Act> acts, Map<String, Set<String>> marks) {

    private static final int CLOSING = 14;
    private static final int SECOND_CLOSING = 28;
    private static final int NEEDED = 3;

    private static final Map<String, ServiceKind> KINDS = SharedWorld.SERVICES.stream()
            .collect(Collectors.toMap(ServiceEntry::name, ServiceEntry::kind, (a, _) -> a, LinkedHashMap::new));

    /// What one service does at a moment.
    ///
    /// @param at from the opening of the round
    record Act(Duration at, String service, Kind kind) {}

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
        RELATIONS
    }

    private static boolean isOfTheCouncil(String service) {
        return KINDS.get(service) == ServiceKind.ADULT_SOCIAL_CARE;
    }

    /// Draws a world of a course.
    static HealthWorld draw(Random random, SharedWorld.Course course) {
        var acts = new ArrayList<Act>();
        var services = new ArrayList<>(KINDS.keySet());
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
        services.forEach(service -> marks.put(service, new TreeSet<>()));
        return new HealthWorld(List.copyOf(acts), marks);
    }

    /// Another world of the same course, in which one service does the same as in this one.
    HealthWorld redrawnExcept(Random random, SharedWorld.Course course, String service) {
        while (true) {
            var other = draw(random, course);
            // Where it stands in for another that answers as early, the round ends as the drawn one does.
            if (Objects.equals(answers(service), other.answers(service))) {
                var its = new ArrayList<>(other.acts());
                its.removeIf(act -> act.service().equals(service));
                acts.stream().filter(act -> act.service().equals(service)).forEach(its::add);
                its.sort(Comparator.comparing(Act::at));
                return new HealthWorld(List.copyOf(its), other.marks());
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
    boolean isAnsweredAbout(Set<String> listedTo) {
        var those = answered().stream()
                .filter(service -> listedTo.contains(service) && !isOfTheCouncil(service))
                .toList();
        return those.size() >= 2 && those.stream().map(KINDS::get).distinct().count() >= 2;
    }

    /// Puts marks so that exactly these families get the bit 1; those about whom too few answered get what comes.
    ///
    /// @param free families whose bit nobody will see
    void mark(Random random, Set<String> bits, Set<String> free, Map<String, Set<String>> listed) {
        listed.forEach((family, listedTo) -> {
            var answering = new ArrayList<>(answered());
            answering.retainAll(listedTo);
            if (bits.contains(family)) {
                Collections.shuffle(answering, random);
                int count = 1 + random.nextInt(answering.size());
                answering.subList(0, count).forEach(service -> put(service, family));
            } else if (!isAnsweredAbout(listedTo) || free.contains(family)) {
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
    Set<Fact> movedFrom(HealthWorld other, Map<String, Set<String>> listed) {
        var moved = EnumSet.noneOf(Fact.class);
        var mine = views(other, listed);
        var theirs = other.views(this, listed);
        for (var fact : Fact.values()) {
            if (!String.valueOf(mine.get(fact)).equals(String.valueOf(theirs.get(fact)))) {
                moved.add(fact);
            }
        }
        return moved;
    }

    private Map<Fact, Object> views(HealthWorld other, Map<String, Set<String>> listed) {
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
            if (isAnsweredAbout(listedTo) && other.isAnsweredAbout(listedTo)) {
                enough.put(family, who);
            } else if (!isAnsweredAbout(listedTo) && !other.isAnsweredAbout(listedTo)) {
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
        return views;
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
