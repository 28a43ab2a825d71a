package org.kinmark.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The API describes itself, without a token: programs are written against the names in it.
class OpenApiTest {

    private static TestHub hub;
    private static JsonNode document;

    @BeforeAll
    static void start() {
        hub = TestHub.start();
        var answer = hub.api(null).get("/api/openapi.json");
        assertThat(answer.status()).isEqualTo(200);
        document = JsonMapper.shared().readTree(answer.bytes());
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @Test
    void every_operation_has_its_name() {
        var names = new ArrayList<String>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> names.add(
                                operation.getValue().get("operationId").asString())));
        assertThat(names)
                .doesNotHaveDuplicates()
                .containsAll(List.of(
                        "createAgreement",
                        "signAgreement",
                        "importFamilies",
                        "listDoubleEntries",
                        "mergeEntries",
                        "recordSecondSource",
                        "recordDeclining",
                        "previewRound",
                        "openRound",
                        "listMyLists",
                        "downloadList",
                        "downloadAgreement",
                        "putJudgement",
                        "uploadMarks",
                        "declareJudgement",
                        "getReleased",
                        "getQueue",
                        "listAudit"));
    }

    @Test
    void fields_are_named_as_they_are_sent() {
        var wrong = new ArrayList<String>();
        document.get("components").get("schemas").properties().forEach(schema -> {
            var properties = schema.getValue().get("properties");
            if (properties != null) {
                properties.properties().stream()
                        .filter(property -> !property.getKey().matches("[a-z][a-z0-9_]*"))
                        .forEach(property -> wrong.add(schema.getKey() + "." + property.getKey()));
            }
        });
        assertThat(wrong).isEmpty();
    }
}
