package org.kinmark.cli;

import java.util.Map;
import java.util.Set;
import org.kinmark.exchange.FamilyList;
import org.kinmark.exchange.ServiceEntry;
import org.kinmark.rules.boundary.Question;

/// A round as [ComposeRound] made it.
///
/// @param questions what was asked about each family on the lists, in the order of import
/// @param notAsked why each other family was kept off, in the order of import
/// @param lists what each service gets; a service that would get nobody is not asked
/// @param persons the team's id of the person behind each reference of a list, by the reference's text
/// @param families the team's id of the family behind each reference of a list, by the reference's text
record Round(
        Map<String, Question> questions,
        Map<String, String> notAsked,
        Map<ServiceEntry, FamilyList> lists,
        Map<String, String> persons,
        Map<String, String> families) {

    /// The families on the lists, in the order of import.
    Set<String> asked() {
        return questions.keySet();
    }
}
