package org.kinmark.linkage;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Links two files of people without being told a single answer.
///
/// Source: Fellegi and Sunter (1969), "A Theory for Record Linkage", JASA 64(328), with a third kind of pair, relatives
/// of one household, and with the candidates of a record and of a family weighed against each other.
public final class Linker {

    /// How many matches there may be for each record of the smaller file: a few people are twice in the larger one.
    private static final double TWICE_THERE = 1.1;

    private final Settings settings;
    private final Workers workers;
    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private long stageBegan = System.nanoTime();

    private Linker(Settings settings, Workers workers) {
        this.settings = settings;
        this.workers = workers;
    }

    /// Estimates the parameters from the two files and finds for each left record the right record that is the same
    /// person. Two different valid NHS Numbers are never linked.
    public static Linkage link(Records left, Records right, Settings settings) {
        try (var workers = new Workers(settings.threads())) {
            return new Linker(settings, workers).link(left, right);
        }
    }

    /// What linking the two files would compare; nothing is compared.
    public static Plan plan(Records left, Records right, Settings settings) {
        try (var workers = new Workers(settings.threads())) {
            return new Linker(settings, workers).plan(left, right);
        }
    }

    private Plan plan(Records leftRecords, Records rightRecords) {
        var coded = code(leftRecords, rightRecords);
        var rules = new Blocking(coded.values, coded.leftParts, coded.rightParts, Parameters.starting(), workers)
                .plan(settings.progress());
        return new Plan(leftRecords.size(), rightRecords.size(), List.copyOf(rules));
    }

    /// Two files in the codes that they share.
    private record Coded(Values values, People left, People right, Parts leftParts, Parts rightParts) {}

    private Coded code(Records leftRecords, Records rightRecords) {
        var values = new Values();
        // The larger file's codes stay as they are.
        boolean isRightLarger = rightRecords.size() > leftRecords.size();
        var larger = People.first(isRightLarger ? rightRecords : leftRecords, values);
        var smaller = People.of(isRightLarger ? leftRecords : rightRecords, values);
        var left = isRightLarger ? smaller : larger;
        var right = isRightLarger ? larger : smaller;
        values.derive();
        return new Coded(
                values, left, right, Parts.of(values, left, true, workers), Parts.of(values, right, false, workers));
    }

    private Linkage link(Records leftRecords, Records rightRecords) {
        var coded = code(leftRecords, rightRecords);
        var left = coded.left;
        var right = coded.right;
        ended("code");
        var chance = new Chance(coded.values, left, right, workers);
        var parameters = settings.model()
                .map(Model::parameters)
                .orElseGet(() ->
                        begin(chance, new Comparer(coded.values, coded.leftParts, coded.rightParts), left, right));
        ended("chance");
        var compared = new Blocking(coded.values, coded.leftParts, coded.rightParts, parameters, workers)
                .compare(settings.progress());
        ended("compare");
        settings.progress().report("Estimating", -1);
        int iterations = 0;
        if (settings.model().isEmpty() && compared.compared().total() > 0) {
            var estimated =
                    estimation(compared.compared(), left, right, parameters).estimate();
            parameters = estimated.parameters();
            iterations = estimated.iterations();
        }
        ended("estimate");
        var estimatedParameters = parameters;
        Supplier<Scoring> scoring = () -> new Scoring(estimatedParameters, chance, left, right);
        var decision = decide(compared.pairs(), scoring, left, right);
        var best = decision.best();
        var probabilities = best.stream().mapToDouble(Link::probability).toArray();
        var cut = settings.cut().isPresent()
                ? Cut.at(settings.cut().getAsDouble(), probabilities)
                : Cut.best(probabilities);
        var evidence = new Evidence(
                coded.values,
                scoring.get(),
                chance,
                decision,
                left,
                right,
                coded.leftParts,
                coded.rightParts,
                cut.probability());
        ended("decide");
        return new Linkage(
                best,
                cut,
                Model.of(parameters),
                iterations,
                compared.compared().total(),
                Collections.unmodifiableMap(seconds),
                evidence);
    }

    /// Starting values, u from the files, and about half of the smaller file matched, with two relatives each.
    private static Parameters begin(Chance chance, Comparer comparer, People left, People right) {
        var parameters = Parameters.starting();
        chance.estimate(parameters, comparer);
        double all = Math.max(1, (double) left.size() * right.size());
        parameters.shareMatched = Math.max(1, Math.min(left.size(), right.size())) * 0.5 / all;
        parameters.shareRelated = 2 * parameters.shareMatched;
        return parameters;
    }

    private static Estimation estimation(Counts compared, People left, People right, Parameters start) {
        int[] patterns =
                Arrays.stream(compared.rising()).mapToInt(Math::toIntExact).toArray();
        long[] counts = Arrays.stream(patterns).mapToLong(compared::of).toArray();
        double total = (double) left.size() * right.size();
        double open = total * (1 - withNhsNumber(left) * withNhsNumber(right));
        double most = TWICE_THERE * Math.max(1, Math.min(left.size(), right.size()));
        return new Estimation(patterns, counts, total, open, most, start);
    }

    private static double withNhsNumber(People people) {
        int with = 0;
        for (int i = 0; i < people.size(); i++) {
            with += people.nhsNumber(i) >= 0 ? 1 : 0;
        }
        return (double) with / people.size();
    }

    private Decision decide(Pairs pairs, Supplier<Scoring> scoring, People left, People right) {
        settings.progress().report("Deciding", -1);
        var candidates = Candidates.of(pairs, scoring, left.size(), workers);
        var competition = new Competition(left, right, settings.assignment());
        double[] alone = competition.weigh(candidates, candidates.weight());
        int[] first = competition.assign(candidates, alone);
        var households = new Households(left, right);
        households.learn(candidates, alone, first);
        var coverage = Coverage.learn(left, alone, first, Households.SURE);
        double[] own = households.weigh(candidates, scoring.get());
        double[] weights = competition.weigh(candidates, own, coverage);
        return new Decision(candidates, households, coverage, own, weights, competition.assign(candidates, weights));
    }

    private void ended(String stage) {
        long now = System.nanoTime();
        seconds.put(stage, (now - stageBegan) / 1e9);
        stageBegan = now;
    }
}
