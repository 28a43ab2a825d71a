package org.kinmark.hub;

import java.sql.SQLException;
import org.kinmark.hub.database.TestDatabase;
import org.kinmark.hub.release.Clockwork;

/// What the tests of a class begin with: a hub on a database of its own with the small area set up, and ways to
/// look into both.
final class TestArea implements AutoCloseable {

    private final String url;
    private final TestHub hub;
    private final Area area;

    private TestArea(String url, TestHub hub, Area area) {
        this.url = url;
        this.hub = hub;
        this.area = area;
    }

    static TestArea start() {
        var url = TestDatabase.url();
        var hub = TestHub.start(url);
        return new TestArea(url, hub, Area.setUp(hub));
    }

    /// Where the database is.
    String url() {
        return url;
    }

    TestHub hub() {
        return hub;
    }

    Area area() {
        return area;
    }

    /// What there is now, to go back to.
    Snapshot snapshot(String name) {
        return Snapshot.take(url, name);
    }

    /// The first page of somebody who just signed in.
    TestHub.Page home(String unit, String role) {
        var who = area.credential(unit, role);
        return hub.browser()
                .get("/sign-in")
                .submit(form -> form.set("name", who.username()).set("password", who.password()));
    }

    /// Their browser.
    TestHub.Browser signedIn(String unit, String role) {
        return home(unit, role).browser();
    }

    /// Moves the clock on, and has done what is due then.
    void moveOn(java.time.Duration by) {
        hub.moveOn(by);
        hub.part(Clockwork.class).whatIsDue();
    }

    /// The one value that a query finds, as its administrator sees it; `null` where it is none.
    String text(String query) {
        try (var connection = TestDatabase.asAdministrator(url);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long count(String query) {
        return Long.parseLong(text(query));
    }

    /// Changes the database behind the hub's back.
    void change(String statement) {
        try (var connection = TestDatabase.asAdministrator(url);
                var there = connection.createStatement()) {
            there.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        hub.close();
    }
}
