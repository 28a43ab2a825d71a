package org.kinmark.hub;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What happens on the health side during one round: who answers when and how, which service marks which family, and
/// all that is tried, taken back and done too late. The family team may learn of it the bits and nothing else.
///
/// @param acts by service, in the order in which they happen
/// @param marks the families that each service marks, by surname
record HealthWorld(List<Act> acts, Map<String, Set<String>> marks) {

    /// What one service does on a day.
    ///
    /// @param day from the opening of the round; 14 is the first closing, 28 the second
    record Act(int day, String service, Kind kind) {}

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
        /// Sends its file when the list is closed.
        LATE,
        /// Sends a file that is none.
        FAILED_UPLOAD,
        /// Signs in, and fails to.
        SIGN_INS,
        /// Downloads its list and does nothing with it.
        LOOKED;

        boolean declares() {
            return this == PAGE || this == JUDGEMENTS || this == UPLOAD || this == TWICE;
        }
    }

    /// Facts of the health side in which two worlds may differ.
    enum Fact {
        WHICH_SERVICE_MARKED,
        HOW_MANY_MARKED,
        WHO_ANSWERED,
        ORDER_OF_ANSWERS,
        TIME_OF_ANSWERS,
        ON_THE_PAGE_OR_BY_FILE,
        UNDO_AND_WITHDRAWAL,
        DRAFTS_WITHOUT_DECLARATION,
        MARKS_WHERE_TOO_FEW_ANSWERED,
        LATE_ANSWERS,
        FAILED_UPLOADS,
        SIGN_INS,
        LISTS_OPENED
    }

    /// How a round goes that both worlds share.
    enum Course {
        ANSWERED,
        EXTENDED,
        VOID
    }

    static final Set<String> OTHERS = Set.of(Area.PRACTICE, Area.CAMHS, Area.AMHS, Area.COMMUNITY);

    /// Draws a world of a course.
    ///
    /// @param listed to which services each family is listed
    static HealthWorld draw(Random random, Course course, Map<String, Set<String>> listed) {
        var acts = new ArrayList<Act>();
        var services = new ArrayList<>(Area.SERVICES);
        Collections.shuffle(services, random);
        int others = course == Course.VOID ? random.nextInt(3) : 3 + random.nextInt(2);
        int early =
                course == Course.ANSWERED ? 3 + random.nextInt(others - 2) : random.nextInt(Math.min(others, 2) + 1);
        int answered = 0;
        for (var service : services) {
            boolean ofTheCouncil = !OTHERS.contains(service);
            if (ofTheCouncil ? random.nextBoolean() : answered < others) {
                boolean isEarly = ofTheCouncil ? random.nextBoolean() : answered < early;
                int latest = isEarly || course == Course.ANSWERED ? 13 : 27;
                int first = isEarly || course == Course.ANSWERED ? 1 : 15;
                var kinds = List.of(Kind.PAGE, Kind.JUDGEMENTS, Kind.UPLOAD, Kind.TWICE);
                if (!(course == Course.ANSWERED && !isEarly)) {
                    acts.add(new Act(
                            first + random.nextInt(latest - first), service, kinds.get(random.nextInt(kinds.size()))));
                    answered += ofTheCouncil ? 0 : 1;
                    continue;
                }
            }
            var silent = List.of(Kind.DRAFT_ONLY, Kind.LATE, Kind.LOOKED, Kind.FAILED_UPLOAD);
            var kind = silent.get(random.nextInt(silent.size()));
            acts.add(new Act(kind == Kind.LATE ? 28 : 1 + random.nextInt(12), service, kind));
        }
        for (var service : services) {
            if (random.nextInt(3) == 0) {
                acts.add(new Act(
                        random.nextInt(13), service, random.nextBoolean() ? Kind.SIGN_INS : Kind.FAILED_UPLOAD));
            }
        }
        acts.sort(java.util.Comparator.comparingInt(Act::day));
        var marks = new LinkedHashMap<String, Set<String>>();
        Area.SERVICES.forEach(service -> marks.put(service, new TreeSet<>()));
        return new HealthWorld(List.copyOf(acts), marks);
    }

    /// Those whose declaration stands at the closing.
    Set<String> answered() {
        var answered = new LinkedHashSet<String>();
        acts.stream().filter(act -> act.kind().declares()).forEach(act -> answered.add(act.service()));
        return answered;
    }

    /// Whether enough of those asked about a family answered, by the contract's own words: two, of two kinds, none of
    /// them the council's. Each of these services is the only one of its kind.
    boolean isAnsweredAbout(Set<String> listedTo) {
        var those = new HashSet<>(answered());
        those.retainAll(OTHERS);
        those.retainAll(listedTo);
        return those.size() >= 2;
    }

    /// Puts marks so that exactly these families get the bit 1; those about whom too few answered get what comes.
    void mark(Random random, Set<String> bits, Map<String, Set<String>> listed) {
        listed.forEach((family, listedTo) -> {
            var answering = new ArrayList<>(answered());
            answering.retainAll(listedTo);
            if (bits.contains(family)) {
                Collections.shuffle(answering, random);
                int count = 1 + random.nextInt(answering.size());
                answering.subList(0, count).forEach(service -> put(service, family));
            } else if (!isAnsweredAbout(listedTo)) {
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
    Set<Fact> movedFrom(HealthWorld other, Set<String> bits, Map<String, Set<String>> listed) {
        var moved = EnumSet.noneOf(Fact.class);
        var mine = views(bits, listed);
        var theirs = other.views(bits, listed);
        for (var fact : Fact.values()) {
            if (!String.valueOf(mine.get(fact)).equals(String.valueOf(theirs.get(fact)))) {
                moved.add(fact);
            }
        }
        return moved;
    }

    private Map<Fact, Object> views(Set<String> bits, Map<String, Set<String>> listed) {
        var views = new EnumMap<Fact, Object>(Fact.class);
        var declared = acts.stream().filter(act -> act.kind().declares()).toList();
        var byFamily = new TreeMap<String, Set<String>>();
        var few = new TreeMap<String, Set<String>>();
        listed.forEach((family, listedTo) -> {
            var who = new TreeSet<String>();
            answered().stream()
                    .filter(service -> marks.getOrDefault(service, Set.of()).contains(family))
                    .forEach(who::add);
            (bits.contains(family) ? byFamily : few).put(family, who);
        });
        views.put(Fact.WHICH_SERVICE_MARKED, byFamily);
        views.put(
                Fact.HOW_MANY_MARKED, byFamily.values().stream().map(Set::size).toList());
        views.put(Fact.MARKS_WHERE_TOO_FEW_ANSWERED, few);
        views.put(Fact.WHO_ANSWERED, new TreeSet<>(answered()));
        views.put(Fact.ORDER_OF_ANSWERS, declared.stream().map(Act::service).toList());
        views.put(Fact.TIME_OF_ANSWERS, declared.stream().map(Act::day).toList());
        views.put(
                Fact.ON_THE_PAGE_OR_BY_FILE,
                declared.stream().map(act -> act.kind() == Kind.PAGE).toList());
        views.put(Fact.UNDO_AND_WITHDRAWAL, of(Kind.TWICE, Kind.PAGE));
        views.put(Fact.DRAFTS_WITHOUT_DECLARATION, of(Kind.DRAFT_ONLY));
        views.put(Fact.LATE_ANSWERS, of(Kind.LATE));
        views.put(Fact.FAILED_UPLOADS, of(Kind.FAILED_UPLOAD));
        views.put(Fact.SIGN_INS, of(Kind.SIGN_INS));
        views.put(Fact.LISTS_OPENED, of(Kind.LOOKED));
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
