package org.kinmark.rules;

import java.util.EnumSet;
import java.util.Set;

/// A wish to share something: all that [Rules] reads. Made by [#of], where what is not said is the safe value.
///
/// @param facts what is the case; what is left out is not
/// @param objection to this sharing
/// @param ground the exception relied on
/// @param approvals recorded approvals of this very request, by people of the holder's organisation (or of the health
///     body that the agreement names for practices without a Guardian of their own), neither the requester nor the
///     sharer
/// @param legalBasis for identifiable evaluation
public record SharingRequest(
        Purpose purpose,
        Content content,
        Holder holder,
        Recipient recipient,
        Set<Fact> facts,
        Person person,
        Consent consent,
        Objection objection,
        Ground ground,
        Set<Adviser> approvals,
        LegalBasis legalBasis) {

    public SharingRequest {
        facts = Set.copyOf(facts);
        approvals = Set.copyOf(approvals);
        if (content.isAboutOnePerson() && person.age().isEmpty()) {
            throw new IllegalArgumentException("what is about one person needs an age");
        }
    }

    /// Begins a request with the three things that have no safe value.
    public static Builder of(Purpose purpose, Content content, Recipient recipient) {
        return new Builder(purpose, content, recipient);
    }

    /// Whether something is the case.
    boolean is(Fact fact) {
        return facts.contains(fact);
    }

    /// Says nothing about the person.
    @Override
    public String toString() {
        return "SharingRequest[hidden]";
    }

    /// A request in the making. For one thread.
    public static final class Builder {

        private final Purpose purpose;
        private final Content content;
        private final Recipient recipient;
        private final Set<Fact> facts = EnumSet.noneOf(Fact.class);
        private final Set<Adviser> approvals = EnumSet.noneOf(Adviser.class);
        private Holder holder = Holder.HEALTH_SERVICE;
        private Person person = Person.NOT_STATED;
        private Consent consent = Consent.NOT_SOUGHT;
        private Objection objection = Objection.NONE;
        private Ground ground = Ground.NONE;
        private LegalBasis legalBasis = LegalBasis.NONE;

        private Builder(Purpose purpose, Content content, Recipient recipient) {
            this.purpose = purpose;
            this.content = content;
            this.recipient = recipient;
        }

        /// Says who would share; a health service where it is not said.
        public Builder holder(Holder who) {
            holder = who;
            return this;
        }

        /// Says that something is the case.
        public Builder fact(Fact fact) {
            facts.add(fact);
            return this;
        }

        /// Says whom it concerns.
        public Builder person(Person whom) {
            person = whom;
            return this;
        }

        /// Says how consent to share health information stands.
        public Builder consent(Consent standing) {
            consent = standing;
            return this;
        }

        /// Says who objected.
        public Builder objection(Objection whose) {
            objection = whose;
            return this;
        }

        /// Says which exception is relied on.
        public Builder ground(Ground exception) {
            ground = exception;
            return this;
        }

        /// Says that an adviser approved this very request.
        public Builder approval(Adviser by) {
            approvals.add(by);
            return this;
        }

        /// Says what identifiable evaluation rests on.
        public Builder legalBasis(LegalBasis basis) {
            legalBasis = basis;
            return this;
        }

        /// The finished request.
        ///
        /// @throws IllegalArgumentException where the content is about one person and no age was given
        public SharingRequest build() {
            return new SharingRequest(
                    purpose,
                    content,
                    holder,
                    recipient,
                    facts,
                    person,
                    consent,
                    objection,
                    ground,
                    approvals,
                    legalBasis);
        }
    }
}
