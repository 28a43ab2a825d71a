package org.kinmark.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// What is read from bytes is what is read from texts.
class NormalTest {

    private static final int TEXTS = 20_000;
    private static final List<String> PARTS = List.of(
            "a",
            "Z",
            "m",
            "O",
            "0",
            "1",
            "I",
            "7",
            " ",
            "  ",
            "-",
            "'",
            "`",
            ".",
            ",",
            "/",
            "@",
            "[",
            "_",
            "\t",
            "é",
            "ß",
            "’",
            "Street",
            "road",
            "APARTMENT",
            "st",
            "SE15");

    private final SplittableRandom random = new SplittableRandom(11);

    private String text() {
        var text = new StringBuilder();
        for (int parts = random.nextInt(8); parts > 0; parts--) {
            text.append(PARTS.get(random.nextInt(PARTS.size())));
        }
        return text.toString();
    }

    private static String of(Normal normal) {
        return new String(normal.bytes, 0, normal.length, StandardCharsets.UTF_8);
    }

    @Test
    void texts_have_one_form_by_either_way() {
        var normal = new Normal();
        for (int k = 0; k < TEXTS; k++) {
            var text = text();
            byte[] typed = ("<" + text + ">").getBytes(StandardCharsets.UTF_8);
            int to = typed.length - 1;
            normal.name(typed, 1, to);
            assertThat(of(normal)).as("the name in <%s>", text).isEqualTo(Writing.name(text));
            normal.postcode(typed, 1, to);
            assertThat(of(normal)).as("the postcode in <%s>", text).isEqualTo(Writing.postcode(text));
            normal.address(typed, 1, to);
            assertThat(of(normal)).as("the address in <%s>", text).isEqualTo(Writing.address(text));
        }
    }

    @Test
    void dates_are_the_same_by_either_way() {
        for (int k = 0; k < TEXTS; k++) {
            var text = "%s%d-%02d-%02d"
                    .formatted(
                            random.nextInt(20) == 0 ? "x" : "",
                            1890 + random.nextInt(150),
                            random.nextInt(14),
                            random.nextInt(33));
            byte[] typed = ("<" + text + ">").getBytes(StandardCharsets.UTF_8);
            assertThat(WrittenDate.packed(typed, 1, typed.length - 1))
                    .as(text)
                    .isEqualTo(WrittenDate.parse(text).map(NormalTest::packed).orElse(0));
        }
    }

    private static int packed(LocalDate date) {
        return date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
    }
}
