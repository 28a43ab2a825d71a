package org.kinmark.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The files of a small service, in a folder, and the command that marks from them.
final class ServiceFolder {

    static final String LIST_HEADER =
            "list_ref,family_ref,person_ref,nhs_number,given_name,family_name,birth_date,sex,postcode\n";
    static final String REGISTER_HEADER = "patient_id,nhs_number,given_name,family_name,birth_date,sex,postcode\n";
    static final String AGREEMENT = """
            {"agreement_ref": "a-1", "title": "Riverside families, autumn 2026", "as_of": "2026-10-01", "indicators": [
              {"id": "adult-mental-health", "title": "Adult mental health", "group": "mental_health",
               "codes": ["35489007", "icd10|F32"], "within_months": 24, "min_age": 18, "max_age": null, "sex": null},
              {"id": "open-episode", "title": "Open episode of care", "group": "care", "codes": ["caseload|open"],
               "within_months": null, "min_age": null, "max_age": null, "sex": null},
              {"id": "perinatal", "title": "Perinatal worries", "group": "maternity", "codes": [],
               "within_months": null, "min_age": 12, "max_age": 55, "sex": "female"}]}
            """;

    private final Path folder;
    private String out = "";
    private String err = "";

    ServiceFolder(Path folder) {
        this.folder = folder;
    }

    /// Three families: Silva, exactly in the register and with an agreed code; Nowak, in it without one; Garcia, of
    /// whom nobody is in it. Enough strangers besides for a register to look like one.
    static ServiceFolder small(Path path) throws IOException {
        var service = new ServiceFolder(path);
        service.write(
                "list.csv",
                LIST_HEADER
                        + "l-1,f-silva,p-1,9990000018,Ana,Silva,1985-03-02,female,OX1 1AA\n"
                        + "l-1,f-silva,p-2,,Bruno,Silva,2012-07-19,male,OX1 1AA\n"
                        + "l-1,f-nowak,p-3,9990000026,Zofia,Nowak,1990-11-30,female,OX4 2BB\n"
                        + "l-1,f-garcia,p-4,,Elena,Garcia,1979-01-05,female,OX9 9ZZ\n");
        service.write(
                "register.csv",
                REGISTER_HEADER
                        + "1,9990000018,Ana,Silva,1985-03-02,female,OX1 1AA\n"
                        + "2,,Bruno,Silva,2012-07-19,male,OX1 1AA\n"
                        + "3,9990000026,Zofia,Nowak,1990-11-30,female,OX4 2BB\n"
                        + strangers(200));
        service.write("conditions.csv", "patient_id,code,recorded_on\n1,35489007,2026-01-15\n9,35489007,2026-01-15\n");
        service.write("agreement.json", AGREEMENT);
        return service;
    }

    /// Nowak is in the register without a number, one letter and one date away: a doubtful link from a cut of 0.9999
    /// on, and with a code that counts.
    static ServiceFolder withADoubt(Path path) throws IOException {
        var service = small(path);
        service.change("register.csv", "3,9990000026,Zofia,Nowak,1990-11-30", "3,,Zofia,Novak,1990-11-03");
        service.append("conditions.csv", "3,caseload|open,2024-12-24\n");
        return service;
    }

    private static String strangers(int count) {
        var given = List.of("Aisha", "Ben", "Chloe", "Dev", "Ewa", "Finn", "Grace", "Hugo", "Ines", "Jack");
        var family =
                List.of("Adams", "Baker", "Cole", "Dunn", "Ellis", "Ford", "Grant", "Hart", "Irwin", "Judd", "Kerr");
        var rows = new StringBuilder();
        for (int i = 0; i < count; i++) {
            rows.append("s%d,,%s,%s,%d-%02d-%02d,%s,CB%d %dDE%n"
                    .formatted(
                            i,
                            given.get(i % 10),
                            family.get(i % 11),
                            1940 + i * 7 % 80,
                            1 + i % 12,
                            1 + i * 5 % 28,
                            i % 2 == 0 ? "female" : "male",
                            1 + i % 9,
                            1 + i % 8));
        }
        return rows.toString();
    }

    void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    void append(String name, String text) throws IOException {
        write(name, read(name) + text);
    }

    /// Replaces what must be there.
    void change(String name, String from, String to) throws IOException {
        if (!read(name).contains(from)) {
            throw new IllegalArgumentException(name + " does not hold " + from);
        }
        write(name, read(name).replace(from, to));
    }

    /// The same families on the list of another round: every reference is drawn anew.
    void nextRound() throws IOException {
        write("list.csv", read("list.csv").replaceAll("(?m)(^|,)([lfp])-", "$1$2-next-"));
    }

    String read(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    boolean has(String name) {
        return Files.exists(folder.resolve(name));
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    /// Everything in the folder but what the service put there.
    List<String> written() throws IOException {
        var inputs = List.of(
                "list.csv",
                "agreement.json",
                "register.csv",
                "conditions.csv",
                "objections.csv",
                "decisions.csv",
                "same-person.csv");
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !inputs.contains(name))
                    .sorted()
                    .toList();
        }
    }

    /// Marks with the four files that every call needs and these arguments; a name that ends in `.csv` or `.html` is a
    /// file of the folder.
    int mark(String... arguments) {
        var call = new ArrayList<String>(List.of("mark"));
        List.of("list.csv", "agreement.json", "register.csv", "conditions.csv").forEach(name -> {
            call.add("--" + name.replaceFirst("\\..*", ""));
            call.add(path(name).toString());
        });
        for (var argument : arguments) {
            boolean file = argument.endsWith(".csv") || argument.endsWith(".html");
            call.add(file ? path(argument).toString() : argument);
        }
        var stdout = new StringWriter();
        var stderr = new StringWriter();
        int code = Main.commandLine()
                .setOut(new PrintWriter(stdout, true))
                .setErr(new PrintWriter(stderr, true))
                .execute(call.toArray(String[]::new));
        out = stdout.toString();
        err = stderr.toString();
        return code;
    }

    /// What the last call said on standard output.
    String out() {
        return out;
    }

    /// What the last call said on standard error.
    String err() {
        return err;
    }
}
