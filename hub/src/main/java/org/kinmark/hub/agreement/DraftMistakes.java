package org.kinmark.hub.agreement;

import java.util.List;
import java.util.Locale;
import org.kinmark.hub.page.Mistake;

/// What is wrong with terms, for whoever reads a page.
final class DraftMistakes {

    private DraftMistakes() {}

    private static String sentence(String says) {
        return says.substring(0, 1).toUpperCase(Locale.UK) + says.substring(1);
    }

    /// What is wrong with terms, for whoever reads a page.
    static List<Mistake> inWords(List<String> mistakes) {
        return mistakes.stream()
                .map(mistake -> {
                    int colon = mistake.indexOf(':');
                    var field = mistake.substring(0, colon).replaceAll(".*[.\\]]", "");
                    var says = mistake.substring(colon + 1).strip();
                    return switch (field) {
                        case "title" -> new Mistake("Enter a title of at most 2,000 characters", "#title");
                        case "starts_on" -> new Mistake("Enter the first day", "#starts");
                        case "ends_on" -> new Mistake("Enter the last day, not before the first", "#ends");
                        case "id" -> new Mistake("Enter a title that no other indicator has", "#title");
                        case "group" -> new Mistake("Enter the group that it belongs to", "#group");
                        case "codes" ->
                            new Mistake("Enter each code as system|value, or a SNOMED CT concept id", "#codes");
                        case "within_months" -> new Mistake("Enter 1 to 1,200 months, or nothing", "#months");
                        case "why" -> new Mistake("Enter why they are asked", "#why");
                        case "districts" ->
                            new Mistake(
                                    "Enter first halves of postcodes, such as SE15, or their letters", "#districts");
                        case "unit" -> new Mistake("Select services that are not parties yet", "#unit");
                        case "caps" -> new Mistake("Enter how many families at most, each at least 1", "#families");
                        case "retention_months" -> new Mistake("Enter 1 to 24 months", "#retention");
                        case "data_protection_basis" ->
                            new Mistake("Enter the basis under data protection law", "#dataProtection");
                        case "confidentiality_basis" ->
                            new Mistake("Enter the basis under the duty of confidence", "#confidentiality");
                        case "ages" -> new Mistake("Enter ages from 0 to 130, the youngest first", "#minAge");
                        case "sex" -> new Mistake("Select a sex, or everybody", "#sex");
                        case "indicators", "parties" -> new Mistake(sentence(says), "#title");
                        default ->
                            new Mistake("Enter at least the number under which no agreement may go", "#" + field);
                    };
                })
                .distinct()
                .toList();
    }
}
