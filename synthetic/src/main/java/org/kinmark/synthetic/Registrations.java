package org.kinmark.synthetic;

/// Draws registrations: for four in five people the team knows a practice, and for four in five of these it is right.
///
/// Part of those who are not found moved away as whole families, so that relatives go missing together.
final class Registrations {

    private static final double ON_FILE = 0.8;
    private static final double AT_THE_FAMILYS = 0.88;
    private static final double ELSEWHERE_IN_AREA = 0.4;
    private static final double REGISTERED_THOUGH_NOT_ON_FILE = 0.08;

    private final long seed;
    private final int practices;
    private final boolean[] gone;
    private final double rightIfNotGone;

    Registrations(Order order, int families) {
        boolean hard = order.kind().has(Trait.MORE_ERRORS);
        double familiesGone = hard ? 0.14 : 0.09;
        double right = hard ? 0.695 : 0.812;
        this.seed = order.seed();
        this.practices = order.practices();
        this.gone = Dice.of(seed, Purpose.REGISTRATION, -2).choose((int) Math.round(familiesGone * families), families);
        this.rightIfNotGone = right / (1 - familiesGone);
    }

    Registration of(Person person, Family family) {
        var dice = Dice.of(seed, Purpose.REGISTRATION, person.number());
        int believed = dice.chance(AT_THE_FAMILYS) ? family.practice() : dice.below(practices);
        boolean onFile = dice.chance(ON_FILE);
        double right = rightIfNotGone + (onFile ? 0 : REGISTERED_THOUGH_NOT_ON_FILE);
        int practice =
                gone[family.index()] ? Patient.NO_PRACTICE : dice.chance(right) ? believed : elsewhere(believed, dice);
        return new Registration(practice, onFile ? believed : -1);
    }

    private int elsewhere(int believed, Dice dice) {
        int other = dice.below(practices);
        return dice.chance(ELSEWHERE_IN_AREA) && other != believed ? other : Patient.NO_PRACTICE;
    }
}
