package org.kinmark.marker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kinmark.exchange.DecisionsFile;
import org.kinmark.exchange.FamilyJudgement;
import org.kinmark.exchange.FamilyRef;
import org.kinmark.exchange.Judgement;
import org.kinmark.exchange.Mark;
import org.kinmark.exchange.Marks;
import org.kinmark.exchange.Mistake;
import org.kinmark.exchange.Reading;
import org.kinmark.exchange.Source;

/// Turns a professional's judgements into marks: a mark for every family of the list, in its order, whatever the
/// answers, so that neither length nor shape tells anything.
public final class Judging {

    private Judging() {}

    /// The marks of a professional who declared these decisions. They may name any family of the list and must name
    /// every one that was suggested or has a doubtful link; what they leave out is 0.
    public static Reading<Marks> declared(Review review, Source decisions) {
        return switch (DecisionsFile.read(decisions)) {
            case Reading.Refused<List<FamilyJudgement>>(var mistakes) -> new Reading.Refused<>(mistakes);
            case Reading.Accepted<List<FamilyJudgement>>(var judgements, var warnings) -> {
                var mistakes = mistakes(review, judgements, decisions.name());
                yield mistakes.isEmpty()
                        ? new Reading.Accepted<>(marks(review, byFamily(judgements)), warnings)
                        : new Reading.Refused<>(mistakes);
            }
        };
    }

    /// The marks where a rehearsal or a test plays the professional and judges as the software suggests.
    public static Marks acceptingSuggestions(Review review) {
        var judgements = new HashMap<FamilyRef, Judgement>();
        review.suggested().forEach(family -> judgements.put(family, Judgement.PRIORITY));
        return marks(review, judgements);
    }

    private static List<Mistake> mistakes(Review review, List<FamilyJudgement> judgements, String file) {
        var mistakes = new ArrayList<Mistake>();
        var listed = new HashSet<>(review.list().families());
        for (var each : judgements) {
            if (!listed.contains(each.family())) {
                mistakes.add(new Mistake(file, each.line(), "family_ref", "this family is not on the list"));
            }
        }
        var undecided = review.toJudge();
        judgements.forEach(each -> undecided.remove(each.family()));
        int place = 0;
        for (var family : review.list().families()) {
            place++;
            if (undecided.contains(family)) {
                mistakes.add(new Mistake(file, 0, "family_ref", undecided(place)));
            }
        }
        return mistakes;
    }

    private static String undecided(int place) {
        return "family " + place + " of the list was suggested or has a doubtful link, and must be decided here;"
                + " not_judged is a decision too";
    }

    private static Map<FamilyRef, Judgement> byFamily(List<FamilyJudgement> judgements) {
        return judgements.stream().collect(Collectors.toMap(FamilyJudgement::family, FamilyJudgement::judgement));
    }

    private static Marks marks(Review review, Map<FamilyRef, Judgement> judgements) {
        return new Marks(
                review.list().ref(),
                review.list().families().stream()
                        .map(family -> new Mark(
                                family,
                                MarkRelease.saysPriority(judgements.getOrDefault(family, Judgement.NOT_JUDGED))))
                        .toList());
    }
}
