package org.kinmark.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `agreement.json`: what is looked for, in a form that both sides can read and check.
public final class AgreementFile {

    private static final int LARGEST = 4 << 20;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private AgreementFile() {}

    /// Reads an agreement, or every mistake in it.
    ///
    /// @throws UncheckedIOException where the machine fails while reading
    public static Reading<Agreement> read(Source source) {
        var mistakes = new Mistakes(source.name());
        var obstacle = source.obstacle();
        if (obstacle.isPresent()) {
            mistakes.add(obstacle.get());
            return mistakes.refused();
        }
        try {
            return read(source, mistakes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Writes an agreement, its indicators in their order.
    public static void write(Agreement agreement, Writer writer) throws IOException {
        var lines = new DefaultIndenter("  ", "\n");
        var printer = new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
        writer.write(JSON.writer().with(printer).writeValueAsString(AgreementTree.of(agreement)));
        writer.write('\n');
    }

    private static Reading<Agreement> read(Source source, Mistakes mistakes) throws IOException {
        FileKind kind;
        try (var bytes = source.open()) {
            kind = FileKind.of(bytes);
        }
        switch (kind) {
            case FileKind.NotText(var what) -> mistakes.add("this is " + what + "; an agreement is a JSON file");
            case FileKind.Empty() -> mistakes.add("the file is empty");
            case FileKind.Text text
            when !text.charset().equals(StandardCharsets.UTF_8) ->
                mistakes.add("this is not UTF-8; take the file as it was sent, unopened");
            case FileKind.Text text -> {
                return read(source, text.byteOrderMark() ? 3 : 0, mistakes);
            }
        }
        return mistakes.refused();
    }

    private static Reading<Agreement> read(Source source, int skipped, Mistakes mistakes) throws IOException {
        byte[] json;
        try (var bytes = source.open()) {
            bytes.skipNBytes(skipped);
            json = bytes.readNBytes(LARGEST + 1);
        }
        if (json.length > LARGEST) {
            mistakes.add("the file is larger than 4 MB; it is no agreement");
            return mistakes.refused();
        }
        try {
            return new AgreementTree(mistakes).read(parsed(json));
        } catch (JacksonException e) {
            // Its message quotes the file.
            var place = e.getLocation();
            mistakes.add(
                    place == null ? 0 : Math.max(0, place.getLineNr()),
                    "",
                    "this is not well-formed JSON, or a name is there twice");
            return mistakes.refused();
        }
    }

    private static JsonNode parsed(byte[] json) {
        return JSON.readTree(new String(json, StandardCharsets.UTF_8));
    }
}
