package org.kinmark.synthetic;

import java.util.ArrayList;
import java.util.List;

/// Letters that are taken for each other, from a list of two halves a line, either of which may stand
/// for the other.
final class Substitutions {

    private record Substitution(String from, String to) {}

    private record Found(int place, Substitution substitution) {}

    private final List<Substitution> all = new ArrayList<>();

    Substitutions(String resource) {
        for (var line : WordLists.lines(resource)) {
            int space = line.indexOf(' ');
            var one = line.substring(0, space);
            var other = line.substring(space + 1);
            all.add(new Substitution(one, other));
            all.add(new Substitution(other, one));
        }
    }

    /// The name with letters at one place replaced; the name itself where it holds none of the list's.
    String once(String name, Dice dice) {
        var found = new ArrayList<Found>();
        for (var substitution : all) {
            var from = substitution.from();
            for (int place = 0; place + from.length() <= name.length(); place++) {
                if (name.regionMatches(true, place, from, 0, from.length())) {
                    found.add(new Found(place, substitution));
                }
            }
        }
        return found.isEmpty() ? name : replaced(name, dice.pick(found));
    }

    private static String replaced(String name, Found found) {
        var to = found.substitution().to();
        boolean capital = Character.isUpperCase(name.charAt(found.place()));
        return name.substring(0, found.place())
                + (capital ? Character.toUpperCase(to.charAt(0)) + to.substring(1) : to)
                + name.substring(found.place() + found.substitution().from().length());
    }
}
