package org.kinmark.linkage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// Given names that are the same name in another form: short forms (Elizabeth, Liz, Beth) and other spellings
/// (Mohammed, Muhammad). A form may belong to several names: Alex is Alexander and Alexandra.
///
/// The list is `other-forms.txt`: one name a line with all its forms. It is knowledge about names, not about any data.
final class OtherForms {

    /// Of no name.
    private static final int[] NONE = {};
    private static final Map<String, int[]> GROUPS = read();

    private OtherForms() {}

    /// The numbers of the names of which this is a form.
    static int[] of(String name) {
        return GROUPS.getOrDefault(name, NONE);
    }

    /// Whether two different names can be forms of one name, by the numbers of each.
    static boolean share(int[] one, int[] another) {
        for (int group : one) {
            for (int other : another) {
                if (group == other) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Map<String, int[]> read() {
        var groups = new HashMap<String, int[]>();
        try (var in = Objects.requireNonNull(OtherForms.class.getResourceAsStream("other-forms.txt"));
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            int group = 0;
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.startsWith("#")) {
                    for (var name : line.split(" ")) {
                        groups.merge(name, new int[] {group}, OtherForms::joined);
                    }
                    group++;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(groups);
    }

    private static int[] joined(int[] first, int[] second) {
        int[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
