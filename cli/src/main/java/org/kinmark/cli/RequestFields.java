package org.kinmark.cli;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kinmark.rules.Adviser;
import org.kinmark.rules.Consent;
import org.kinmark.rules.Consent.Coverage;
import org.kinmark.rules.Content;
import org.kinmark.rules.Decider;
import org.kinmark.rules.Fact;
import org.kinmark.rules.Ground;
import org.kinmark.rules.Holder;
import org.kinmark.rules.LegalBasis;
import org.kinmark.rules.Objection;
import org.kinmark.rules.Person;
import org.kinmark.rules.Purpose;
import org.kinmark.rules.Recipient;
import org.kinmark.rules.SharingRequest;

/// The fields of one sharing request while they are read. One that is left out keeps its safe value. For one thread.
final class RequestFields {

    private static final Map<String, Fact> FACTS =
            Arrays.stream(Fact.values()).collect(Collectors.toUnmodifiableMap(Fact::written, Function.identity()));
    private static final Map<String, Coverage> COVERAGE = Arrays.stream(Coverage.values())
            .collect(Collectors.toUnmodifiableMap(part -> "consent." + part.written(), Function.identity()));

    private final JsonFields json;

    private @Nullable Purpose purpose;
    private @Nullable Content content;
    private @Nullable Recipient recipient;
    private Holder holder = Holder.HEALTH_SERVICE;
    private final Set<Fact> facts = EnumSet.noneOf(Fact.class);
    private boolean personUnreadable;
    private OptionalInt age = OptionalInt.empty();
    private Person.Capacity capacity = Person.Capacity.HAS;
    private Person.Competence competence = Person.Competence.NOT_ASSESSED;
    private Consent.State state = Consent.State.NOT_SOUGHT;
    private Optional<Decider> decidedBy = Optional.empty();
    private final Set<Coverage> covers = EnumSet.noneOf(Coverage.class);
    private Objection objection = Objection.NONE;
    private Ground ground = Ground.NONE;
    private final Set<Adviser> approvals = EnumSet.noneOf(Adviser.class);
    private LegalBasis legalBasis = LegalBasis.NONE;

    RequestFields(JsonFields json) {
        this.json = json;
    }

    /// Reads a request; the parser stands on its opening brace.
    ///
    /// @return empty where something is wrong with it
    Optional<SharingRequest> read() {
        json.object("", this::field);
        need("purpose", "is missing");
        need("content", "is missing");
        need("recipient", "is missing");
        if (content != null && content.isAboutOnePerson() && !personUnreadable) {
            need("person.age", "is missing, and the content is about one person");
        }
        return json.isFaultless() && purpose != null && content != null && recipient != null
                ? Optional.of(new SharingRequest(
                        purpose,
                        content,
                        holder,
                        recipient,
                        facts,
                        new Person(age, capacity, competence),
                        new Consent(state, decidedBy, covers),
                        objection,
                        ground,
                        approvals,
                        legalBasis))
                : Optional.empty();
    }

    private void need(String path, String what) {
        if (!json.has(path)) {
            json.wrong(path, what);
        }
    }

    private void field(String path) {
        switch (path) {
            case "purpose" -> purpose = json.word(path, Purpose.class).orElse(null);
            case "content" -> content = json.word(path, Content.class).orElse(null);
            case "holder" -> holder = json.word(path, Holder.class).orElse(holder);
            case "recipient" -> recipient = json.word(path, Recipient.class).orElse(null);
            case "person" -> personUnreadable = !json.object("person.", this::field);
            case "person.age" -> age = json.wholeNumber(path, Person.MAX_AGE);
            case "person.capacity" ->
                capacity = json.word(path, Person.Capacity.class).orElse(capacity);
            case "person.competence" ->
                competence = json.word(path, Person.Competence.class).orElse(competence);
            case "consent" -> json.object("consent.", this::field);
            case "consent.state" -> state = json.word(path, Consent.State.class).orElse(state);
            case "consent.decided_by" -> decidedBy = json.word(path, Decider.class);
            case "objection" -> objection = json.word(path, Objection.class).orElse(objection);
            case "ground" -> ground = json.word(path, Ground.class).orElse(ground);
            case "approvals" -> json.words(path, Adviser.class, approvals);
            case "legal_basis" -> legalBasis = json.word(path, LegalBasis.class).orElse(legalBasis);
            default -> trueOrFalse(path);
        }
    }

    private void trueOrFalse(String path) {
        var fact = FACTS.get(path);
        var part = COVERAGE.get(path);
        if (fact == null && part == null) {
            json.unknown(path);
        } else if (json.flag(path)) {
            if (fact != null) {
                facts.add(fact);
            }
            if (part != null) {
                covers.add(part);
            }
        }
    }
}
