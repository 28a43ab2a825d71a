package org.kinmark.hub;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/// What the team, or a service, sends to an operation of the API, of what it has learnt; by the operation's name. A new
/// operation that
/// wants a body needs a line here, or it is not fetched, and the test of two worlds says so.
final class TeamBodies {

    private TeamBodies() {}

    /// @param known ids by the names of their variables, and other texts by `said` and the name of their field
    static String of(String operation, Map<String, ? extends Set<String>> known, Random random) {
        var agreement = one(known, "agreement", TeamVisitor.NO_ID, random);
        var family = one(known, "said family", "F0", random);
        return switch (operation) {
            case "previewRound", "openRound" -> "{\"agreement\":\"" + agreement + "\",\"criteria\":1}";
            case "createAgreement", "draftAgreement", "changeAgreement" -> Area.terms();
            case "publishNotice" -> "{\"words\":\"We work together, and only ever ask for one bit.\"}";
            case "importFamilies" ->
                "family_id,person_id,nhs_number,given_name,family_name,birth_date,sex,postcode,gp_practice,shielded,"
                        + "criteria\nN1,N1a,,Nell,New,2001-02-03,female,SE15 1AA,A81001,no,worklessness\n";
            case "mergeEntries" ->
                "{\"family\":\"" + SharedWorld.DOUBLE + "\",\"person\":\"" + SharedWorld.DOUBLE + "a2\",\"into\":\""
                        + SharedWorld.DOUBLE + "a\"}";
            case "recordSecondSource" ->
                "{\"family\":\"" + SharedWorld.LATER + "\",\"person\":\"" + SharedWorld.LATER
                        + "z\",\"organisation\":\"A school\",\"on\":\"2040-10-20\"}";
            case "recordDeclining" -> "{\"family\":\"" + family + "\",\"declined_on\":\"2040-11-02\"}";
            // Of people whom no list ever has: whoever else objects is part of the worlds that are drawn.
            case "recordObjectionToTeam" -> objection(random.nextBoolean() ? "N1" : SharedWorld.ALONE, "self");
            case "withdrawObjectionToTeam" ->
                objection(
                        random.nextBoolean() ? "N1" : SharedWorld.ALONE,
                        random.nextInt(4) > 0 ? "self" : "attorney_or_deputy");
            case "askWaiver" ->
                "{\"agreement\":\"" + agreement + "\",\"criteria\":1,\"check\":\"members\",\"families\":[\""
                        + SharedWorld.ALONE + "\"],\"guardian\":\"" + one(known, "unit", TeamVisitor.NO_ID, random)
                        + "\",\"reason\":\"They asked us to\"}";
            case "askAsLastTime" -> "{\"family\":\"" + family + "\",\"as_last_time\":" + random.nextBoolean() + "}";
            case "declareRelation" -> "{\"family\":\"" + family + "\"}";
            case "addParty" -> "{\"unit\":\"spare\",\"why\":\"It could know them\"}";
            case "signAgreement" -> "";
            case "putJudgement" -> "{\"judgement\":\"" + (random.nextBoolean() ? "priority" : "not_judged") + "\"}";
            case "uploadMarks" -> marks(one(known, "list", TeamVisitor.NO_ID, random), known, random);
            case "recordObjection" ->
                "{\"by\":\"self\",\"given_name\":\"Dora\",\"family_name\":\"FamilyD\",\"birth_date\":\""
                        + SharedWorld.born(SharedWorld.DOUBLE, "1999-04-05") + "\"}";
            case "takeBackObjection", "withdrawObjection" -> "{\"by\":\"self\"}";
            default -> "{}";
        };
    }

    /// A file of marks of every family that a list was seen to have.
    private static String marks(String list, Map<String, ? extends Set<String>> known, Random random) {
        var families = known.get("families of " + list);
        return (families == null ? Set.of(TeamVisitor.NO_ID) : families)
                .stream()
                        .map(family -> list + "," + family + "," + random.nextInt(2) + "\n")
                        .collect(Collectors.joining("", "list_ref,family_ref,mark\n", ""));
    }

    /// What somebody of a family says, or takes back.
    static String objection(String family, String by) {
        return "{\"family\":\"" + family + "\",\"person\":\"" + family + "a\",\"by\":\"" + by + "\"}";
    }

    private static String one(Map<String, ? extends Set<String>> known, String name, String none, Random random) {
        var all = known.get(name);
        return all == null || all.isEmpty() ? none : List.copyOf(all).get(random.nextInt(all.size()));
    }
}
