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

    private static final Map<String, int[]> GROUPS = read();

    private OtherForms() {}

    /// Whether two different names can be forms of one name.
    static boolean share(String a, String b) {
        int[] ofA = GROUPS.get(a);
        int[] ofB = GROUPS.get(b);
        if (ofA == null || ofB == null) {
            return false;
        }
        for (int group : ofA) {
            for (int other : ofB) {
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
