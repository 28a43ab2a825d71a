package org.kinmark.hub.approach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kinmark.hub.page.Choice;

/// Which places of the queue are shown. Each keeps its place and its order: what is left out is only not looked at.
///
/// @param health a state as an address has it; empty for any
/// @param criteria exactly so many; 0 for any number
public record QueueFilter(String health, int criteria) {

    private static final int MOST = 5;

    /// What the latest round said of a family.
    enum Health {
        HEALTH_PRIORITY("health_priority", "Health priority"),
        NO_SIGNAL("no_signal", "No signal"),
        NOT_ASKED("not_asked", "Not asked"),
        ENDED("ended", "Ended"),
        IN_NO_ROUND("none", "In no round yet");

        private final String written;
        private final String words;

        Health(String written, String words) {
            this.written = written;
            this.words = words;
        }

        private boolean isOf(Queue.Place place) {
            return place.health().equals(this == IN_NO_ROUND ? "" : written);
        }
    }

    /// What an address asks for; what it has wrong is left out.
    static QueueFilter of(String health, String criteria) {
        boolean isKnown = Arrays.stream(Health.values()).anyMatch(one -> one.written.equals(health));
        return new QueueFilter(isKnown ? health : "", criteria.matches("[1-5]") ? Integer.parseInt(criteria) : 0);
    }

    List<Queue.Place> of(List<Queue.Place> all) {
        return all.stream()
                .filter(place -> criteria == 0 || place.criteria() == criteria)
                .filter(place -> health.isEmpty()
                        || Arrays.stream(Health.values())
                                .anyMatch(one -> one.written.equals(health) && one.isOf(place)))
                .toList();
    }

    /// How a page says what a round said of a family.
    public static String words(Queue.Place place) {
        return Arrays.stream(Health.values())
                .filter(one -> one.isOf(place))
                .findFirst()
                .map(one -> one.words)
                .orElse("");
    }

    /// Whether any place may be left out.
    public boolean isNarrowed() {
        return !health.isEmpty() || criteria > 0;
    }

    /// The same again, as the rest of an address after its first parameter.
    public String address() {
        return (health.isEmpty() ? "" : "&health=" + health) + (criteria == 0 ? "" : "&criteria=" + criteria);
    }

    /// The states to choose from.
    public List<Choice> states() {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", "Anything", health.isEmpty()));
        Arrays.stream(Health.values())
                .forEach(one -> choices.add(new Choice(one.written, one.words, one.written.equals(health))));
        return choices;
    }

    /// The numbers of criteria to choose from.
    public List<Choice> numbers() {
        return Stream.concat(
                        Stream.of(new Choice("", "Any number", criteria == 0)),
                        IntStream.rangeClosed(1, MOST)
                                .mapToObj(number -> new Choice(
                                        Integer.toString(number), Integer.toString(number), number == criteria)))
                .toList();
    }
}
