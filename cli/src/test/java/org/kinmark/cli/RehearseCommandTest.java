package org.kinmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kinmark.exchange.FamiliesFile;
import org.kinmark.exchange.FamilyList;
import org.kinmark.exchange.FamilyMember;
import org.kinmark.exchange.Identity;
import org.kinmark.exchange.ListFile;
import org.kinmark.exchange.Reading;
import org.kinmark.exchange.ServiceEntry;
import org.kinmark.exchange.ServicesFile;
import org.kinmark.exchange.Source;
import org.kinmark.rules.boundary.ServiceKind;

/// One rehearsal of a small area, with real processes and real files, looked at from all sides.
class RehearseCommandTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 10, 1);

    @TempDir
    private static Path folder;

    private static Path area;
    private static Path round;
    private static Run run;
    private static List<FamilyMember> members;
    private static List<ServiceEntry> services;

    @BeforeAll
    static void a_rehearsal() {
        area = folder.resolve("area");
        round = folder.resolve("round");
        assertThat(Run.of("generate", "--families", "60", "--services", "8", "--patients", "600", "--out", area + "")
                        .exit())
                .isZero();
        run = Run.of("rehearse", area.toString(), "--out", round.toString());
        members = accepted(FamiliesFile.read(Source.of(area.resolve("families.csv"))))
                .members();
        services = accepted(ServicesFile.read(Source.of(area.resolve("services.csv"))));
    }

    @Test
    void succeeds_and_prints_what_happened() {
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("Families", "not asked", "Services", "marks that came back", "Link precision", "Link recall");
    }

    @Test
    void every_asked_family_has_a_bit_and_no_other_has() throws IOException {
        var asked = new HashSet<String>();
        map().values().forEach(asked::add);
        var released = Files.readAllLines(round.resolve("released.csv")).stream()
                .skip(1)
                .map(line -> line.split(",")[0])
                .toList();
        assertThat(released).isNotEmpty().doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(asked);
        assertThat(members.stream().map(FamilyMember::familyId).distinct().filter(asked::contains))
                .isEqualTo(released);
    }

    @Test
    void each_service_gets_the_people_it_could_know_and_no_other() throws IOException {
        for (var service : services) {
            var listed = list(service).people().size();
            var expected = members.stream()
                    .filter(member -> askedFamilies().contains(member.familyId()))
                    .filter(member -> couldKnow(service, member))
                    .count();
            assertThat(listed).as(service.name()).isEqualTo((int) expected);
        }
    }

    @Test
    void a_shielded_person_is_listed_without_postcode_and_another_with_it() throws IOException {
        var families = map();
        int shielded = 0;
        int others = 0;
        for (var service : services) {
            for (var person : list(service).people()) {
                var family = families.get(service.id() + " " + person.family().value());
                var row = members.stream()
                        .filter(member -> member.familyId().equals(family))
                        .filter(member -> named(member.identity()).equals(named(person.identity())))
                        .findFirst()
                        .orElseThrow();
                switch (row.shielded()) {
                    case YES -> {
                        shielded++;
                        assertThat(person.identity().postcode()).isEmpty();
                    }
                    case NO -> {
                        others++;
                        assertThat(person.identity().postcode())
                                .isEqualTo(row.identity().postcode());
                    }
                    case NOT_SAID -> {}
                }
            }
        }
        assertThat(shielded).isPositive();
        assertThat(others).isPositive();
    }

    private static String named(Identity identity) {
        return identity.givenName() + "|" + identity.familyName() + "|" + identity.birthDate();
    }

    @Test
    void a_list_says_nothing_but_who_to_look_for() throws IOException {
        for (var service : services) {
            var file = round.resolve("services").resolve(service.id());
            assertThat(Files.readAllLines(file.resolve("list.csv")).getFirst())
                    .isEqualTo(
                            "list_ref,family_ref,person_ref,nhs_number,given_name,family_name,birth_date,sex,postcode");
            try (var files = Files.list(file)) {
                assertThat(files.map(each -> each.getFileName().toString()))
                        .containsExactlyInAnyOrder(
                                "list.csv", "agreement.json", "review.csv", "decisions.csv", "marks.csv");
            }
        }
    }

    @Test
    void references_join_nothing() throws IOException {
        assertThat(map().keySet()).doesNotHaveDuplicates();
        var references = Files.readAllLines(round.resolve("map.csv")).stream()
                .skip(1)
                .map(line -> line.split(",")[1])
                .toList();
        assertThat(references).doesNotHaveDuplicates();
    }

    @Test
    void what_the_team_holds_is_every_bit_and_can_be_attacked_at_once() throws IOException {
        var held = round.resolve("held.csv");
        var bits = Files.readAllLines(held).stream()
                .skip(1)
                .map(line -> line.split(",")[2] + "," + line.substring(line.lastIndexOf(',') + 1))
                .distinct()
                .toList();
        assertThat(bits)
                .containsExactlyElementsOf(Files.readAllLines(round.resolve("released.csv")).stream()
                        .skip(1)
                        .toList());
        var attack = Run.of("attack", held.toString(), "--fail-on-certainty");
        assertThat(attack.err()).isEmpty();
        assertThat(attack.exit()).isZero();
        assertThat(attack.out())
                .startsWith("Certain: 0 people named, 0 indicators, 0 kinds of specialist" + System.lineSeparator());
    }

    @Test
    void what_the_team_holds_has_nobodys_name_and_nothing_of_a_service() throws IOException {
        var held = Files.readString(round.resolve("held.csv"));
        assertThat(held)
                .startsWith("round,as_of,family_id,person_id,birth_date,sex,kind,of_council,indicator,min_age,max_age,"
                        + "indicator_sex,mark\n");
        for (var service : services) {
            assertThat(held).doesNotContain(service.id(), service.name());
            assertThat(list(service).people())
                    .noneMatch(person -> held.contains(person.person().value()));
        }
    }

    @Test
    void nobody_of_two_families_is_asked_about_where_that_would_tell_more_than_a_bit() throws IOException {
        var two = folder.resolve("two");
        copy(area, two);
        // A second family has one person of the first and another, whom the two together could name.
        var asked = askedFamilies();
        var first = members.stream()
                .map(FamilyMember::familyId)
                .filter(asked::contains)
                .findFirst()
                .orElseThrow();
        var lines = new ArrayList<>(Files.readAllLines(two.resolve("families.csv")));
        var shared = lines.stream()
                .filter(line -> line.startsWith(first + ","))
                .map(line -> "more" + line.substring(first.length(), line.lastIndexOf(',')) + ",worklessness")
                .findFirst()
                .orElseThrow();
        lines.add(shared);
        lines.add(shared.replaceFirst("^([^,]*),[^,]*,[^,]*,[^,]*,", "$1,another,,Zebedee,"));
        Files.write(two.resolve("families.csv"), lines);
        var again = folder.resolve("two-round");
        var rehearsed = Run.of("rehearse", two.toString(), "--out", again.toString());
        assertThat(rehearsed.out()).contains("with what is asked of others, a yes would tell too much");
        assertThat(Files.readString(again.resolve("released.csv")))
                .contains(first + ",")
                .doesNotContain("more,");
    }

    @Test
    void somebody_entered_twice_with_another_birth_date_has_one_of_them_in_what_the_team_holds() throws IOException {
        var twice = folder.resolve("twice");
        copy(area, twice);
        var asked = askedFamilies();
        var lines = new ArrayList<>(Files.readAllLines(twice.resolve("families.csv")));
        var again = lines.stream()
                .map(line -> line.split(",", -1))
                .filter(row -> asked.contains(row[0]) && !row[2].isEmpty() && !row[5].isEmpty())
                .limit(20)
                .map(row -> {
                    row[1] += "-again";
                    row[5] = LocalDate.parse(row[5]).plusDays(1).toString();
                    return String.join(",", row);
                })
                .toList();
        lines.addAll(again);
        Files.write(twice.resolve("families.csv"), lines);
        var more = folder.resolve("twice-round");
        assertThat(Run.of("rehearse", twice.toString(), "--out", more.toString())
                        .exit())
                .isZero();
        var held = more.resolve("held.csv");
        assertThat(Files.readString(held)).doesNotContain("-again");
        assertThat(Run.of("attack", held.toString()).err()).isEmpty();
    }

    @Test
    void an_audit_finds_a_bit_that_was_changed_and_one_that_is_missing() throws IOException {
        var kinds = services.stream()
                .collect(Collectors.toMap(
                        ServiceEntry::id, service -> service.kind().name().toLowerCase(Locale.ROOT)));
        assertThat(ReleaseAudit.wrong(round, kinds)).isEmpty();
        var released = round.resolve("released.csv");
        var lines = Files.readAllLines(released);
        var first = lines.get(1);
        var changed = first.endsWith("1")
                ? first.substring(0, first.length() - 1) + "0"
                : first.substring(0, first.length() - 1) + "1";
        try {
            Files.writeString(released, Files.readString(released).replace(first + "\n", changed + "\n"));
            assertThat(ReleaseAudit.wrong(round, kinds)).containsExactly(first.split(",")[0]);
            Files.write(
                    released, lines.stream().filter(line -> !line.equals(first)).toList());
            assertThat(ReleaseAudit.wrong(round, kinds)).containsExactly(first.split(",")[0]);
        } finally {
            Files.write(released, lines);
        }
    }

    @Test
    void real_people_are_refused() throws IOException {
        var real = folder.resolve("real");
        copy(area, real);
        var families = real.resolve("families.csv");
        var text = Files.readString(families);
        var invented = text.replaceAll("(?s)^.*?,(9\\d{9}),.*$", "$1");
        Files.writeString(families, text.replace(invented, "4505577104"));
        var refused = Run.of(
                "rehearse", real.toString(), "--out", folder.resolve("never").toString());
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err())
                .hasSize(1)
                .first()
                .asString()
                .contains("families.csv")
                .doesNotContain("4505577104");
        assertThat(folder.resolve("never")).doesNotExist();
    }

    @Test
    void a_folder_with_other_things_in_it_is_left_alone() throws IOException {
        var mine = Files.createDirectories(folder.resolve("mine"));
        Files.writeString(mine.resolve("holiday.txt"), "photos");
        var refused = Run.of("rehearse", area.toString(), "--out", mine.toString());
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).hasSize(1);
        assertThat(mine.resolve("holiday.txt")).hasContent("photos");
    }

    @Test
    void an_area_is_not_replaced_by_its_own_round() throws IOException {
        var own = folder.resolve("own");
        Files.createDirectories(own);
        copy(area, own.resolve("area"));
        Files.writeString(own.resolve("map.csv"), "service_id,family_ref,family_id\n");
        var refused = Run.of("rehearse", own.resolve("area").toString(), "--out", own.toString());
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(own.resolve("area/truth.csv")).exists();
    }

    @Test
    void what_is_no_area_is_refused_file_by_file() {
        var refused = Run.of("rehearse", folder.resolve("nothing").toString(), "--out", folder.resolve("r2") + "");
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).hasSize(4).allMatch(line -> line.contains("there is no such file"));
    }

    private static Set<String> askedFamilies() {
        try {
            return new HashSet<>(map().values());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// Service and family reference, with the family behind them.
    private static Map<String, String> map() throws IOException {
        var map = new HashMap<String, String>();
        for (var line :
                Files.readAllLines(round.resolve("map.csv")).stream().skip(1).toList()) {
            var fields = line.split(",");
            map.put(fields[0] + " " + fields[1], fields[2]);
        }
        return map;
    }

    /// Written from the promise, not from the rules' code.
    private static boolean couldKnow(ServiceEntry service, FamilyMember member) {
        if (service.kind() == ServiceKind.GP_PRACTICE) {
            return service.odsCode().equals(member.gpPractice());
        }
        var min = service.minAge();
        var max = service.maxAge();
        var born = member.identity().birthDate();
        if (born == null) {
            return min == null && max == null;
        }
        int age = born.until(AS_OF).getYears();
        return (min == null || age >= min) && (max == null || age <= max);
    }

    private static FamilyList list(ServiceEntry service) {
        return accepted(ListFile.read(
                Source.of(round.resolve("services").resolve(service.id()).resolve("list.csv"))));
    }

    private static <T> T accepted(Reading<T> reading) {
        return switch (reading) {
            case Reading.Accepted<T>(var value, var _) -> value;
            case Reading.Refused<T>(var mistakes) -> throw new AssertionError(mistakes);
        };
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var paths = Files.walk(from)) {
            for (var path : paths.toList()) {
                Files.copy(path, to.resolve(from.relativize(path)));
            }
        }
    }
}
