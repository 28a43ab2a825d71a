package org.kinmark.hub.audit;

import java.util.Locale;

/// Everything that is recorded. About judgements there are only the opening of a list, the saving of its whole
/// draft, and that a service declared or withdrew: never a family, a value or a count of marks.
public enum Act {
    SIGNED_IN("Signed in"),
    SIGN_IN_REFUSED("A sign-in was refused"),
    SIGN_IN_LOCKED("A sign-in name was locked"),
    STAFF_INVITED("A member of staff was invited"),
    INVITATION_ACCEPTED("An invitation was accepted"),
    ROLES_CHANGED("A member of staff's roles were changed"),
    REGISTRATION_RECORDED("A member of staff's registration was recorded"),
    MAIL_ADDRESS_CHANGED("A member of staff said where the hub writes to them"),
    STAFF_ENDED("A member of staff's time was ended"),
    CLIENT_CREATED("A client of the API was created"),
    CLIENT_ENDED("A client of the API was ended"),
    UNIT_CREATED("A unit was set up"),
    GUARDIAN_LENT("A Caldicott Guardian was lent"),
    NOTICE_PUBLISHED("The families' notice was published"),
    NOTICE_WITHDRAWN("The families' notice was withdrawn"),
    AGREEMENT_DRAFTED("An agreement was drafted"),
    AGREEMENT_CHANGED("A draft agreement was changed"),
    AGREEMENT_DISCARDED("A draft agreement was discarded"),
    AGREEMENT_SIGNED("An agreement was signed"),
    AGREEMENT_ENDED("An agreement was ended"),
    PARTY_ACCEDED("A party was added to an agreement"),
    FAMILIES_IMPORTED("Families were imported"),
    FAMILY_ADDED("A family was added"),
    FAMILY_CHANGED("A family was changed"),
    FAMILY_LEFT("A family left"),
    MEMBER_ADDED("A member was added to a family"),
    MEMBER_LEFT("A member left a family"),
    FAMILIES_SHOWN("Families were shown"),
    FAMILY_SHOWN("A family was shown"),
    ENTRIES_MERGED("Two entries of one person were merged"),
    PEOPLE_JOINED("Two entries in two families were found to be one person"),
    PEOPLE_TOLD_APART("Two entries in two families were found to be two people"),
    SECOND_SOURCE_RECORDED("A second source for a member was recorded"),
    DECLINING_RECORDED("That a family declined support was recorded"),
    OBJECTION_RECORDED("That somebody objected was recorded"),
    OBJECTION_TAKEN_BACK("That an objection was taken back was recorded"),
    OBJECTIONS_SHOWN("Objections were shown"),
    FORM_OBJECTIONS_SHOWN("Objections made on the public form were shown"),
    FORM_OBJECTION_ENDED("An objection made on the public form was ended"),
    LEFT_OFF("Somebody who objected was left off a list"),
    FAMILY_AS_LAST_TIME("A family is to be asked about as last time"),
    FAMILY_AS_NOW("A family is to be asked about as things are now"),
    RELATION_DECLARED("A relation to a family was declared"),
    RELATION_FOUND("An administrator recorded a relation to a family"),
    RELATION_ENDED("A relation to a family was ended"),
    RELATIONS_SHOWN("Relations to families were shown"),
    ROUND_PREVIEWED("A round was previewed"),
    ROUND_OPENED("A round was opened"),
    FAMILY_LISTED("A family was listed to the services asked"),
    FAMILY_NOT_ASKED("A family was kept off a round"),
    WAIVER_REQUESTED("A waiver was asked for"),
    WAIVER_DECIDED("A waiver was decided"),
    LIST_OPENED("A list was opened"),
    LIST_DOWNLOADED("A list was downloaded"),
    DRAFT_SAVED("The draft of a list was saved"),
    DECLARED("The judgements of a list were declared"),
    DECLARATION_WITHDRAWN("A declaration was withdrawn"),
    ROUND_EXTENDED("A round was extended to its second closing"),
    ROUND_VOID("A round was void"),
    ROUND_RELEASED("A round was released"),
    MARKS_ENDED("The marks of a round were deleted at its end"),
    RELEASED_SHOWN("What a round released was shown"),
    QUEUE_SHOWN("The queue was shown"),
    AUDIT_SHOWN("The audit was shown"),
    CLOCK_MOVED("The demonstration's clock was moved");

    private final String words;

    Act(String words) {
        this.words = words;
    }

    /// As a page says it.
    public String words() {
        return words;
    }

    /// As the database and the API write it.
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}
