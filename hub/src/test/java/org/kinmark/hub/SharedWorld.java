package org.kinmark.hub;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.kinmark.exchange.ServiceEntry;
import org.kinmark.rules.boundary.ServiceKind;

/// What two worlds share, since the family team knows it anyway: its families, its rounds and how each ends, what it
/// does meanwhile, and when it looks at what.
///
/// @param rounds one, or two with the same families half a year apart
record SharedWorld(List<SharedRound> rounds) {

    /// When a round that is not void is released, from its opening.
    static final Duration RELEASE = Duration.ofDays(29);

    /// How many have to be left who explain a bit.
    private static final int EXPLAINING = 2;

    /// About so many families a round asks at the least.
    private static final int LEAST = 10;

    /// A family in which one person was entered twice.
    static final String DOUBLE = "FD";
    /// A family to which a member came later.
    static final String LATER = "FL";
    /// A family of one.
    static final String ALONE = "FA";
    /// Families of one, in two of which somebody has the same names and birth date, on a day on which a third was born
    /// too: whether those are one person is for the coordinator to say.
    private static final String SAME_NAMES = """
            FS,FSa,,Sam,Twice,2001-01-01,male,SE15 8AA,A81001,no,worklessness
            FT,FTa,,Sam,Twice,2001-01-01,male,SE15 8BB,A81002,no,worklessness
            FU,FUa,,Una,Other,2001-01-01,female,SE15 8CC,A81003,no,worklessness
            """;

    static final List<ServiceEntry> SERVICES = List.of(
            new ServiceEntry("gp-1", "Riverside Practice", ServiceKind.GP_PRACTICE, "A81001", null, null),
            new ServiceEntry("gp-2", "Hillside Practice", ServiceKind.GP_PRACTICE, "A81002", null, null),
            new ServiceEntry("gp-3", "Parkside Practice", ServiceKind.GP_PRACTICE, "A81003", null, null),
            new ServiceEntry("camhs", "Riverside CAMHS", ServiceKind.CAMHS, "", 0, 17),
            new ServiceEntry("amhs", "Riverside Adult Mental Health", ServiceKind.AMHS, "", 18, null),
            new ServiceEntry("community", "Riverside Community Health", ServiceKind.COMMUNITY_HEALTH, "", null, null),
            new ServiceEntry("hv", "Riverside Health Visiting", ServiceKind.HEALTH_VISITING, "", 0, 4),
            new ServiceEntry("asc", "Council Adult Social Care", ServiceKind.ADULT_SOCIAL_CARE, "", 18, null));

    private static final String HEADER = "family_id,person_id,nhs_number,given_name,family_name,birth_date,sex,"
            + "postcode,gp_practice,shielded,criteria\n";

    /// How a round ends.
    enum Course {
        ANSWERED,
        EXTENDED,
        VOID
    }

    /// The file with which the team began.
    static String firstFile() {
        return file(List.of(), false);
    }

    private static String file(List<Family> families, boolean isLater) {
        var text = new StringBuilder(HEADER);
        families.forEach(one -> text.append(one.rows()));
        text.append(row(DOUBLE, "a", "Dora", "1999-04-05", "female", "A81001", false, "worklessness"))
                .append(row(DOUBLE, "a2", "Dora", "1999-04-05", "female", "A81001", false, ""))
                .append(row(DOUBLE, "b", "Dan", "2030-06-07", "male", "A81002", false, ""))
                .append(row(LATER, "a", "Lena", "1998-04-05", "female", "A81002", false, "worklessness"))
                .append(row(LATER, "b", "Leo", "2031-06-07", "male", "A81002", false, ""));
        if (isLater) {
            text.append(row(LATER, "z", "Zoe", "2032-06-07", "female", "A81002", false, ""));
        }
        return text.append(row(ALONE, "a", "Alma", "1997-04-05", "female", "A81003", false, "worklessness"))
                .append(SAME_NAMES)
                .toString();
    }

    /// What the team does while a round is out.
    enum TeamAct {
        /// A family declines.
        DECLINE,
        /// A family gets a member, and another family is gone.
        IMPORT,
        /// A file in which everybody is gone waits to be confirmed.
        IMPORT_TO_CONFIRM,
        /// A waiver is asked.
        ASK_WAIVER,
        /// The mother of a family objects to the team.
        OBJECT,
        /// Who can sign in is changed.
        INVITE
    }

    /// @param at from the opening
    /// @param family which of them, where it concerns one; never the last, which an import may find gone
    record Moment(Duration at, TeamAct act, int family) {}

    /// One look at the hub.
    ///
    /// @param at from the opening
    /// @param actsToo whether forms and writing operations are sent too
    /// @param opening how the same families are asked about once more, as they may be after a round that was void
    record Look(Duration at, List<String> roles, boolean actsToo, Opening opening, long seed) {}

    /// How a round is opened.
    enum Opening {
        NONE,
        BY_API,
        BY_PAGES
    }

    /// One round.
    ///
    /// @param families the file that was imported before it, without those that are in every file
    record SharedRound(Course course, List<Family> families, List<Moment> acts, List<Look> looks, long seed) {

        /// Its file, as it is before the round.
        String file() {
            return SharedWorld.file(families, true);
        }

        /// The same after the team's own change: one family has another member, and one is gone.
        String changedFile() {
            var first = families.getFirst();
            var changed = new ArrayList<>(families.subList(1, families.size() - 1));
            changed.addFirst(new Family(
                    first.reference(),
                    first.rows() + row(first.reference(), "e", "Eve", "2033-05-06", "female", "A81002", false, "")));
            return SharedWorld.file(changed, true);
        }

        /// Mothers who object to the team during the round, each with their moment, by surname; of families of whom
        /// somebody is left.
        Map<String, Duration> objected() {
            var objected = new TreeMap<String, Duration>();
            acts.stream()
                    .filter(act -> act.act() == TeamAct.OBJECT
                            && families.get(act.family()).hasAChild())
                    .forEach(act -> objected.put(families.get(act.family()).surname(), act.at()));
            return objected;
        }

        /// Families of whom so few are left once the mother objects to the team that a bit of theirs would be about one
        /// person: it is never shown.
        Set<String> leftWithOne() {
            var objected = objected().keySet();
            return families.stream()
                    .filter(family -> objected.contains(family.surname()) && family.members() <= EXPLAINING)
                    .map(Family::surname)
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        /// Families that the team leaves alone from some moment of the round on: of these it may show nothing.
        Set<String> declined() {
            var declined = new TreeSet<String>();
            acts.stream()
                    .filter(act -> act.act() == TeamAct.DECLINE)
                    .forEach(act -> declined.add(families.get(act.family()).surname()));
            return declined;
        }
    }

    /// A family, by its rows in families.csv.
    record Family(String reference, String rows) {

        String surname() {
            return "Family" + reference.substring(1);
        }

        long members() {
            return rows.lines().count();
        }

        boolean hasAChild() {
            return rows.contains("Bob");
        }
    }

    /// When somebody of a family was born: no two families have people who could be taken for one.
    static String born(String family, String about) {
        int x = family.indexOf('x');
        int days = x < 0 ? 270 + family.charAt(1) % 30 : 17 * Integer.parseInt(family.substring(x + 1));
        return LocalDate.parse(about).plusDays(days).toString();
    }

    private static String postcode(String family) {
        int number = Math.floorMod(family.hashCode(), 26 * 26);
        return "SE15 1" + (char) ('A' + number / 26) + (char) ('A' + number % 26);
    }

    /// Draws one.
    ///
    /// @param roles every role of the team, and a stranger's
    static SharedWorld draw(Random random, int pair, List<String> roles) {
        var families = families(random, pair);
        var last = round(random, pair, families, roles);
        return new SharedWorld(
                random.nextInt(5) == 0
                        ? List.of(
                                new SharedRound(Course.ANSWERED, families, List.of(), List.of(), random.nextLong()),
                                last)
                        : List.of(last));
    }

    private static SharedRound round(Random random, int pair, List<Family> families, List<String> roles) {
        var course = switch (pair % 10) {
            case 3, 6, 8 -> Course.EXTENDED;
            case 5, 9 -> Course.VOID;
            default -> Course.ANSWERED;
        };
        var acts = new ArrayList<Moment>();
        for (var act : TeamAct.values()) {
            if (random.nextInt(3) == 0) {
                int day = random.nextInt(29);
                acts.add(new Moment(Duration.ofHours(24L * day + 12), act, random.nextInt(families.size() - 1)));
            }
        }
        acts.sort(Comparator.comparing(Moment::at));
        return new SharedRound(course, families, acts, looks(random, pair, course, roles), random.nextLong());
    }

    /// Two looks before the release, one as it happens and one a week later, in which every form is sent as well; at
    /// each, roles take turns, so that ten pairs have seen all with every role.
    private static List<Look> looks(Random random, int pair, Course course, List<String> roles) {
        var before = new ArrayList<>(List.of(
                Duration.ofDays(6).plusHours(13),
                Duration.ofDays(13).plusHours(13),
                Duration.ofDays(14),
                Duration.ofDays(20).plusHours(13),
                Duration.ofDays(28),
                Duration.ofDays(29).minusSeconds(1)));
        Collections.shuffle(before, random);
        var moments = new ArrayList<>(before.subList(0, 2));
        Collections.sort(moments);
        moments.add(RELEASE);
        moments.add(Duration.ofDays(36).plusHours(13));
        return IntStream.range(0, moments.size())
                .mapToObj(i -> {
                    boolean isLast = i == moments.size() - 1;
                    // The coordinator sees and does the most, and after them the administrator.
                    var others = List.of(
                            isLast && pair % 4 == 1
                                    ? "administrator"
                                    : roles.get(Math.floorMod(pair + 3 * i, roles.size())),
                            i % 2 == 0 || isLast ? "coordinator" : "key_worker");
                    return new Look(
                            moments.get(i),
                            others.stream().distinct().toList(),
                            isLast,
                            isLast ? opening(pair, course) : Opening.NONE,
                            random.nextLong());
                })
                .toList();
    }

    private static Opening opening(int pair, Course course) {
        return course != Course.VOID ? Opening.NONE : pair % 10 == 9 ? Opening.BY_PAGES : Opening.BY_API;
    }

    /// Families with an adult and a child, some with more, of practices that are asked and of one that is not, some in
    /// hiding.
    private static List<Family> families(Random random, int pair) {
        int count = LEAST + random.nextInt(5);
        var families = new ArrayList<Family>();
        // A family of one is not asked about.
        while (families.size() < count
                || families.stream().filter(one -> one.members() > 1).count() < LEAST) {
            families.add(family(random, "F" + pair + "x" + families.size()));
        }
        return List.copyOf(families);
    }

    private static Family family(Random random, String reference) {
        var practices = List.of("A81001", "A81002", "A81003", "B99999");
        boolean isShielded = random.nextInt(8) == 0;
        var criteria = random.nextBoolean() ? "worklessness;school_attendance" : "worklessness";
        var home = practices.get(random.nextInt(practices.size()));
        var rows = new StringBuilder(row(reference, "a", "Anna", "2004-03-05", "female", home, isShielded, criteria));
        if (random.nextInt(12) > 0) {
            rows.append(row(reference, "b", "Bob", "2029-07-20", "male", home, isShielded, ""));
        }
        if (random.nextInt(3) == 0) {
            var other = practices.get(random.nextInt(practices.size()));
            rows.append(row(reference, "c", "Carl", "2001-01-09", "male", other, isShielded, ""));
        }
        if (random.nextInt(4) == 0) {
            rows.append(row(reference, "d", "Dee", "2038-02-03", "female", home, isShielded, ""));
        }
        return new Family(reference, rows.toString());
    }

    private static String row(
            String family,
            String person,
            String name,
            String birth,
            String sex,
            String practice,
            boolean isShielded,
            String criteria) {
        return String.join(
                        ",",
                        family,
                        family + person,
                        "",
                        name,
                        "Family" + family.substring(1),
                        born(family, birth),
                        sex,
                        postcode(family),
                        practice,
                        isShielded ? "yes" : "no",
                        criteria)
                + "\n";
    }
}
