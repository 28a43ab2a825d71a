/// What runs at a health service. Opens no socket and starts no process.
module org.kinmark.marker {
    requires static transitive org.jspecify;
    requires transitive org.kinmark.exchange;
    requires org.kinmark.linkage;
    requires org.kinmark.rules;

    exports org.kinmark.marker;
}
