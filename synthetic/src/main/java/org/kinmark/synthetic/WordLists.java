package org.kinmark.synthetic;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The word lists that come with the module: lines of `key: word word`, where `_` is a space inside a word.
record WordLists(Map<String, List<String>> lists) {

    static WordLists read(String resource) {
        var lists = new LinkedHashMap<String, List<String>>();
        for (var line : lines(resource)) {
            int colon = line.indexOf(':');
            var words = lists.computeIfAbsent(line.substring(0, colon), _ -> new ArrayList<>());
            for (var word : line.substring(colon + 1).strip().split(" +", -1)) {
                words.add(word.replace('_', ' '));
            }
        }
        return new WordLists(lists);
    }

    /// The lines of a resource, without comments and empty lines.
    static List<String> lines(String resource) {
        return text(resource)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    static String text(String resource) {
        var stream = Objects.requireNonNull(WordLists.class.getResourceAsStream(resource), resource);
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.readAllAsString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> list(String key) {
        return lists.getOrDefault(key, List.of());
    }

    /// The list's only word as a number, or 0 where there is no such list.
    int number(String key) {
        var words = list(key);
        return words.isEmpty() ? 0 : Integer.parseInt(words.getFirst());
    }
}
