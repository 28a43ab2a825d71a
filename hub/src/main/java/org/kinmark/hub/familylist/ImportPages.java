package org.kinmark.hub.familylist;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kinmark.hub.audit.Act;
import org.kinmark.hub.audit.Audit;
import org.kinmark.hub.audit.Entry;
import org.kinmark.hub.database.TeamSide;
import org.kinmark.hub.page.Mistake;
import org.kinmark.hub.page.NotFound;
import org.kinmark.hub.page.Pages;
import org.kinmark.hub.staff.AllowedTo;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// Step 2 in a browser: `families.csv` is sent, and a page says how far its import is and what came of it.
@Controller
class ImportPages {

    private static final int NEWEST = 10;
    private static final String TITLE = "Import families";

    private final Pages pages;
    private final TeamSide db;
    private final Imports imports;
    private final ImportInBackground background;
    private final Audit audit;

    ImportPages(Pages pages, TeamSide db, Imports imports, ImportInBackground background, Audit audit) {
        this.pages = pages;
        this.db = db;
        this.imports = imports;
        this.background = background;
        this.audit = audit;
    }

    @AllowedTo(team = Role.COORDINATOR)
    @GetMapping("/families/import")
    ModelAndView form(SignedIn who) {
        return pages.show("familylist/import", TITLE, model(who, List.of()));
    }

    private Map<String, Object> model(SignedIn who, List<Mistake> mistakes) {
        var before = db.act(who.unitId(), () -> imports.newest(db, who.unitId(), NEWEST));
        return Map.of("before", before, "mistakes", mistakes);
    }

    @AllowedTo(team = Role.COORDINATOR)
    @PostMapping("/families/import")
    ModelAndView begin(SignedIn who, @RequestParam MultipartFile file) throws IOException {
        if (file.isEmpty()) {
            return pages.again(
                    "familylist/import",
                    TITLE,
                    model(who, List.of(new Mistake("Select the families.csv that you want to import", "#file"))));
        }
        var id = background.begin(who.actor(Role.COORDINATOR), file.getBytes());
        return pages.goTo("/families/imports/" + id, null);
    }

    @AllowedTo(team = Role.COORDINATOR)
    @GetMapping("/families/imports/{id}")
    ModelAndView one(SignedIn who, @PathVariable UUID id) {
        var found = find(who, id);
        boolean underWay = found.state() == FamilyImport.State.RUNNING || background.isUnderWay(id);
        if (!underWay && found.state() == FamilyImport.State.TO_CONFIRM) {
            db.run(
                    who.unitId(),
                    () -> audit.record(db, who.actor(Role.COORDINATOR), Entry.of(Act.FAMILIES_SHOWN, null)));
        }
        return pages.show(
                "familylist/importing",
                TITLE,
                Map.of("one", found, "underWay", underWay, "stage", background.stage(id)));
    }

    private FamilyImport find(SignedIn who, UUID id) {
        return db.act(who.unitId(), () -> imports.find(db, who.unitId(), id)).orElseThrow(NotFound::new);
    }

    @AllowedTo(team = Role.COORDINATOR)
    @PostMapping("/families/imports/{id}/confirmation")
    ModelAndView confirm(SignedIn who, @PathVariable UUID id) {
        find(who, id);
        background.confirm(who.unitId(), id);
        return pages.goTo("/families/imports/" + id, null);
    }

    @AllowedTo(team = Role.COORDINATOR)
    @PostMapping("/families/imports/{id}/end")
    ModelAndView giveUp(SignedIn who, @PathVariable UUID id) {
        find(who, id);
        background.giveUp(who.unitId(), id);
        return pages.goTo("/families", "Nothing was imported.");
    }
}
