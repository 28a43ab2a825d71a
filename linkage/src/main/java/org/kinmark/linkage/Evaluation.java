package org.kinmark.linkage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeSet;

/// How right the links are, by the answers of somebody who knows them. It is worked out when everything is decided, and
/// decides nothing.
///
/// A link is right where the answers have the same pair. **Precision** is the share of the links taken that are right,
/// **recall** the share of the left records with an answer in the right file whose link is right, **F1** their harmonic
/// mean.
///
/// @param answers how many left records have an answer in the right file
/// @param atCut with the cut that was used
/// @param best with the cut that would have made F1 largest; what one would use who knew the answers
/// @param recallAtPrecision the largest recall of any cut whose precision is at least [#HIGH_PRECISION]; empty where
///     there is none
/// @param curve by falling cut, from the surest links on; at most [#POINTS] of them, the first and the last included
public record Evaluation(int answers, Point atCut, Point best, OptionalDouble recallAtPrecision, List<Point> curve) {

    /// The precision at which recalls are compared: one wrong link in a thousand.
    public static final double HIGH_PRECISION = 0.999;

    static final int POINTS = 200;

    /// What comes of a cut: links at least as probable are taken.
    ///
    /// @param links how many that are
    /// @param precision 1 where no link is taken
    /// @param recall 1 where nobody has an answer
    /// @param f1 0 where no link is right
    public record Point(double probability, int links, double precision, double recall, double f1) {

        private static Point of(double probability, int links, int right, int answers) {
            return new Point(
                    probability,
                    links,
                    links == 0 ? 1 : (double) right / links,
                    answers == 0 ? 1 : (double) right / answers,
                    right == 0 ? 0 : 2.0 * right / (links + answers));
        }
    }

    /// The answers.
    public interface Answers {

        /// Whether a left and a right record are one person, both by their numbers.
        boolean isSame(int left, int right);

        /// How many left records have an answer in the right file.
        int count();
    }

    /// Compares links with answers.
    ///
    /// @param best the best of each left record, as [Linkage#best] has them
    /// @param cut the probability from which a link is taken
    public static Evaluation of(List<Link> best, double cut, Answers answers) {
        var links = best.stream()
                .sorted(Comparator.comparingDouble(Link::probability).reversed())
                .toList();
        var all = new ArrayList<Point>();
        int right = 0;
        for (int k = 0; k < links.size(); k++) {
            var link = links.get(k);
            right += answers.isSame(link.left(), link.right()) ? 1 : 0;
            // Links of one probability are taken together or not at all.
            if (k + 1 == links.size() || links.get(k + 1).probability() < link.probability()) {
                all.add(Point.of(link.probability(), k + 1, right, answers.count()));
            }
        }
        var nothing = Point.of(1, 0, 0, answers.count());
        return new Evaluation(
                answers.count(),
                all.stream().filter(point -> point.probability() >= cut).reduce(nothing, (_, later) -> later),
                all.stream().max(Comparator.comparingDouble(Point::f1)).orElse(nothing),
                all.stream()
                        .filter(point -> point.precision() >= HIGH_PRECISION)
                        .mapToDouble(Point::recall)
                        .max(),
                thinned(all));
    }

    /// Half of the points are as many links apart, and half as many bits: most links are sure, and a cut is
    /// looked for where they are not.
    private static List<Point> thinned(List<Point> all) {
        if (all.size() <= POINTS) {
            return List.copyOf(all);
        }
        var kept = new TreeSet<Integer>();
        double surest = bits(all.getFirst());
        double apart = (surest - bits(all.getLast())) / (POINTS / 2 - 1);
        int next = 0;
        for (int k = 0; k < POINTS / 2; k++) {
            kept.add((int) ((long) k * (all.size() - 1) / (POINTS / 2 - 1)));
            while (next + 1 < all.size() && bits(all.get(next + 1)) >= surest - k * apart) {
                next++;
            }
            kept.add(next);
        }
        return kept.stream().map(all::get).toList();
    }

    /// Surer than a million to one is sure.
    private static double bits(Point point) {
        double odds = point.probability() / (1 - point.probability());
        return Math.log(Math.min(odds, 1e6)) / Math.log(2);
    }
}
