package org.kinmark.hub.round;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kinmark.exchange.AsRules;
import org.kinmark.exchange.Criterion;
import org.kinmark.hub.agreement.Agreement;
import org.kinmark.hub.agreement.Agreements;
import org.kinmark.hub.database.Side;
import org.kinmark.hub.familylist.FamilyRows;
import org.kinmark.hub.familylist.KnownMember;
import org.kinmark.hub.page.Moments;
import org.kinmark.hub.staff.Unit;
import org.kinmark.rules.Content;
import org.kinmark.rules.Decision;
import org.kinmark.rules.Fact;
import org.kinmark.rules.Holder;
import org.kinmark.rules.Purpose;
import org.kinmark.rules.Recipient;
import org.kinmark.rules.Rules;
import org.kinmark.rules.SharingRequest;
import org.kinmark.rules.boundary.Earlier;
import org.kinmark.rules.boundary.Family;
import org.kinmark.rules.boundary.KeptOff;
import org.kinmark.rules.boundary.Mend;
import org.kinmark.rules.boundary.Selection;
import org.springframework.stereotype.Component;

/// Works out a round without doing anything: whom it would ask about what, and what the rules and the checks say.
/// The same whether it is looked at before or opened.
@Component
class ComposeRound {

    private final Agreements agreements;
    private final FamilyRows families;
    private final Questions questions;
    private final Shielded shielded;
    private final AskedParties parties;
    private final LastQuestions lastQuestions;

    ComposeRound(
            Agreements agreements,
            FamilyRows families,
            Questions questions,
            Shielded shielded,
            AskedParties parties,
            LastQuestions lastQuestions) {
        this.agreements = agreements;
        this.families = families;
        this.questions = questions;
        this.shielded = shielded;
        this.parties = parties;
        this.lastQuestions = lastQuestions;
    }

    /// Composes a round of all families, whoever looks at it, under the version of an agreement that is in
    /// force today; where there is none, under what the team has signed last, to say why nothing may go.
    ///
    /// @param side of the team, or the hand that sends lists out
    /// @return empty where the team has no such agreement
    Optional<Composed> compose(Side side, Unit team, NewRound round, Instant now) {
        return side.onAllFamilies(() -> compose(side, team, round, now, lastQuestions.chosen(side, team.id())));
    }

    private Optional<Composed> compose(Side side, Unit team, NewRound round, Instant now, LastTime lastTime) {
        return agreements
                .toAskUnder(side, team.id(), round.agreement(), Moments.dayOf(now))
                .map(agreement -> new Composing(side, team, agreement, now).compose(round, lastTime));
    }

    /// The families that a round keeps off because of what was asked before, and that it would ask about if they
    /// were asked about as last time: composed once more so, where there may be any.
    Set<UUID> repeatable(Side side, Unit team, NewRound round, Instant now, Composed composed) {
        var candidates = composed.byKey().values().stream()
                .filter(one -> !composed.isAsLastTime(one)
                        && composed.selection().families().get(one.key()) instanceof Selection.Outcome.NotAsked(var why)
                        && why.stream().anyMatch(reason -> reason.mends().contains(Mend.ASK_AS_LAST_TIME)))
                .map(Composed.Candidate::id)
                .toList();
        return side.onAllFamilies(() -> repeatable(side, team, round, now, composed, candidates));
    }

    private Set<UUID> repeatable(
            Side side, Unit team, NewRound round, Instant now, Composed composed, List<UUID> candidates) {
        var lastTime = lastQuestions.of(side, team.id(), candidates);
        if (lastTime.listed().isEmpty()) {
            return Set.of();
        }
        var all = new HashMap<>(lastTime.listed());
        all.putAll(composed.members().lastTime().listed());
        var again = compose(side, team, round, now, new LastTime(all)).orElseThrow();
        return again.selection().asked().keySet().stream()
                .map(key -> Objects.requireNonNull(again.byKey().get(key)).id())
                .filter(lastTime::isOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    private final class Composing {

        private final Side side;
        private final Unit team;
        private final Agreement agreement;
        private final Instant now;
        private final LocalDate asOf;
        private final List<String> refusals = new ArrayList<>();
        private final AskedParties.Asked asked;

        Composing(Side side, Unit team, Agreement agreement, Instant now) {
            this.side = side;
            this.team = team;
            this.agreement = agreement;
            this.now = now;
            this.asOf = Moments.dayOf(now);
            this.asked = parties.of(side, team, agreement, now);
        }

        Composed compose(NewRound round, LastTime lastTime) {
            refusals.addAll(asked.refusals());
            var familyNumbers = new Questions.Numbers();
            var people = new Questions.Numbers();
            var all = all();
            var members =
                    new ListedMembers(people, shielded.people(side, team.id(), all.values(), asOf), lastTime, asOf);
            var candidates = candidates(all, round.criteria(), familyNumbers);
            var declined = families.declined(side, team.id());
            var selection = Selection.of(new Selection.Plan(
                    candidates.values().stream()
                            .map(one -> new Family(
                                    one.key(),
                                    one.members().stream()
                                            .filter(members::mayBeListed)
                                            .map(members::of)
                                            .toList(),
                                    Optional.ofNullable(declined.get(one.id()))))
                            .toList(),
                    List.copyOf(asked.services().keySet()),
                    agreement.indicators().stream().map(AsRules::indicator).toList(),
                    agreement.limits(),
                    agreement.caps(),
                    asOf,
                    questions.earlier(
                            side,
                            team.id(),
                            Earlier.since(agreement.limits(), asOf),
                            asOf,
                            familyNumbers,
                            people,
                            families.samePeople(side, team.id())),
                    waivers(familyNumbers)));
            selection.refusals().forEach(why -> refusals.add(Words.of(why)));
            var decisions = new LinkedHashMap<Integer, Decision>();
            candidates
                    .values()
                    .forEach(one -> decisions.put(
                            one.key(), decide(one, selection.families().get(one.key()))));
            findWhetherItOutlives(round);
            return new Composed(
                    agreement,
                    asOf,
                    refusals,
                    asked.services(),
                    asked.notReady(),
                    candidates,
                    decisions,
                    selection,
                    members);
        }

        private Map<Integer, Set<org.kinmark.rules.boundary.Check>> waivers(Questions.Numbers numbers) {
            var waivers = new HashMap<Integer, Set<org.kinmark.rules.boundary.Check>>();
            questions
                    .waivers(side, team.id(), agreement.id(), agreement.version(), asOf)
                    .forEach((family, checks) -> waivers.put(numbers.of(family), checks));
            return waivers;
        }

        /// What is released after the agreement's last day is released under no agreement.
        private void findWhetherItOutlives(NewRound round) {
            var released = Moments.dayOf(
                    Objects.requireNonNull(RoundDates.dated(round, now).releasesAt()));
            if (released.isAfter(agreement.endsOn())) {
                refusals.add("The agreement’s last day is " + Moments.day(agreement.endsOn())
                        + ": give a release that is not after it, or agree on a new version");
            }
        }

        private Map<UUID, List<KnownMember>> all() {
            var byFamily = new LinkedHashMap<UUID, List<KnownMember>>();
            families.current(side, team.id())
                    .forEach(member -> byFamily.computeIfAbsent(member.family(), _ -> new ArrayList<>())
                            .add(member));
            return byFamily;
        }

        private static Map<Integer, Composed.Candidate> candidates(
                Map<UUID, List<KnownMember>> byFamily, int atLeast, Questions.Numbers numbers) {
            var candidates = new LinkedHashMap<Integer, Composed.Candidate>();
            byFamily.forEach((family, members) -> {
                var criteria = criteria(members);
                if (criteria.size() >= atLeast) {
                    int key = numbers.of(family);
                    candidates.put(
                            key,
                            new Composed.Candidate(
                                    key, family, members.getFirst().reference(), criteria, members));
                }
            });
            return candidates;
        }

        /// The list that goes to services is a sharing as any other. It goes to nobody but parties that have
        /// signed; a family beyond a cap would be more than was signed.
        private Decision decide(Composed.Candidate candidate, Selection.@Nullable Outcome outcome) {
            boolean isBeyondACap = outcome instanceof Selection.Outcome.NotAsked(var why)
                    && why.stream().anyMatch(KeptOff.OverTheCap.class::isInstance);
            var request = SharingRequest.of(Purpose.IDENTIFICATION, Content.FAMILY_LIST, Recipient.CARE_PROFESSIONAL)
                    .holder(Holder.FAMILY_TEAM);
            if (!isBeyondACap) {
                request = request.fact(Fact.WITHIN_AGREEMENT);
            }
            if (agreement.isCurrent(asOf) && !asked.services().isEmpty()) {
                request = request.fact(Fact.AGREEMENT_IN_FORCE);
            }
            if (asked.noticeIsOut()) {
                request = request.fact(Fact.NOTICE_IN_FORCE);
            }
            return Rules.decide(
                    (candidate.criteria().isEmpty() ? request : request.fact(Fact.MEETS_OTHER_CRITERION)).build());
        }
    }

    /// What a family is known for, whoever of it.
    static Set<Criterion> criteria(List<KnownMember> members) {
        var criteria = EnumSet.noneOf(Criterion.class);
        members.forEach(member ->
                member.criteria().forEach(word -> criteria.add(Criterion.valueOf(word.toUpperCase(Locale.ROOT)))));
        return criteria;
    }
}
