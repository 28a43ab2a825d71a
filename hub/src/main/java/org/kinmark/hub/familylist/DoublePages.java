package org.kinmark.hub.familylist;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kinmark.hub.audit.Act;
import org.kinmark.hub.audit.Audit;
import org.kinmark.hub.audit.Entry;
import org.kinmark.hub.database.TeamSide;
import org.kinmark.hub.page.NotFound;
import org.kinmark.hub.page.Pages;
import org.kinmark.hub.staff.AllowedTo;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Who is probably entered twice, in one family or in two, for the coordinator to decide.
@Controller
class DoublePages {

    private static final int ON_A_PAGE = 100;

    private final Pages pages;
    private final TeamSide db;
    private final FamilyRows rows;
    private final DoubleRows entries;
    private final LikelyPeople likely;
    private final DecideLikely deciding;
    private final Audit audit;

    DoublePages(
            Pages pages,
            TeamSide db,
            FamilyRows rows,
            DoubleRows entries,
            LikelyPeople likely,
            DecideLikely deciding,
            Audit audit) {
        this.pages = pages;
        this.db = db;
        this.rows = rows;
        this.entries = entries;
        this.likely = likely;
        this.deciding = deciding;
        this.audit = audit;
    }

    @AllowedTo(team = Role.COORDINATOR)
    @GetMapping("/families/doubles")
    ModelAndView doubles(SignedIn who) {
        return db.act(who.unitId(), () -> {
            audit.record(db, who.actor(Role.COORDINATOR), Entry.of(Act.FAMILIES_SHOWN, null));
            var families = entries.withDoubles(db, who.unitId()).stream()
                    .limit(ON_A_PAGE)
                    .map(id -> rows.ofFamily(db, who.unitId(), id))
                    .toList();
            var pairs = likely.first(db, who.unitId(), ON_A_PAGE + 1);
            return pages.show(
                    "familylist/doubles",
                    "Probable double entries",
                    Map.of(
                            "families",
                            families,
                            "pairs",
                            List.copyOf(pairs.subList(0, Math.min(ON_A_PAGE, pairs.size()))),
                            "more",
                            pairs.size() > ON_A_PAGE));
        });
    }

    /// One of the pairs is decided, by the random keys of both.
    @AllowedTo(team = Role.COORDINATOR)
    @PostMapping("/families/doubles")
    ModelAndView decide(
            SignedIn who,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String other,
            @RequestParam(defaultValue = "") String decision) {
        boolean isOne = decision.equals("one");
        if (!isOne && !decision.equals("two")) {
            throw new NotFound();
        }
        boolean decided = deciding.decide(
                who, key(person).orElseThrow(NotFound::new), key(other).orElseThrow(NotFound::new), isOne);
        return pages.goTo(
                "/families/doubles",
                !decided
                        ? "Nothing was changed: this was decided already."
                        : isOne ? "They count as one person from now on." : "They count as two people.");
    }

    private static Optional<UUID> key(String written) {
        try {
            return Optional.of(UUID.fromString(written));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
