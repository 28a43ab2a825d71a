package org.kinmark.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kinmark.exchange.NewFolder;
import org.kinmark.synthetic.InventedArea;
import org.kinmark.synthetic.Kind;
import org.kinmark.synthetic.Order;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// `kinmark generate`: an invented area in files, to try everything else on.
@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Invents an area in which nobody exists: families, services with their registers, and the truth.",
        footerHeading = "%nWhat comes out, in DIR:%n",
        footer = {
            "  families.csv     the council's families, a row for each person in each",
            "  agreement.json   what the council and health agreed to ask",
            "  services.csv     the services and the ages they see",
            "  services/ID/     register, conditions and objections of each service",
            "  truth.csv        who of families.csv is which patient, where",
            "",
            "The same options give the same bytes, on any machine. No NHS Number in it",
            "was ever issued: they begin with 999 and, when those run out, with 998 down",
            "to 900. No postcode in it exists either: all are in the area KM.",
            "",
            "Kinds for trying the linkage on what it was not made for; tune nothing on them:",
            "  many_languages    names of fifteen languages, carried over in several ways",
            "  other_slips       names misheard, misread and cut off; 1 January; \"Unknown\"",
            "  other_households  up to four generations, three surnames; homes of one address",
            "  few_surnames      half of all surnames are one of twenty",
            "  held_out          all of these together, with the errors of hard",
            "",
            "DIR is new, or empty, or holds an area generated before, which is replaced.",
            "It appears when it is whole.",
            "",
            "Examples:",
            "  kinmark generate --out area",
            "  kinmark generate --families 2700 --services 46 --out council",
            "  kinmark generate --families 55000 --services 7 --patients 1000000 --out city",
            "  kinmark generate --kind held_out --out strange",
            "",
            "Exit codes: 0 it is written; 1 writing failed, and nothing is left;",
            "2 the call is wrong, and nothing was touched."
        })
final class GenerateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--families",
            paramLabel = "N",
            defaultValue = "300",
            converter = CountConverter.class,
            description = "Families in the council's programme, of 1 to 9 people, 3.15 on average, and 4.31 where"
                    + " households are others (${DEFAULT-VALUE}).")
    private int families;

    @Option(
            names = "--services",
            paramLabel = "N",
            defaultValue = "12",
            converter = CountConverter.class,
            description = "Services: five of the NHS for the whole area, the council's adult social care, and the rest"
                    + " GP practices; at least " + Order.FEWEST_SERVICES + " (${DEFAULT-VALUE}).")
    private int services;

    @Option(
            names = "--patients",
            paramLabel = "N",
            defaultValue = "10000",
            converter = CountConverter.class,
            description =
                    "Patients in each practice's register, or as many as the families alone have there where that is"
                            + " more; the other registers follow from these (${DEFAULT-VALUE}).")
    private int patients;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            converter = SeedConverter.class,
            description = "Another seed, another area (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "The folder for the area.")
    private Path out;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            defaultValue = "default",
            description = "default; hard: twice the errors, 95 %% instead of 60 %% of the families' people without NHS"
                    + " Number, and 70 %% instead of 82 %% of them on their practice's register; or one of those"
                    + " listed below (${DEFAULT-VALUE}).",
            converter = KindConverter.class)
    private Kind kind;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            defaultValue = "2026-10-01",
            description = "The only date that anything depends on, yyyy-MM-dd (${DEFAULT-VALUE}).",
            converter = DateConverter.class)
    private LocalDate asOf;

    @Override
    public Integer call() throws IOException {
        var terminal = new Terminal(spec.commandLine().getErr());
        var order = new Order(families, services, patients, seed, kind, asOf);
        order.mistake().ifPresent(this::refuse);
        NewFolder.refusal(out, Area.CONTENTS).ifPresent(why -> refuse("--out " + out + ": " + why));
        InventedArea area;
        try (var folder = folder()) {
            area = InventedArea.write(order, folder.path(), terminal);
            folder.commit();
        }
        terminal.endProgress();
        var standardOutput = spec.commandLine().getOut();
        standardOutput.printf(
                "%s: %,d families of %,d people, %,d services, %,d rows in registers%n",
                out, area.families(), area.people(), area.services(), area.registerRows());
        standardOutput.flush();
        return 0;
    }

    private NewFolder folder() {
        try {
            return NewFolder.at(out);
        } catch (IOException _) {
            throw refuse("--out " + out + ": no folder can be made there");
        }
    }

    private ParameterException refuse(String sentence) {
        throw new ParameterException(spec.commandLine(), sentence);
    }

    private static final class CountConverter implements ITypeConverter<Integer> {

        @Override
        public Integer convert(String typed) {
            try {
                return Integer.valueOf(typed);
            } catch (NumberFormatException _) {
                throw new TypeConversionException("it must be a whole number");
            }
        }
    }

    private static final class SeedConverter implements ITypeConverter<Long> {

        @Override
        public Long convert(String typed) {
            try {
                return Long.valueOf(typed);
            } catch (NumberFormatException _) {
                throw new TypeConversionException("it must be a whole number");
            }
        }
    }

    private static final class DateConverter implements ITypeConverter<LocalDate> {

        @Override
        public LocalDate convert(String typed) {
            try {
                return LocalDate.parse(typed);
            } catch (DateTimeException _) {
                throw new TypeConversionException("it must be a date, yyyy-MM-dd");
            }
        }
    }

    private static final class KindConverter implements ITypeConverter<Kind> {

        @Override
        public Kind convert(String typed) {
            for (var kind : Kind.values()) {
                if (kind.written().equalsIgnoreCase(typed)) {
                    return kind;
                }
            }
            throw new TypeConversionException("it must be one of "
                    + Stream.of(Kind.values()).map(Kind::written).collect(Collectors.joining(", ")));
        }
    }
}
