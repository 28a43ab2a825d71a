/// What crosses between council and health, and nothing else.
module org.kinmark.exchange {
    requires static transitive org.jspecify;
    requires transitive org.kinmark.linkage;
    requires transitive org.kinmark.rules;
    requires de.siegmar.fastcsv;
    requires tools.jackson.databind;

    exports org.kinmark.exchange;
}
