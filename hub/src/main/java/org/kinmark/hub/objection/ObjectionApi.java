package org.kinmark.hub.objection;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kinmark.hub.database.HealthSide;
import org.kinmark.hub.once.ApiAnswers;
import org.kinmark.hub.page.Mistake;
import org.kinmark.hub.page.Moments;
import org.kinmark.hub.page.NotFound;
import org.kinmark.hub.page.Problem;
import org.kinmark.hub.staff.AllowedTo;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Objections that were made at a health service, by API.
@RestController
class ObjectionApi {

    private final HealthSide db;
    private final ShowObjections showing;
    private final ObjectAtHealth objecting;
    private final ApiAnswers answers;
    private final InstantSource clock;

    ObjectionApi(
            HealthSide db, ShowObjections showing, ObjectAtHealth objecting, ApiAnswers answers, InstantSource clock) {
        this.db = db;
        this.showing = showing;
        this.objecting = objecting;
        this.answers = answers;
        this.clock = clock;
    }

    /// What somebody says who objects.
    ///
    /// @param by `self`, `parental_responsibility` or `attorney_or_deputy`
    /// @param postcode empty or null where it is not known, and so the next
    record ObjectionBody(
            @Nullable String by,
            @Nullable String givenName,
            @Nullable String familyName,
            @Nullable LocalDate birthDate,
            @Nullable String postcode,
            @Nullable String nhsNumber) {

        private Map<String, String> form() {
            var form = new HashMap<String, String>();
            form.put("by", Objects.requireNonNullElse(by, ""));
            form.put("given-name", Objects.requireNonNullElse(givenName, ""));
            form.put("family-name", Objects.requireNonNullElse(familyName, ""));
            form.put("postcode", Objects.requireNonNullElse(postcode, ""));
            form.put("nhs-number", Objects.requireNonNullElse(nhsNumber, ""));
            if (birthDate != null) {
                form.put("born-year", Integer.toString(birthDate.getYear()));
                form.put("born-month", Integer.toString(birthDate.getMonthValue()));
                form.put("born-day", Integer.toString(birthDate.getDayOfMonth()));
            }
            return form;
        }

        @Override
        public String toString() {
            return "ObjectionBody[hidden]";
        }
    }

    @Operation(
            operationId = "recordObjection",
            summary =
                    "Write down that somebody objected at this service: they are left off every list of every service")
    @AllowedTo(health = {Role.SERVICE_LEAD, Role.PROFESSIONAL})
    @PostMapping("/api/v1/objections")
    ResponseEntity<String> object(SignedIn who, @RequestBody ObjectionBody said) {
        return answers.answer(db, who.unitId(), who.person(), HttpStatus.OK, said, () -> switch (ReadTold.of(
                said.form(), Moments.dayOf(clock.instant()))) {
            case ReadTold.Read(var told) -> Map.of("objection", objecting.object(who, told));
            case ReadTold.Mistaken(var mistakes) ->
                throw new Problem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "Nothing was written down.",
                        mistakes.stream().map(Mistake::text).toList());
        });
    }

    /// An objection as the service that was told sees it.
    ///
    /// @param takenBackAt null while it stands
    record ObjectionAnswer(
            UUID objection,
            String by,
            String givenName,
            String familyName,
            LocalDate birthDate,
            Instant recordedAt,
            @Nullable Instant takenBackAt) {

        static ObjectionAnswer of(Recorded one) {
            return new ObjectionAnswer(
                    one.id(),
                    one.by(),
                    one.givenName(),
                    one.familyName(),
                    one.birthDate(),
                    one.recordedAt(),
                    one.endedAt());
        }

        @Override
        public String toString() {
            return "ObjectionAnswer[hidden]";
        }
    }

    @Operation(
            operationId = "listObjections",
            summary = "What was written down at this service, newest first, 200 a page")
    @AllowedTo(health = {Role.SERVICE_LEAD, Role.PROFESSIONAL})
    @GetMapping("/api/v1/objections")
    List<ObjectionAnswer> all(SignedIn who, @RequestParam(defaultValue = "1") int page) {
        return showing.all(who, page).stream().map(ObjectionAnswer::of).toList();
    }

    /// Who takes it back.
    ///
    /// @param by as when it was written down
    record TakingBack(@Nullable String by) {}

    @Operation(
            operationId = "withdrawObjection",
            summary = "Write down that who objected at this service took it back, for lists to come")
    @AllowedTo(health = Role.PROFESSIONAL)
    @PostMapping("/api/v1/objections/{objection}/taking-back")
    ResponseEntity<String> takeBack(SignedIn who, @PathVariable UUID objection, @RequestBody TakingBack said) {
        return answers.answer(db, who.unitId(), who.person(), HttpStatus.OK, said, () -> {
            if (showing.one(who, objection).isEmpty()) {
                throw new NotFound();
            }
            var by = WhoSaysIt.of(Objects.requireNonNullElse(said.by(), ""));
            if (by.filter(one -> objecting.takeBack(who, objection, one)).isEmpty()) {
                throw new Problem(
                        HttpStatus.UNPROCESSABLE_CONTENT, "Send in `by` who objected: nobody else takes it back.");
            }
            return Map.of("objection", objection);
        });
    }
}
