package org.kinmark.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.kinmark.exchange.Reading;
import org.kinmark.rules.Rules;
import org.kinmark.rules.SharingRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `kinmark decide`: asks the five rules about a request, or about each request of an array.
@Command(
        name = "decide",
        mixinStandardHelpOptions = true,
        description = "Asks the five confidentiality rules whether something may be shared.",
        footerHeading = "%n",
        footer = {
            "What goes in: a JSON object with the fields of a sharing request, or an",
            "array of them, in UTF-8. purpose, content and recipient must be there, and",
            "person.age where the content is about one person; whatever else is left out",
            "has its safe value. No field is for anybody's name or number.",
            "",
            "What comes out: for each request one line of JSON with the decision (share,",
            "withhold or refer), the rule it rests on, reasons, duties, whom it is",
            "referred to, and the row of the tables. An array is checked whole before",
            "anything is printed.",
            "",
            "Examples:",
            "  kinmark decide request.json",
            "  echo '{\"purpose\":\"support\",\"content\":\"relevant_health_information\",",
            "    \"recipient\":\"family_team\",\"person\":{\"age\":30}}' | kinmark decide -",
            "The second prints, on one line:",
            "  {\"decision\":\"withhold\",\"rule\":2,\"reasons\":[\"not_yet_working_with_family\"],",
            "    \"duties\":[],\"refer_to\":[],\"row\":\"T4\"}",
            "",
            "Exit codes: 0 decided, whatever was decided; 1 the answer could not be",
            "written; 2 the call or a request is wrong: one line on standard error for",
            "each mistake, and nothing on standard output."
        })
final class DecideCommand implements Callable<Integer> {

    @Parameters(paramLabel = "REQUEST.json", description = "The request, or - for standard input.")
    private String file;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var terminal = new Terminal(spec.commandLine().getErr());
        return switch (new RequestFile(file, terminal).read()) {
            case Reading.Accepted<List<SharingRequest>> accepted -> print(accepted.value(), terminal);
            case Reading.Refused<List<SharingRequest>> refused -> terminal.refuse(refused.mistakes());
        };
    }

    private int print(List<SharingRequest> requests, Terminal terminal) {
        terminal.endProgress();
        var out = spec.commandLine().getOut();
        for (var request : requests) {
            out.print(DecisionLine.of(Rules.decide(request)));
            out.print('\n');
        }
        out.flush();
        // A full disk is noticed by the stream below the writer.
        return out.checkError() || System.out.checkError() ? terminal.fail("The decisions could not be written") : 0;
    }
}
