package org.kinmark.cli;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kinmark.rules.Word;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// The fields of one JSON object and of the objects in it, read strictly: each once, each with a value of its type.
///
/// A field is named by its path, such as `person.age`. Each method that reads a value is called when the parser stands
/// on it; a wrong one is passed over whole, so that the next can be read. For one thread.
final class JsonFields {

    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,59}");

    private final JsonParser json;
    private final Consumer<String> mistakes;
    private final String place;
    private final Set<String> seen = new HashSet<>();
    private boolean faultless = true;

    /// @param mistakes takes a sentence about the token that is being read
    /// @param place what stands before each path, such as `[3].`
    JsonFields(JsonParser json, Consumer<String> mistakes, String place) {
        this.json = json;
        this.mistakes = mistakes;
        this.place = place;
    }

    /// Whether nothing wrong was found.
    boolean isFaultless() {
        return faultless;
    }

    /// Whether a field was there, right or wrong.
    boolean has(String path) {
        return seen.contains(path);
    }

    /// Reads an object, field by field.
    ///
    /// @param parent what stands before its fields' paths: empty, or such as `person.`
    /// @param field takes each field's path and reads its value
    /// @return whether there was an object
    boolean object(String parent, Consumer<String> field) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            wrong(parent.substring(0, parent.length() - 1), "must be an object");
            return false;
        }
        while (json.nextToken() != JsonToken.END_OBJECT) {
            var name = json.currentName();
            json.nextToken();
            if (!PLAIN_NAME.matcher(name).matches()) {
                // It may hold anything, a person's name or a terminal's control codes among it, and a dot would make
                // it look like a path.
                unknown(parent + "(a name that is no plain word)");
            } else if (seen.add(parent + name)) {
                field.accept(parent + name);
            } else {
                wrong(parent + name, "is given twice");
            }
        }
        return true;
    }

    /// Reads a word.
    <W extends Enum<W> & Word> Optional<W> word(String path, Class<W> of) {
        var word = json.currentToken() == JsonToken.VALUE_STRING ? find(json.getString(), of) : Optional.<W>empty();
        if (word.isEmpty()) {
            wrong(path, "must be one of " + choice(of));
        }
        return word;
    }

    /// Reads a list of words, in any order.
    <W extends Enum<W> & Word> void words(String path, Class<W> of, Set<W> into) {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            wrong(path, "must be a list of any of " + choice(of));
            return;
        }
        for (int index = 0; json.nextToken() != JsonToken.END_ARRAY; index++) {
            word(path + "[" + index + "]", of).ifPresent(into::add);
        }
    }

    /// Reads `true` or `false`.
    boolean flag(String path) {
        if (!json.currentToken().isBoolean()) {
            wrong(path, "must be true or false");
            return false;
        }
        return json.getBooleanValue();
    }

    /// Reads a whole number from 0 to a greatest one.
    OptionalInt wholeNumber(String path, int max) {
        boolean small = json.currentToken() == JsonToken.VALUE_NUMBER_INT
                && json.getNumberType() == JsonParser.NumberType.INT
                && json.getIntValue() >= 0
                && json.getIntValue() <= max;
        if (!small) {
            wrong(path, "must be a whole number from 0 to " + max);
            return OptionalInt.empty();
        }
        return OptionalInt.of(json.getIntValue());
    }

    /// Refuses a field that no request has.
    void unknown(String path) {
        wrong(path, "is not a field of a request");
    }

    /// Says that a field is wrong or missing, and passes over its value.
    void wrong(String path, String what) {
        faultless = false;
        mistakes.accept(place + path + " " + what);
        json.skipChildren();
    }

    private static <W extends Enum<W> & Word> Optional<W> find(String text, Class<W> of) {
        return Arrays.stream(of.getEnumConstants())
                .filter(word -> word.written().equals(text))
                .findFirst();
    }

    private static <W extends Enum<W> & Word> String choice(Class<W> of) {
        return Arrays.stream(of.getEnumConstants()).map(Word::written).collect(Collectors.joining(", "));
    }
}
