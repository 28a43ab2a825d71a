/// An invented area. Nobody in it exists.
module org.kinmark.synthetic {
    requires static transitive org.jspecify;
    requires transitive org.kinmark.linkage;
    requires de.siegmar.fastcsv;

    exports org.kinmark.synthetic;
}
