package org.kinmark.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.kinmark.linkage.Model;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Estimated parameters as a JSON file: what `--save-model` writes and `--model` reads.
final class ModelFile {

    /// JSON as our files have it: words joined by underscores, one thing a line.
    static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private ModelFile() {}

    /// Reads a model; empty where the file holds none that can be used.
    static Optional<Model> read(Path file) throws IOException {
        try {
            return Optional.ofNullable(JSON.readValue(Files.readAllBytes(file), Model.class))
                    .filter(Model::hasAllLevels);
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    /// Writes a value as JSON.
    static void write(Writer writer, Object value) throws IOException {
        writer.write(JSON.writeValueAsString(value));
        writer.write("\n");
    }
}
