package org.kinmark.hub.marking;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kinmark.exchange.FamilyList;
import org.kinmark.exchange.Indicator;
import org.kinmark.exchange.Judgement;
import org.kinmark.exchange.ListedPerson;
import org.kinmark.hub.page.Moments;
import org.kinmark.linkage.Sex;

/// A list as the page to judge it shows it: a row a family, by surname.
///
/// @param receipt of what is held
/// @param indicators what is asked about, in plain words
public record Sheet(MyList list, String receipt, List<String> indicators, List<Row> rows) {

    /// Families on one page: two parameters each stay well within what the server reads of a form.
    private static final int ON_ONE_PAGE = 200;

    public Sheet {
        indicators = List.copyOf(indicators);
        rows = List.copyOf(rows);
    }

    /// One family.
    ///
    /// @param surnames of its members, the oldest's first, each once
    /// @param now what is held about it
    public record Row(UUID family, String surnames, List<Person> people, Judgement now) {}

    /// One of its members.
    ///
    /// @param facts age, birth date, sex and postcode, those that are known
    /// @param nhsNumber ten digits in threes; null where it is not known
    public record Person(
            String givenName,
            String familyName,
            String facts,
            @Nullable String nhsNumber) {}

    static Sheet of(List<Indicator> indicators, FamilyList people, Held held) {
        var list = held.list();
        var draft = held.draft();
        var families = new LinkedHashMap<UUID, List<ListedPerson>>();
        for (var person : people.people()) {
            families.computeIfAbsent(UUID.fromString(person.family().value()), _ -> new ArrayList<>())
                    .add(person);
        }
        var today = list.round().asOf();
        var rows = new ArrayList<Row>();
        families.forEach((family, members) ->
                rows.add(row(family, members, draft.of(family).orElseThrow(), today)));
        rows.sort(Comparator.comparing((Row row) -> row.surnames().toLowerCase(Locale.UK))
                .thenComparing(Row::family));
        return new Sheet(
                list, held.receipt(), indicators.stream().map(Sheet::inWords).toList(), rows);
    }

    private static Row row(UUID family, List<ListedPerson> members, Judgement now, LocalDate today) {
        var oldestFirst = members.stream()
                .sorted(Comparator.comparing(
                        (ListedPerson one) -> one.identity().birthDate(),
                        Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        var surnames = String.join(
                ", ",
                oldestFirst.stream()
                        .map(one -> one.identity().familyName())
                        .distinct()
                        .toList());
        return new Row(
                family,
                surnames,
                oldestFirst.stream().map(one -> person(one, today)).toList(),
                now);
    }

    private static Person person(ListedPerson one, LocalDate today) {
        var identity = one.identity();
        var facts = new ArrayList<String>();
        var born = identity.birthDate();
        if (born != null) {
            facts.add(Period.between(born, today).getYears() + " years, born " + Moments.day(born));
        }
        if (identity.sex() != Sex.UNKNOWN) {
            facts.add(identity.sex().name().toLowerCase(Locale.ROOT));
        }
        if (!identity.postcode().isBlank()) {
            facts.add(identity.postcode());
        }
        var number = identity.nhsNumber();
        return new Person(
                identity.givenName(),
                identity.familyName(),
                String.join(", ", facts),
                number == null ? null : inThrees(number.digits()));
    }

    private static String inThrees(String digits) {
        return digits.substring(0, 3) + " " + digits.substring(3, 6) + " " + digits.substring(6);
    }

    static String inWords(Indicator indicator) {
        var words = indicator.title();
        var whom = new ArrayList<String>();
        if (indicator.sex() != null) {
            whom.add(indicator.sex().name().toLowerCase(Locale.ROOT));
        }
        if (indicator.minAge() != null && indicator.maxAge() != null) {
            whom.add("aged " + indicator.minAge() + " to " + indicator.maxAge());
        } else if (indicator.minAge() != null) {
            whom.add("aged " + indicator.minAge() + " or over");
        } else if (indicator.maxAge() != null) {
            whom.add("aged " + indicator.maxAge() + " or under");
        }
        if (indicator.withinMonths() != null) {
            whom.add("in the last " + indicator.withinMonths() + " months");
        }
        return whom.isEmpty() ? words : words + " (" + String.join(", ", whom) + ")";
    }

    /// Some of the families, in the sheet's order.
    ///
    /// @param number counting from 1
    public record Page(int number, List<Row> rows) {

        /// The surnames from which to which it goes.
        public String range() {
            return rows.getFirst().surnames() + " to " + rows.getLast().surnames();
        }

        @Override
        public String toString() {
            return "Page[hidden]";
        }
    }

    /// All its pages; one without a family where there is none.
    public List<Page> pages() {
        int count = Math.max(1, Math.ceilDiv(rows.size(), ON_ONE_PAGE));
        return IntStream.range(0, count)
                .mapToObj(i ->
                        new Page(i + 1, rows.subList(i * ON_ONE_PAGE, Math.min(rows.size(), (i + 1) * ON_ONE_PAGE))))
                .toList();
    }

    /// One page, or the nearest that there is.
    public Page page(int number) {
        var pages = pages();
        return pages.get(Math.clamp(number, 1, pages.size()) - 1);
    }

    /// How many families are judged so.
    public long count(Judgement judgement) {
        return rows.stream().filter(row -> row.now() == judgement).count();
    }

    /// Every NHS Number on the list, ten digits a line, for a search.
    public String nhsNumbers() {
        return String.join(
                "\n",
                rows.stream()
                        .flatMap(row -> row.people().stream())
                        .flatMap(person -> java.util.stream.Stream.ofNullable(person.nhsNumber()))
                        .map(number -> number.replace(" ", ""))
                        .distinct()
                        .toList());
    }

    /// Says nothing about anybody.
    @Override
    public String toString() {
        return "Sheet[hidden]";
    }
}
