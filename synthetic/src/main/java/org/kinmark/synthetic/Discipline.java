package org.kinmark.synthetic;

/// What a service does. All but general practice are one service each, for the whole area.
enum Discipline {
    CAMHS("camhs", "NHS Child and Adolescent Mental Health Service", Ages.CHILDREN),
    AMHS("amhs", "NHS Adult Mental Health Service", Ages.ADULTS),
    DRUG_AND_ALCOHOL("amhs", "NHS Drug and Alcohol Recovery Service", Ages.ADULTS),
    COMMUNITY_HEALTH("community_health", "NHS Community Health Service", Ages.ALL),
    HEALTH_VISITING("health_visiting", "NHS Health Visiting Service", Ages.UNDER_SIX),
    ADULT_SOCIAL_CARE("adult_social_care", "Council Adult Social Care", Ages.ADULTS),
    GENERAL_PRACTICE("gp_practice", "", Ages.ALL);

    private final String kind;
    private final String title;
    private final Ages ages;

    Discipline(String kind, String title, Ages ages) {
        this.kind = kind;
        this.title = title;
        this.ages = ages;
    }

    /// The kind as `services.csv` writes it.
    String kind() {
        return kind;
    }

    /// The name of the area's only service of this discipline.
    String title() {
        return title;
    }

    Ages ages() {
        return ages;
    }

    /// Whether an episode here is kept as an open case, which an agreement may ask for.
    boolean keepsCaseload() {
        return switch (this) {
            case CAMHS, AMHS, DRUG_AND_ALCOHOL -> true;
            case COMMUNITY_HEALTH, HEALTH_VISITING, ADULT_SOCIAL_CARE, GENERAL_PRACTICE -> false;
        };
    }

    /// The share of people of its ages whom it holds for no reason that an agreement names.
    ///
    /// @param inFamily whether it is somebody in a programme family, whom services know better
    double background(int age, boolean inFamily) {
        return switch (this) {
            case GENERAL_PRACTICE -> 0;
            case CAMHS -> inFamily ? 0.015 : 0.01;
            case AMHS -> inFamily ? 0.012 : 0.008;
            case DRUG_AND_ALCOHOL -> inFamily ? 0.005 : 0.002;
            case COMMUNITY_HEALTH -> inFamily ? 0.2 : 0.1;
            case HEALTH_VISITING -> inFamily ? 0.85 : 0.93;
            case ADULT_SOCIAL_CARE -> age >= 65 ? 0.1 : inFamily ? 0.06 : 0.015;
        };
    }
}
