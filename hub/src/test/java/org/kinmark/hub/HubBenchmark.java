package org.kinmark.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Locale;
import org.kinmark.hub.page.Moments;
import org.kinmark.hub.release.Clockwork;
import org.kinmark.synthetic.InventedArea;
import org.kinmark.synthetic.Kind;
import org.kinmark.synthetic.Order;

/// Times the long work of a round: importing families, opening the round, and its release, over HTTP where
/// there is HTTP. Nothing is asserted: the figures are of this machine.
final class HubBenchmark {

    private HubBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        for (var families : arguments) {
            measure(Integer.parseInt(families));
        }
        System.exit(0);
    }

    private static void measure(int families) throws IOException {
        try (var hub = TestHub.start()) {
            var area = Area.setUp(hub);
            var agreement = area.agreementInForce(Area.terms().replace(":500", ":1000000"));
            var folder = Files.createTempDirectory("kinmark-benchmark");
            var order = new Order(families, 12, families * 10, 1, Kind.DEFAULT, Moments.dayOf(hub.now()));
            InventedArea.write(order, folder, (_, _) -> {});
            var file = Files.readString(folder.resolve("families.csv"));
            say(families, "people", file.lines().count() - 1);
            time(
                    families,
                    "import",
                    () -> Area.json(area.coordinator().send("POST", "/api/v1/families", "text/csv", file)));
            time(
                    families,
                    "look at the round before",
                    () -> Area.post(
                            area.coordinator(),
                            "/api/v1/rounds/preview",
                            "{\"agreement\":\"" + agreement + "\",\"criteria\":1}"));
            time(families, "open the round", () -> area.openRound(agreement));
            var tenth = new String[] {"Smith", "Jones", "Khan"};
            for (var service : Area.SERVICES) {
                if (!service.equals(Area.PRACTICE)) {
                    time(families, "upload and declare", () -> area.mark(service, tenth));
                }
            }
            hub.moveOn(Duration.ofDays(28));
            hub.part(Clockwork.class).whatIsDue();
            hub.moveOn(Duration.ofDays(1));
            time(families, "release", () -> hub.part(Clockwork.class).whatIsDue());
            time(families, "queue", () -> Area.json(area.coordinator().get("/api/v1/queue")));
        }
    }

    private static void time(int families, String what, Runnable act) {
        long began = System.nanoTime();
        act.run();
        System.out.printf(
                Locale.ROOT, "%,7d families  %-26s %8.2f s%n", families, what, (System.nanoTime() - began) / 1e9);
    }

    private static void say(int families, String what, long count) {
        System.out.printf(Locale.ROOT, "%,7d families  %-26s %,8d%n", families, what, count);
    }
}
