package org.kinmark.marker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kinmark.exchange.Mistake;
import org.kinmark.exchange.Reading;

/// A professional says of links, once and for all, whether they are right. Only a link that the software
/// found can be spoken of: a word raises or drops it and never makes one, so that no word links two NHS
/// Numbers, or a patient to two rows of a family.
final class TakeWords {

    private final String file;
    private final Professional professional;
    private final List<Mistake> mistakes = new ArrayList<>();
    private final Map<String, Sameness> heard = new HashMap<>();

    /// @param file as the user named it
    TakeWords(String file, Professional professional) {
        this.file = file;
        this.professional = professional;
    }

    /// What is remembered from now on.
    ///
    /// @param shown every link that the review shows
    Reading<Remembered> take(List<SamePersonFile.Said> said, Remembered before, List<Candidate> shown) {
        var after = before;
        for (var each : said) {
            var found = shown.stream()
                    .filter(candidate -> candidate.is(each.personRef(), each.patientId()))
                    .findFirst();
            if (found.isEmpty()) {
                refuse(each, "the review shows no link between these two");
            } else if (heard.getOrDefault(before.pair(found.get()), each.same()) != each.same()) {
                refuse(each, "a row above says otherwise of the same patient and a person of the same details");
            } else {
                heard.put(before.pair(found.get()), each.same());
                after = after.with(found.get(), word(each.same()));
            }
        }
        return mistakes.isEmpty() ? new Reading.Accepted<>(after, List.of()) : new Reading.Refused<>(mistakes);
    }

    private Optional<Word> word(Sameness same) {
        return switch (same) {
            case YES -> Optional.of(new Word(true, professional.name(), professional.today()));
            case NO -> Optional.of(new Word(false, professional.name(), professional.today()));
            case CANNOT_TELL -> Optional.empty();
        };
    }

    private void refuse(SamePersonFile.Said said, String message) {
        mistakes.add(new Mistake(file, said.line(), "", message));
    }
}
