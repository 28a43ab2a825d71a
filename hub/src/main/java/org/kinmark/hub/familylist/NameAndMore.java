package org.kinmark.hub.familylist;

import java.util.ArrayList;
import java.util.List;
import org.kinmark.exchange.FamilyMember;
import org.kinmark.exchange.Identity;

/// Names and birth date with something else that two strangers of that name hardly share.
///
/// @param what a family, a postcode or a practice
record NameAndMore(NameAndBirth name, String what) {

    static List<NameAndMore> of(FamilyMember row) {
        return of(row.identity(), row.familyId(), row.gpPractice());
    }

    static List<NameAndMore> of(StoredMember one) {
        return of(one.identity(), one.reference(), one.gpPractice());
    }

    private static List<NameAndMore> of(Identity identity, String family, String practice) {
        var name = NameAndBirth.of(identity);
        if (name == null) {
            return List.of();
        }
        var more = new ArrayList<NameAndMore>();
        more.add(new NameAndMore(name, "family " + family));
        var postcode = SamePerson.written(identity.postcode());
        if (!postcode.isEmpty()) {
            more.add(new NameAndMore(name, "postcode " + postcode));
        }
        if (!practice.isBlank()) {
            more.add(new NameAndMore(name, "practice " + practice.strip()));
        }
        return more;
    }

    @Override
    public String toString() {
        return "NameAndMore[hidden]";
    }
}
