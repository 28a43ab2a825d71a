package org.kinmark.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.kinmark.exchange.Columns;
import org.kinmark.exchange.Source;
import org.kinmark.linkage.WrittenDate;
import org.kinmark.marker.MarkingFiles;
import org.kinmark.marker.MarkingSettings;
import org.kinmark.marker.Professional;
import picocli.CommandLine.Option;

/// What a service says when it calls `kinmark mark`. [MarkCheck] says whether it makes sense.
final class MarkOptions {

    @Option(names = "--list", required = true, paramLabel = "FILE", description = "The list that you were sent.")
    Path list;

    @Option(
            names = "--agreement",
            required = true,
            paramLabel = "FILE",
            description = "The agreement that came with it.")
    Path agreement;

    @Option(
            names = "--register",
            required = true,
            paramLabel = "FILE",
            description =
                    "Your patients: patient_id, nhs_number, given_name, family_name, birth_date, sex, postcode; if"
                            + " you like registered_until and died_on: nobody is matched after them.")
    Path register;

    @Option(
            names = "--conditions",
            required = true,
            paramLabel = "FILE",
            description =
                    "Their codes: patient_id, code, recorded_on; if you like ended_on. A code is a SNOMED CT id or"
                            + " system|value, such as icd10|F32.")
    Path conditions;

    @Option(
            names = "--objections",
            paramLabel = "FILE",
            description = "Patients (patient_id) who object. They are dropped before anything else.")
    @Nullable
    Path objections;

    @Option(
            names = "--review",
            paramLabel = "FILE",
            description = "Where to write the review; its ending, .html or .csv, decides. May be given twice. Stays at"
                    + " your service.")
    List<Path> reviews = new ArrayList<>();

    @Option(
            names = "--decisions",
            paramLabel = "FILE",
            description = "A professional's decisions: family_ref, decision (priority, not_priority, not_judged). Every"
                    + " family that was suggested or has a doubtful link must be there; others may. Stays at your"
                    + " service.")
    @Nullable
    Path decisions;

    @Option(
            names = "--same-person",
            paramLabel = "FILE",
            description = "What a professional says of links: person_ref, patient_id, same (yes, no, cannot_tell). The"
                    + " page saves it; with review.csv, write it by hand. Yes takes the link, no leaves it out, at once."
                    + " Stays at your service.")
    @Nullable
    Path samePerson;

    @Option(
            names = "--remember",
            paramLabel = "FILE",
            description = "Where what is said of links is kept for the next round; read where it is there, and written"
                    + " with --decisions or --same-person. Stays at your service.")
    @Nullable
    Path remember;

    @Option(
            names = "--judged-by",
            paramLabel = "NAME",
            description = "The professional who declares these decisions, and says this of links.")
    @Nullable
    String judgedBy;

    @Option(
            names = "--accept-suggestions",
            description = "For rehearsals and tests: judge as suggested, without a professional.")
    boolean acceptSuggestions;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write the marks. The only file that leaves.")
    @Nullable
    Path out;

    @Option(
            names = "--links",
            paramLabel = "FILE",
            description = "Where to write who was taken for which patient: person_ref, patient_id, probability, link."
                    + " Stays at your service.")
    @Nullable
    Path links;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "Count ages and months on this day and not on the agreement's.")
    @Nullable
    String asOf;

    @Option(
            names = "--accept",
            paramLabel = "P",
            description = "Take a link as certain from this probability on. Left out: the lowest, not under 0.95, at"
                    + " which 999 of 1,000 such links are expected to be right.")
    @Nullable
    Double accept;

    @Option(
            names = "--doubtful",
            paramLabel = "P",
            description = "Show a link to the professional from this probability on (default: ${DEFAULT-VALUE}).")
    double doubtful = MarkingSettings.DOUBTFUL;

    @Option(
            names = "--columns",
            paramLabel = "NAME=HEADING",
            split = ",",
            description = "Headings of your own files where they are unusual, such as patient_id=EMIS,birth_date=Born.")
    Map<String, String> columns = new LinkedHashMap<>();

    /// Whether there are judgements to make marks of.
    boolean judged() {
        return decisions != null || acceptSuggestions;
    }

    /// Where links are written, if they are, and so the next two.
    List<Path> linkFiles() {
        return links == null ? List.of() : List.of(links);
    }

    List<Path> rememberedFiles() {
        return remember != null && (judged() || samePerson != null) ? List.of(remember) : List.of();
    }

    List<Path> markFiles() {
        return out != null && judged() ? List.of(out) : List.of();
    }

    /// Whether a review is a page; the others are tables.
    static boolean isPage(Path review) {
        return review.toString().endsWith(".html");
    }

    /// The day that was named; empty where none was, or it is none.
    Optional<LocalDate> day() {
        return Optional.ofNullable(asOf).flatMap(WrittenDate::parse);
    }

    MarkingFiles inputs() {
        return new MarkingFiles(
                Source.of(list),
                Source.of(agreement),
                Source.of(register),
                Source.of(conditions),
                Optional.ofNullable(objections).map(Source::of),
                Optional.ofNullable(samePerson).map(Source::of),
                Optional.ofNullable(remember)
                        .filter(file -> !Files.notExists(file))
                        .map(Source::of),
                Columns.of(columns));
    }

    /// @param today by which what is said of links is dated, and nothing else
    MarkingSettings settings(LocalDate today, Terminal terminal) {
        return new MarkingSettings(
                day(),
                accept == null ? OptionalDouble.empty() : OptionalDouble.of(accept),
                doubtful,
                Optional.ofNullable(judgedBy).map(name -> new Professional(name.strip(), today)),
                Runtime.getRuntime().availableProcessors(),
                terminal);
    }
}
