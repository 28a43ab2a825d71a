package org.kinmark.hub.staff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kinmark.hub.page.Place;
import org.kinmark.hub.page.Viewer;
import org.kinmark.hub.page.WhoLooks;
import org.springframework.stereotype.Component;

/// The navigation of whoever is signed in: at most five places, those that their roles need.
@Component
class Navigation implements WhoLooks {

    private static final int MOST = 5;

    private final CurrentStaff current;

    Navigation(CurrentStaff current) {
        this.current = current;
    }

    @Override
    public Optional<Viewer> at(String path) {
        return current.signedIn()
                .map(who -> new Viewer(who.name(), who.unit().name(), programme(who), places(who, path)));
    }

    private static String programme(SignedIn who) {
        var programme = who.unit().programme();
        return programme == null ? "Kinmark" : programme;
    }

    private static List<Place> places(SignedIn who, String path) {
        var places = new ArrayList<Place>();
        add(places, path, "Home", "/");
        switch (who.unit().kind()) {
            case PARTNERSHIP -> {
                if (who.has(Role.ADMINISTRATOR)) {
                    add(places, path, "Units", "/units");
                }
            }
            case FAMILY_TEAM -> ofTheTeam(who, path, places);
            case HEALTH_BODY, GP_PRACTICE, CAMHS, AMHS, COMMUNITY_HEALTH, HEALTH_VISITING, ADULT_SOCIAL_CARE ->
                ofAService(who, path, places);
        }
        if (who.has(Role.INFORMATION_GOVERNANCE_LEAD)) {
            add(places, path, "Audit", "/audit");
        }
        if (who.has(Role.ADMINISTRATOR)) {
            add(places, path, "Staff", "/staff");
        }
        return places.subList(0, Math.min(MOST, places.size()));
    }

    private static void ofTheTeam(SignedIn who, String path, List<Place> places) {
        if (who.has(Role.COORDINATOR, Role.KEY_WORKER)) {
            add(places, path, "Queue", "/queue");
            add(places, path, "Families", "/families");
        }
        if (who.has(Role.COORDINATOR)) {
            add(places, path, "Rounds", "/rounds");
        }
        if (who.has(Role.COORDINATOR, Role.CALDICOTT_GUARDIAN, Role.SENIOR_MANAGER, Role.INFORMATION_GOVERNANCE_LEAD)) {
            add(places, path, "Agreements", "/agreements");
        }
    }

    private static void ofAService(SignedIn who, String path, List<Place> places) {
        if (who.has(Role.SERVICE_LEAD, Role.PROFESSIONAL)) {
            add(places, path, "Lists", "/lists");
        }
        if (who.has(Role.CALDICOTT_GUARDIAN)) {
            add(places, path, "Waivers", "/waivers");
        }
        if (who.has(
                Role.SERVICE_LEAD,
                Role.CALDICOTT_GUARDIAN,
                Role.SENIOR_MANAGER,
                Role.SENIOR_CLINICIAN,
                Role.INFORMATION_GOVERNANCE_LEAD)) {
            add(places, path, "Agreements", "/agreements");
        }
    }

    private static void add(List<Place> places, String path, String text, String href) {
        boolean here = href.equals("/") ? path.equals("/") : path.equals(href) || path.startsWith(href + "/");
        places.add(new Place(text, href, here));
    }
}
