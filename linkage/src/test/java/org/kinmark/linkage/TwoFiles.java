package org.kinmark.linkage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/// A list of families and a register of one invented town, each written with errors of its own, and the
/// answers. Of each household three people in four are listed, and three in four registered, each for
/// themselves: somebody's relatives are often there without them.
///
/// @param answers of each left row, the right row that is the same person, or -1
record TwoFiles(List<String> left, List<String> right, int[] answers) implements Evaluation.Answers {

    private static final String[] STREETS = "Station Road|Church Lane|Mill Street|The Green".split("\\|");

    /// @param often how likely each field is to have an error, in either file
    static TwoFiles of(long seed, int leftSize, int rightSize, double often) {
        return of(seed, Town.people(seed, 2 * (leftSize + rightSize)), leftSize, rightSize, often);
    }

    /// The same of people who each live alone.
    static TwoFiles ofPeopleAlone(long seed, int leftSize, int rightSize, double often) {
        var homes = new HashSet<String>();
        var people = Town.people(seed, 4 * (leftSize + rightSize));
        people.removeIf(row -> !homes.add(household(row)));
        return of(seed, people, leftSize, rightSize, often);
    }

    private static TwoFiles of(long seed, List<String> town, int leftSize, int rightSize, double often) {
        var random = new SplittableRandom(seed);
        town.replaceAll(row -> atHome(row, random));
        var slips = new Slips(random, often);
        var left = new ArrayList<String>();
        var right = new ArrayList<String>();
        int[] answers = new int[leftSize];
        for (var person : town) {
            boolean isListed = left.size() < leftSize && random.nextInt(4) > 0;
            boolean isRegistered = right.size() < rightSize && random.nextInt(4) > 0;
            if (isListed) {
                answers[left.size()] = isRegistered ? right.size() : -1;
                left.add(slips.rewritten(person));
            }
            if (isRegistered) {
                right.add(slips.rewritten(person));
            }
        }
        return new TwoFiles(left, right, answers);
    }

    /// With an NHS Number two times in three, a postcode shared with neighbours, and the household as
    /// family.
    private static String atHome(String row, SplittableRandom random) {
        var fields = row.split("\\|", -1);
        var household = household(row);
        var number = random.nextInt(3) == 0 ? "" : Town.nhsNumber(random);
        var postcode = fields[5].substring(0, fields[5].length() - 2) + "AA";
        int house = Math.floorMod(household.hashCode(), 4 * 30);
        var address = house / 4 + " " + STREETS[house % 4];
        return "%s|%s|%s|%s|%s|%s|%s|%s|%s"
                .formatted(
                        number,
                        fields[1],
                        fields[2],
                        fields[3],
                        fields[4],
                        postcode,
                        household,
                        address,
                        fields[5].charAt(2) < '5' ? "Oakley" : "Elmham");
    }

    private static String household(String row) {
        var fields = row.split("\\|", -1);
        return fields[2] + fields[5];
    }

    Linkage link(Assignment assignment) {
        return Linker.link(Rows.of(left), Rows.of(right), Settings.of(assignment, 2));
    }

    /// A random order of so many.
    static List<Integer> order(int size, long seed) {
        var order = new ArrayList<Integer>();
        for (int k = 0; k < size; k++) {
            order.add(k);
        }
        Collections.shuffle(order, new Random(seed));
        return order;
    }

    @Override
    public boolean isSame(int l, int r) {
        return answers[l] == r;
    }

    @Override
    public int count() {
        int count = 0;
        for (int answer : answers) {
            count += answer >= 0 ? 1 : 0;
        }
        return count;
    }
}
