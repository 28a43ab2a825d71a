package org.kinmark.hub;

/// Lives pairs of worlds outside the test suite, for commands that run it on a hub with something planted in it.
final class TwoWorldsCommand {

    private static final String BETWEEN_SERVICES = "--between-services";
    private static final int THEY_DIFFER = 10;

    private TwoWorldsCommand() {}

    /// Exits 0 where no pair differs, 10 where one does and with the difference as its last line, 1 where anything else
    /// went wrong.
    ///
    /// @param arguments `--between-services` to look as a service does, and not as the team
    public static void main(String[] arguments) {
        boolean areTheSame = arguments.length > 0 && arguments[0].equals(BETWEEN_SERVICES)
                ? areTheSame(
                        ServicesWorldsTest::start, () -> new ServicesWorldsTest().liveAll(), ServicesWorldsTest::stop)
                : areTheSame(TwoWorldsTest::start, () -> new TwoWorldsTest().liveAll(), TwoWorldsTest::stop);
        System.exit(areTheSame ? 0 : THEY_DIFFER);
    }

    private static boolean areTheSame(Runnable start, Runnable test, Runnable stop) {
        start.run();
        try {
            test.run();
            return true;
        } catch (WorldsDiffer difference) {
            System.out.println(difference.first());
            return false;
        } finally {
            stop.run();
        }
    }
}
