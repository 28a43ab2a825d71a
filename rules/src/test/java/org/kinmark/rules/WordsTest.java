package org.kinmark.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kinmark.rules.Decider.ATTORNEY_OR_DEPUTY;
import static org.kinmark.rules.Decider.PARENTAL_RESPONSIBILITY;
import static org.kinmark.rules.Decider.SELF;

import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kinmark.rules.Person.Capacity;
import org.kinmark.rules.Person.Competence;

class WordsTest {

    @Test
    void a_right_decider_goes_by_age_capacity_and_competence() {
        for (int age = 0; age <= Person.MAX_AGE; age++) {
            for (var competence : Competence.values()) {
                assertThat(rightDeciders(age, Capacity.HAS, competence))
                        .isEqualTo(
                                age >= 16 || competence == Competence.COMPETENT
                                        ? Set.of(SELF)
                                        : Set.of(PARENTAL_RESPONSIBILITY));
                assertThat(rightDeciders(age, Capacity.LACKS, competence))
                        .isEqualTo(whereCapacityLacks(age, competence));
            }
        }
    }

    @Test
    void a_request_about_one_person_needs_an_age() {
        var request = Requests.about(Purpose.SUPPORT, Recipient.FAMILY_TEAM);
        assertThatThrownBy(request::build).isInstanceOf(IllegalArgumentException.class);
        assertThat(request.person(Requests.ADULT).build().person().age()).hasValue(30);
    }

    @Test
    void an_age_is_from_0_to_130() {
        assertThatThrownBy(() -> Requests.aged(131, Capacity.HAS)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Requests.aged(-1, Capacity.HAS)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Requests.aged(130, Capacity.HAS).age()).hasValue(130);
    }

    @Test
    void nothing_about_a_person_is_printed() {
        var request = Requests.support().build();
        assertThat(request.toString() + request.person() + request.consent())
                .isEqualTo("SharingRequest[hidden]Person[hidden]Consent[hidden]");
    }

    @Test
    void the_rules_are_numbered_from_1_to_5() {
        assertThat(Rule.values()).extracting(Rule::number).containsExactly(1, 2, 3, 4, 5);
    }

    private static Set<Decider> whereCapacityLacks(int age, Competence competence) {
        if (age < 16) {
            return competence == Competence.COMPETENT ? Set.of(SELF) : Set.of(PARENTAL_RESPONSIBILITY);
        }
        return age < 18 ? Set.of(PARENTAL_RESPONSIBILITY, ATTORNEY_OR_DEPUTY) : Set.of(ATTORNEY_OR_DEPUTY);
    }

    private static Set<Decider> rightDeciders(int age, Capacity capacity, Competence competence) {
        var request = SharingRequest.of(Purpose.SUPPORT, Content.SUPPORT_INFORMATION, Recipient.FAMILY_TEAM)
                .person(new Person(OptionalInt.of(age), capacity, competence))
                .build();
        return Words.rightDeciders(request);
    }
}
