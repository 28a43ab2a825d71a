package org.kinmark.hub.round;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.kinmark.exchange.Criterion;
import org.kinmark.hub.agreement.Agreement;
import org.kinmark.hub.familylist.KnownMember;
import org.kinmark.hub.staff.Unit;
import org.kinmark.rules.Decision;
import org.kinmark.rules.boundary.Selection;
import org.kinmark.rules.boundary.Service;

/// A round as it would go out.
///
/// @param refusals why it may not be opened, each in a sentence; none where it may
/// @param services those asked, with what each is to the checks
/// @param notReady parties that are not asked, with the reason
/// @param byKey the candidates, in the order of import
/// @param decisions what the rules say of each candidate's list as it was selected, by key
/// @param members what of each member selects them, and goes
record Composed(
        Agreement agreement,
        LocalDate asOf,
        List<String> refusals,
        Map<Service, Unit> services,
        Map<String, String> notReady,
        Map<Integer, Candidate> byKey,
        Map<Integer, Decision> decisions,
        Selection selection,
        ListedMembers members) {

    /// A family that meets as many criteria as the round asks for.
    record Candidate(int key, UUID id, String reference, Set<Criterion> criteria, List<KnownMember> members) {}

    /// Whether a service gets a person, as the checks were told.
    boolean isListed(Service service, KnownMember member) {
        return members.isListed(service, member);
    }

    /// The postcode with which a person is listed; empty where their address is protected.
    String postcode(KnownMember member) {
        return members.postcode(member);
    }

    /// The same round as somebody may look at it: without the families that are their own.
    Composed without(Set<UUID> own) {
        if (own.isEmpty()) {
            return this;
        }
        var seen = new LinkedHashMap<>(byKey);
        seen.values().removeIf(one -> own.contains(one.id()));
        var outcomes = new LinkedHashMap<>(selection.families());
        outcomes.keySet().retainAll(seen.keySet());
        return new Composed(
                agreement,
                asOf,
                refusals,
                services,
                notReady,
                seen,
                decisions,
                new Selection(selection.refusals(), outcomes),
                members);
    }

    /// Whether a candidate is asked about as last time.
    boolean isAsLastTime(Candidate candidate) {
        return members.lastTime().isOf(candidate.id());
    }
}
