package org.kinmark.hub.staff;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kinmark.exchange.ServiceEntry;
import org.kinmark.hub.audit.Act;
import org.kinmark.hub.audit.Actor;
import org.kinmark.hub.audit.Audit;
import org.kinmark.hub.audit.Entry;
import org.kinmark.hub.database.StaffSide;
import org.kinmark.rules.boundary.ServiceKind;
import org.springframework.stereotype.Component;

/// Sets units up: the family team of a council, a health body, the services that can be asked.
@Component
public class SetUpUnits {

    private final StaffSide db;
    private final Units units;
    private final Audit audit;

    SetUpUnits(StaffSide db, Units units, Audit audit) {
        this.db = db;
        this.units = units;
        this.audit = audit;
    }

    /// A unit to be.
    ///
    /// @param body the legal body's name; units of one body share it
    /// @param programme a family team's own name for its programme; null for other units
    public record NewUnit(
            String body,
            String name,
            UnitKind kind,
            @Nullable String code,
            @Nullable String odsCode,
            @Nullable Integer minAge,
            @Nullable Integer maxAge,
            @Nullable String programme) {}

    /// Sets one unit up.
    ///
    /// @return empty where a unit has its code or its name already
    public Optional<UUID> create(Actor by, NewUnit unit) {
        return db.actForAll(() -> add(by, unit));
    }

    /// Sets up all units of `services.csv` that are not there yet; those of a council belong to the one given.
    ///
    /// @return how many were set up
    public int createAll(Actor by, List<ServiceEntry> services, String council) {
        return db.actForAll(() -> {
            var added = new ArrayList<UUID>();
            for (var each : services) {
                boolean ofTheCouncil = each.kind() == ServiceKind.ADULT_SOCIAL_CARE;
                add(
                                by,
                                new NewUnit(
                                        ofTheCouncil ? council : each.name(),
                                        each.name(),
                                        UnitKind.of(each.kind().name()),
                                        each.id(),
                                        each.odsCode().isEmpty() ? null : each.odsCode(),
                                        each.minAge(),
                                        each.maxAge(),
                                        null))
                        .ifPresent(added::add);
            }
            return added.size();
        });
    }

    private Optional<UUID> add(Actor by, NewUnit unit) {
        var all = units.all(db);
        if (all.stream()
                .anyMatch(other -> isTheSame(other.name(), unit.name())
                        || (unit.code() != null && unit.code().equals(other.code())))) {
            return Optional.empty();
        }
        var body = all.stream()
                .filter(other -> isTheSame(other.bodyName(), unit.body()))
                .map(Unit::body)
                .findFirst()
                .orElseGet(() -> addBody(unit));
        var id = db.newId();
        db.sql("""
                        insert into shared.unit (id, body, name, kind, handle, code, ods_code, min_age, max_age, programme)
                        values (:id, :body, :name, :kind, :handle, :code, :ods, :min, :max, :programme)
                        """)
                .param("id", id)
                .param("body", body)
                .param("name", plain(unit.name()))
                .param("kind", unit.kind().written())
                .param("handle", handle(unit.name(), all))
                .param("code", unit.code())
                .param("ods", unit.odsCode())
                .param("min", unit.minAge())
                .param("max", unit.maxAge())
                .param("programme", unit.programme())
                .update();
        audit.record(db, by, Entry.of(Act.UNIT_CREATED, id));
        return Optional.of(id);
    }

    /// Whether two names are one to whoever reads them. A second body by a slip of the keyboard would make a
    /// council's own unit count as another's.
    static boolean isTheSame(String name, String other) {
        return plain(name).equalsIgnoreCase(plain(other));
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("[\\p{Cf}\\p{Cc}&&[^\\s]]", "")
                .replaceAll("[\\s\\p{Z}]+", " ")
                .strip();
    }

    private UUID addBody(NewUnit unit) {
        var id = db.newId();
        var kind = switch (unit.kind()) {
            case PARTNERSHIP -> "partnership";
            case FAMILY_TEAM, ADULT_SOCIAL_CARE -> "council";
            case HEALTH_BODY, GP_PRACTICE, CAMHS, AMHS, COMMUNITY_HEALTH, HEALTH_VISITING -> "health";
        };
        db.sql("insert into shared.body (id, name, kind) values (:id, :name, :kind)")
                .param("id", id)
                .param("name", plain(unit.body()))
                .param("kind", kind)
                .update();
        return id;
    }

    private static String handle(String name, List<Unit> others) {
        var plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        var base = plain.isEmpty() ? "unit" : plain.substring(0, Math.min(50, plain.length()));
        var handle = base;
        for (int number = 2; isTaken(handle, others); number++) {
            handle = base + "-" + number;
        }
        return handle;
    }

    private static boolean isTaken(String handle, List<Unit> others) {
        return others.stream().anyMatch(other -> other.handle().equals(handle));
    }
}
