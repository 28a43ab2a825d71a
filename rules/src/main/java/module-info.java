/// The five rules and the checks on a list. Depends on nothing.
module org.kinmark.rules {
    requires static transitive org.jspecify;

    exports org.kinmark.rules;
    exports org.kinmark.rules.attack;
    exports org.kinmark.rules.boundary;
}
