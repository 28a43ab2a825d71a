package org.kinmark.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JaroWinklerTest {

    /// Winkler's own examples, to a place more than they were published with.
    ///
    /// Source: Winkler (1994), "Advanced Methods for Record Linkage", table 2.1; hardin and itman, which
    /// are 0 there, from Porter and Winkler (1997), "Approximate String Comparison and its Effect on an
    /// Advanced Record Linkage System"; dixon from Winkler (1990).
    @ParameterizedTest
    @CsvSource({
        "martha, marhta, 0.9611",
        "dixon, dicksonx, 0.8133",
        "dwayne, duane, 0.8400",
        "shackleford, shackelford, 0.9818",
        "dunningham, cunnigham, 0.8963",
        "nichleson, nichulson, 0.9556",
        "jones, johnson, 0.8324",
        "massey, massie, 0.9333",
        "abroms, abrams, 0.9222",
        "hardin, martinez, 0.7222",
        "itman, smith, 0.4667",
        "michelle, michael, 0.9214",
        "julies, julius, 0.9333",
        "tanya, tonya, 0.8800",
        "sean, susan, 0.8050",
        "jon, john, 0.9333",
        "jeraldine, geraldine, 0.9259"
    })
    void gives_the_published_values(String a, String b, double expected) {
        assertThat(JaroWinkler.similarity(a, b)).isCloseTo(expected, within(0.0001));
    }

    @Test
    void is_symmetric_and_between_0_and_1() {
        var random = new SplittableRandom(7);
        for (int k = 0; k < 20_000; k++) {
            var a = word(random);
            var b = word(random);
            double similarity = JaroWinkler.similarity(a, b);
            assertThat(similarity).isBetween(0.0, 1.0).isEqualTo(JaroWinkler.similarity(b, a));
            assertThat(similarity == 1).isEqualTo(a.equals(b));
        }
    }

    private static String word(SplittableRandom random) {
        var word = new StringBuilder();
        for (int length = random.nextInt(8); length > 0; length--) {
            word.append((char) ('a' + random.nextInt(4)));
        }
        return word.toString();
    }
}
