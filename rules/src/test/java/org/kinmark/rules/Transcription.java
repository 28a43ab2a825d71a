package org.kinmark.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The tables a second time, as one flat list of lines over written words: what [Rules] is compared with.
///
/// It shares no code with the rules, so that a slip in either shows.
final class Transcription {

    private static final String ADVISERS = "caldicott_guardian senior_clinician senior_social_care_manager";
    private static final String CARE = "keep_person_informed remove_what_concerns_others share_only_what_is_relevant";
    private static final Set<String> PERSONAL =
            Set.of("relevant_health_information", "support_information", "health_record");

    /// A line: row, decision, rule, and what its four columns hold. X in the second column: an exception comes first.
    private record Line(String row, boolean exceptionFirst, Predicate<Flat> when, Function<Flat, String> then) {}

    private static final List<Line> LINES = List.of(
            line("A1", q -> q.content("anonymised_statistics"), "share 3 [] [apply_disclosure_control] []"),
            line(
                    "L1",
                    q -> q.content("family_list") && !q.flow("identification family_team care_professional"),
                    "withhold 1 [list_is_for_identification] [] []"),
            line(
                    "L2",
                    q -> q.content("family_list") && q.not("agreement_in_force"),
                    "withhold 5 [no_agreement_in_force] [] []"),
            line(
                    "L3",
                    q -> q.content("family_list") && q.not("within_agreement"),
                    "withhold 5 [outside_the_agreement] [] []"),
            line("L4", q -> q.content("family_list") && q.not("notice_in_force"), "withhold 1 [not_informed] [] []"),
            line(
                    "L5",
                    q -> q.content("family_list") && q.not("meets_other_criterion"),
                    "withhold 1 [no_other_criterion] [] []"),
            line(
                    "L6",
                    q -> q.content("family_list") && !q.objection.equals("none"),
                    "withhold 4 [person_objects] [explain_consequences] []"),
            line("L7", q -> q.content("family_list"), "share 1 [] [keep_person_informed] []"),
            line(
                    "M1",
                    q -> q.content("family_mark") && !q.flow("identification health_service family_team"),
                    "withhold 1 [mark_is_for_identification] [] []"),
            line(
                    "M2",
                    q -> q.content("family_mark") && q.not("agreement_in_force"),
                    "withhold 5 [no_agreement_in_force] [] []"),
            line(
                    "M3",
                    q -> q.content("family_mark") && q.not("within_agreement"),
                    "withhold 5 [outside_the_agreement] [] []"),
            line(
                    "M4",
                    q -> q.content("family_mark") && q.not("family_on_list"),
                    "withhold 1 [family_not_on_list] [] []"),
            line(
                    "M5",
                    q -> q.content("family_mark") && q.not("judged_by_professional"),
                    "withhold 1 [not_judged] [] []"),
            line(
                    "M6",
                    q -> q.content("family_mark") && !q.objection.equals("none"),
                    "withhold 4 [person_objects] [explain_consequences] []"),
            line("M7", q -> q.content("family_mark"), "share 1 [] [keep_person_informed] []"),
            line(
                    "N1",
                    q -> q.recipient.equals("evaluator") && !q.purpose("evaluation"),
                    "withhold 3 [not_for_an_evaluator] [] []"),
            line(
                    "V1",
                    q -> q.purpose("evaluation") && !q.recipient.equals("evaluator"),
                    "withhold 3 [not_an_evaluator] [] []"),
            line(
                    "V2",
                    q -> q.purpose("evaluation") && q.content("health_record"),
                    "withhold 3 [more_than_relevant] [] []"),
            x(
                    "V3",
                    q -> q.purpose("evaluation") && q.objects() && q.ground.equals("legal_requirement"),
                    q -> "withhold 4 [" + q.why() + "] [explain_consequences] []"),
            line(
                    "V3",
                    q -> q.purpose("evaluation") && q.objects(),
                    q -> "withhold 4 [" + q.why() + "] [explain_consequences] []"),
            line(
                    "V4",
                    q -> q.purpose("evaluation") && q.has("opted_out") && q.basis.equals("section_251"),
                    "withhold 4 [opted_out] [] []"),
            line(
                    "V5",
                    q -> q.purpose("evaluation") && q.missing().isEmpty(),
                    "share 3 [] [record_legal_basis remove_what_concerns_others share_only_what_is_relevant] []"),
            line(
                    "V6",
                    q -> q.purpose("evaluation"),
                    q -> "refer 3 [" + q.missing() + "] [] [caldicott_guardian senior_manager]"),
            line(
                    "I1",
                    q -> q.purpose("identification") && q.ground.equals("best_interests"),
                    "withhold 1 [only_the_mark_before_consent] [] []"),
            x("I1", q -> q.purpose("identification"), "withhold 1 [only_the_mark_before_consent] [] []"),
            x("P1", q -> q.care() && q.objects(), Flat::respected),
            line("P2", q -> q.care() && q.content("health_record"), "withhold 2 [more_than_relevant] [] []"),
            x("P3", q -> q.care() && q.lacks() && !q.given(), "refer 2 [lacks_capacity] [] [" + ADVISERS + "]"),
            line("P4", Flat::care, "share 2 [] [" + CARE + "] []"),
            x(
                    "T1",
                    q -> q.age < 16 && !q.competence.equals("competent") && q.objection.equals("self") && q.given(),
                    "refer 4 [child_objects] [] [" + ADVISERS + "]"),
            x("T2", Flat::objects, Flat::respected),
            line("T3", q -> q.content("health_record"), "withhold 2 [more_than_relevant] [] []"),
            x(
                    "T4",
                    q -> q.purpose("support") && q.recipient.equals("family_team") && q.not("family_working_with_team"),
                    "withhold 2 [not_yet_working_with_family] [] []"),
            x("T5", q -> q.state.equals("disputed"), "refer 2 [deciders_disagree] [] [" + ADVISERS + "]"),
            x("T6", q -> q.lacks() && !q.given(), "refer 2 [lacks_capacity] [] [" + ADVISERS + "]"),
            x("T7", q -> q.state.equals("not_sought"), "withhold 2 [consent_needed] [] []"),
            x("T7", q -> q.state.equals("expired"), "withhold 2 [consent_expired] [] []"),
            x(
                    "T8",
                    q -> q.age >= 12 && q.age <= 15 && q.competence.equals("not_assessed") && q.state.equals("given"),
                    "refer 2 [competence_not_assessed] [] [senior_clinician senior_social_care_manager]"),
            x(
                    "T9",
                    q -> q.state.equals("given")
                            && q.by.equals("council_as_parent")
                            && q.right("parental_responsibility"),
                    "refer 2 [council_consents_to_itself] [] [caldicott_guardian]"),
            x("T10", q -> !q.right(q.by), "withhold 2 [wrong_decider] [] []"),
            x("T11", q -> !q.uncovered().isEmpty(), q -> "withhold 2 [" + q.uncovered() + "] [] []"),
            line("T12", _ -> true, "share 2 [] [" + CARE + "] []"));

    private static final List<Line> EXCEPTIONS = List.of(
            line("X", q -> !q.read(), ""),
            line(
                    "X1",
                    q -> q.harm() && q.has("urgent"),
                    q -> "share 4 [] [" + q.telling("review_within_one_working_day") + "] []"),
            line(
                    "X2",
                    q -> !q.ground.equals("best_interests") && q.advised(),
                    q -> "share 4 [] [" + q.telling("") + "] []"),
            line("X3", q -> !q.ground.equals("best_interests"), "refer 4 [advice_needed] [] [" + ADVISERS + "]"),
            line(
                    "X4",
                    q -> q.lacks() && (q.right(q.objection) || (q.no() && q.right(q.by))),
                    "refer 2 [decider_refused] [] [" + ADVISERS + "]"),
            line(
                    "X5",
                    Flat::lacks,
                    "share 2 [] [keep_person_informed record_best_interests_decision remove_what_concerns_others share_only_what_is_relevant] []"),
            line("X", _ -> true, ""));

    private Transcription() {}

    /// The decision as text: row, decision, rule, reasons, duties, whom to.
    static String expected(SharingRequest request) {
        var q = new Flat(request);
        var line = first(LINES, q);
        var exception = line.exceptionFirst() ? first(EXCEPTIONS, q) : line;
        var fits = exception.row().equals("X") ? line : exception;
        return fits.row() + " " + fits.then().apply(q);
    }

    /// The same text for a decision of [Rules].
    static String text(Decision decision) {
        var kind = decision.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
        return decision.row() + " " + kind + " " + decision.rule().number() + " " + words(decision.reasons()) + " "
                + words(decision.duties()) + " " + words(decision.referTo());
    }

    private static String words(List<? extends Word> words) {
        return words.stream().map(Word::written).collect(Collectors.joining(" ", "[", "]"));
    }

    private static Line first(List<Line> lines, Flat q) {
        for (var line : lines) {
            if (line.when().test(q)) {
                return line;
            }
        }
        throw new AssertionError("the tables are total");
    }

    private static Line line(String row, Predicate<Flat> when, String then) {
        return new Line(row, false, when, _ -> then);
    }

    private static Line line(String row, Predicate<Flat> when, Function<Flat, String> then) {
        return new Line(row, false, when, then);
    }

    private static Line x(String row, Predicate<Flat> when, String then) {
        return new Line(row, true, when, _ -> then);
    }

    private static Line x(String row, Predicate<Flat> when, Function<Flat, String> then) {
        return new Line(row, true, when, then);
    }

    /// A request as the words that it would be written in.
    private static final class Flat {

        private final SharingRequest request;
        private final String purpose;
        private final String content;
        private final String holder;
        private final String recipient;
        private final int age;
        private final String competence;
        private final String state;
        private final String by;
        private final String objection;
        private final String ground;
        private final String basis;
        private final Set<String> facts;
        private final Set<String> approvals;

        Flat(SharingRequest r) {
            request = r;
            purpose = r.purpose().written();
            content = r.content().written();
            holder = r.holder().written();
            recipient = r.recipient().written();
            age = r.person().age().orElse(-1);
            competence = r.person().competence().written();
            state = r.consent().state().written();
            by = r.consent().decidedBy().map(Word::written).orElse("nobody");
            objection = r.objection().written();
            ground = r.ground().written();
            basis = r.legalBasis().written();
            facts = r.facts().stream().map(Word::written).collect(Collectors.toSet());
            approvals = r.approvals().stream().map(Word::written).collect(Collectors.toSet());
        }

        boolean content(String word) {
            return content.equals(word);
        }

        boolean purpose(String word) {
            return purpose.equals(word) && PERSONAL.contains(content);
        }

        boolean flow(String words) {
            return words.equals(purpose + " " + holder + " " + recipient);
        }

        boolean care() {
            return flow("direct_care health_service care_professional");
        }

        boolean has(String fact) {
            return facts.contains(fact);
        }

        boolean not(String fact) {
            return !facts.contains(fact);
        }

        boolean right(String who) {
            boolean capacity = request.person().capacity().written().equals("has");
            return switch (who) {
                case "self" -> age < 16 ? competence.equals("competent") : capacity;
                case "parental_responsibility" -> age < 16 ? !competence.equals("competent") : age < 18 && !capacity;
                case "attorney_or_deputy" -> age >= 16 && !capacity;
                default -> false;
            };
        }

        boolean counts(String who) {
            return who.equals("self") || right(who);
        }

        boolean no() {
            return state.equals("refused") || state.equals("withdrawn");
        }

        boolean objects() {
            return counts(objection) || (no() && counts(by));
        }

        boolean withdrew() {
            return state.equals("withdrawn") && counts(by);
        }

        String why() {
            return counts(objection) ? "person_objects" : "consent_" + state;
        }

        String respected() {
            var more = withdrew() ? " explain_support_may_be_affected stop_further_sharing" : "";
            return "withhold 4 [" + why() + "] [explain_consequences" + more + "] []";
        }

        boolean given() {
            return state.equals("given") && right(by);
        }

        boolean lacks() {
            return age >= 16 && request.person().capacity().written().equals("lacks");
        }

        boolean harm() {
            return ground.endsWith("_harm");
        }

        boolean read() {
            return !ground.equals("none")
                    && !content("health_record")
                    && (!withdrew() || harm() || ground.equals("legal_requirement"))
                    && (!recipient.equals("other") || ground.equals("legal_requirement"));
        }

        boolean advised() {
            return approvals.stream().anyMatch(who -> ADVISERS.contains(who));
        }

        String uncovered() {
            return Stream.of("content", "purpose", "recipient")
                    .filter(part -> request.consent().covers().stream()
                            .noneMatch(covered -> covered.written().endsWith(part)))
                    .map("consent_does_not_cover_"::concat)
                    .collect(Collectors.joining(" "));
        }

        String missing() {
            boolean consented = given() && uncovered().isEmpty();
            boolean approved = approvals.contains("caldicott_guardian") || approvals.contains("senior_manager");
            return sorted(
                    has("anonymised_insufficient") ? "" : "anonymised_should_suffice",
                    basis.equals("none") || (basis.equals("consent") && !consented) ? "legal_basis_needed" : "",
                    approved ? "" : "approval_needed");
        }

        String telling(String more) {
            return sorted(
                    more,
                    "remove_what_concerns_others",
                    "share_only_what_is_relevant",
                    has("telling_would_increase_risk") ? "record_why_person_not_told" : "tell_person_reasons",
                    harm() && recipient.equals("family_team") ? "refer_to_safeguarding" : "");
        }

        private static String sorted(String... words) {
            return Arrays.stream(words).filter(word -> !word.isEmpty()).sorted().collect(Collectors.joining(" "));
        }
    }
}
