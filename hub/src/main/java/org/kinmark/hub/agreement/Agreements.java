package org.kinmark.hub.agreement;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.kinmark.hub.database.Side;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The tables of step 1: `shared.agreement`, `shared.party`, `shared.signature`. Each side sees its own.
@Repository
public class Agreements {

    private final JsonMapper json;

    Agreements(JsonMapper json) {
        this.json = json;
    }

    /// Every version of every agreement that the side's unit may see, newest first.
    public List<Agreement> all(Side side) {
        return side
                .sql("select unit, id, version from shared.agreement order by created_at desc, id, version desc")
                .query((row, _) -> new Object[] {
                    row.getObject("unit", UUID.class), row.getObject("id", UUID.class), row.getInt("version")
                })
                .list()
                .stream()
                .flatMap(key -> find(side, (UUID) key[0], (UUID) key[1], (int) key[2]).stream())
                .toList();
    }

    /// One version.
    public Optional<Agreement> find(Side side, UUID team, UUID id, int version) {
        return side.sql("""
                        select unit, id, version, title, starts_on, ends_on, terms, created_at, ended_at
                          from shared.agreement where unit = :unit and id = :id and version = :version
                        """)
                .param("unit", team)
                .param("id", id)
                .param("version", version)
                .query((row, _) -> read(side, row))
                .optional();
    }

    /// Every version of one agreement that the side's unit may see, the newest first.
    public List<Agreement> versions(Side side, UUID id) {
        return side.sql("select unit, version from shared.agreement where id = :id order by version desc")
                .param("id", id)
                .query((row, _) -> find(side, row.getObject("unit", UUID.class), id, row.getInt("version"))
                        .orElseThrow())
                .list();
    }

    /// The version under which the team may ask on a day: the newest of those that it and at least one party have
    /// signed, and that hold on that day. Where there is none, the newest that the team has signed.
    ///
    /// @return empty where the team has signed none
    public Optional<Agreement> toAskUnder(Side side, UUID team, UUID id, LocalDate day) {
        var signed =
                versions(side, id).stream().filter(one -> one.isSignedBy(team)).toList();
        return signed.stream()
                .filter(one -> one.isCurrent(day) && !one.partiesSigned().isEmpty())
                .findFirst()
                .or(() -> signed.stream().findFirst());
    }

    /// An indicator that was signed for keeps what it means: the checks on later rounds compare indicators by their
    /// ids.
    ///
    /// @return a mistake where one has another meaning than was signed for under its id
    List<String> changedMeanings(Side side, Terms terms) {
        var signed = new HashMap<String, Terms.AgreedIndicator>();
        all(side).stream()
                .filter(Agreement::isSigned)
                .flatMap(agreement -> agreement.terms().indicators().stream())
                .forEach(indicator -> signed.putIfAbsent(indicator.id(), indicator));
        boolean isChanged = terms.indicators().stream()
                .anyMatch(indicator -> !indicator.equals(signed.getOrDefault(indicator.id(), indicator)));
        return isChanged
                ? List.of("indicators: one that was signed for before has a new meaning under its old id;"
                        + " give it a new id")
                : List.of();
    }

    /// A digest of what somebody reads before they sign: whatever was changed since then gives another.
    String digest(Agreement agreement) {
        try {
            var content = json.writeValueAsBytes(agreement.agreed());
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Holds something until the transaction ends: an agreement while it is signed, changed or ended, and a team while
    /// it signs or opens a round.
    void hold(Side side, UUID what) {
        side.sql("select pg_advisory_xact_lock(hashtextextended(:what, 0))")
                .param("what", what.toString())
                .query((row, _) -> true)
                .single();
    }

    /// The newest version of an agreement that the side's unit may see.
    public Optional<Agreement> newest(Side side, UUID id) {
        return side.sql("select unit, version from shared.agreement where id = :id order by version desc limit 1")
                .param("id", id)
                .query((row, _) -> new Object[] {row.getObject("unit", UUID.class), row.getInt("version")})
                .optional()
                .flatMap(key -> find(side, (UUID) key[0], id, (int) key[1]));
    }

    private Agreement read(Side side, ResultSet row) throws SQLException {
        var team = row.getObject("unit", UUID.class);
        var id = row.getObject("id", UUID.class);
        int version = row.getInt("version");
        var ended = row.getTimestamp("ended_at");
        return new Agreement(
                team,
                id,
                version,
                row.getString("title"),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                json.readValue(row.getString("terms"), Terms.class),
                row.getTimestamp("created_at").toInstant(),
                ended == null ? null : ended.toInstant(),
                parties(side, team, id, version),
                signatures(side, team, id, version));
    }

    private static List<Agreement.Party> parties(Side side, UUID team, UUID id, int version) {
        return side.sql("""
                        select p.party, u.name, p.why, p.min_age, p.max_age, p.districts, p.acceded
                          from shared.party p join shared.unit u on u.id = p.party
                         where p.unit = :unit and p.agreement = :id and p.version = :version
                         order by u.name, u.id
                        """)
                .param("unit", team)
                .param("id", id)
                .param("version", version)
                .query((row, _) -> new Agreement.Party(
                        row.getObject("party", UUID.class),
                        row.getString("name"),
                        row.getString("why"),
                        row.getObject("min_age", Integer.class),
                        row.getObject("max_age", Integer.class),
                        Arrays.asList((String[]) row.getArray("districts").getArray()),
                        row.getBoolean("acceded")))
                .list();
    }

    private static List<Agreement.Signature> signatures(Side side, UUID team, UUID id, int version) {
        return side.sql("""
                        select s.signer, u.name, s.person_name, s.role, s.signed_at
                          from shared.signature s join shared.unit u on u.id = s.signer
                         where s.unit = :unit and s.agreement = :id and s.version = :version
                         order by s.signed_at, u.name
                        """)
                .param("unit", team)
                .param("id", id)
                .param("version", version)
                .query((row, _) -> new Agreement.Signature(
                        row.getObject("signer", UUID.class),
                        row.getString("name"),
                        row.getString("person_name"),
                        row.getString("role"),
                        row.getTimestamp("signed_at").toInstant()))
                .list();
    }

    void add(Side side, UUID team, UUID id, int version, Terms terms, Instant now) {
        side.sql("""
                        insert into shared.agreement (unit, id, version, title, starts_on, ends_on, terms, created_at)
                        values (:unit, :id, :version, :title, :starts, :ends, :terms::jsonb, :now)
                        """)
                .param("unit", team)
                .param("id", id)
                .param("version", version)
                .param("title", terms.title().strip())
                .param("starts", LocalDate.parse(terms.startsOn()))
                .param("ends", LocalDate.parse(terms.endsOn()))
                .param("terms", json.writeValueAsString(terms))
                .param("now", Timestamp.from(now))
                .update();
        terms.parties().forEach(party -> addParty(side, team, id, version, party, false));
    }

    void removeDraft(Side side, Agreement draft) {
        side.sql("delete from shared.party where unit = :unit and agreement = :id and version = :version")
                .param("unit", draft.team())
                .param("id", draft.id())
                .param("version", draft.version())
                .update();
        side.sql("delete from shared.agreement where unit = :unit and id = :id and version = :version")
                .param("unit", draft.team())
                .param("id", draft.id())
                .param("version", draft.version())
                .update();
    }

    /// Adds a party to a draft, in its terms too.
    void addToDraft(Side side, Agreement draft, Terms.AgreedParty party) {
        var terms = draft.terms()
                .with(Stream.concat(draft.terms().parties().stream(), Stream.of(party))
                        .toList());
        side.sql("""
                        update shared.agreement set terms = :terms::jsonb
                         where unit = :unit and id = :id and version = :version
                        """)
                .param("terms", json.writeValueAsString(terms))
                .param("unit", draft.team())
                .param("id", draft.id())
                .param("version", draft.version())
                .update();
        addParty(side, draft.team(), draft.id(), draft.version(), party, false);
    }

    void addParty(Side side, UUID team, UUID id, int version, Terms.AgreedParty party, boolean acceded) {
        side.sql("""
                        insert into shared.party (unit, agreement, version, party, why, min_age, max_age, districts, acceded)
                        values (:unit, :id, :version, :party, :why, :min, :max, :districts, :acceded)
                        """)
                .param("unit", team)
                .param("id", id)
                .param("version", version)
                .param("party", UUID.fromString(party.unit()))
                .param("why", party.why().strip())
                .param("min", party.minAge())
                .param("max", party.maxAge())
                .param(
                        "districts",
                        Objects.requireNonNullElse(party.districts(), List.<String>of())
                                .toArray(String[]::new))
                .param("acceded", acceded)
                .update();
    }

    void sign(Side side, Agreement agreement, UUID signer, UUID person, String name, String role, Instant now) {
        side.sql("""
                        insert into shared.signature (unit, agreement, version, signer, person, person_name, role, signed_at)
                        values (:unit, :id, :version, :signer, :person, :name, :role, :now)
                        on conflict do nothing
                        """)
                .param("unit", agreement.team())
                .param("id", agreement.id())
                .param("version", agreement.version())
                .param("signer", signer)
                .param("person", person)
                .param("name", name)
                .param("role", role)
                .param("now", Timestamp.from(now))
                .update();
    }

    void end(Side side, Agreement agreement, Instant now) {
        side.sql("""
                        update shared.agreement set ended_at = :now
                         where unit = :unit and id = :id and version = :version
                        """)
                .param("now", Timestamp.from(now))
                .param("unit", agreement.team())
                .param("id", agreement.id())
                .param("version", agreement.version())
                .update();
    }
}
