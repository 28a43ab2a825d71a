/// An invented area. Nobody in it exists.
module org.kinmark.synthetic {
    requires static transitive org.jspecify;
    requires org.kinmark.exchange;
    requires org.kinmark.linkage;

    exports org.kinmark.synthetic;
}
