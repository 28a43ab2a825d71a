/// Record linkage. Depends on nothing.
module org.kinmark.linkage {
    requires static transitive org.jspecify;

    exports org.kinmark.linkage;
    exports org.kinmark.linkage.page;
}
