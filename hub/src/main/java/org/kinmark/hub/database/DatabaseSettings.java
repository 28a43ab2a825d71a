package org.kinmark.hub.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What whoever runs the hub says about the database.
///
/// @param data the folder of the hub's own files, and of the embedded database
/// @param databaseUrl an external server, with a user who may create roles; null or blank for the embedded one
/// @param demonstration whether everything in it is invented, and its clock moves by hand
@ConfigurationProperties("kinmark")
record DatabaseSettings(
        @DefaultValue("kinmark-data") Path data,
        @Nullable String databaseUrl,
        @DefaultValue("false") boolean demonstration) {

    @Override
    public String toString() {
        return "DatabaseSettings[hidden]";
    }
}
