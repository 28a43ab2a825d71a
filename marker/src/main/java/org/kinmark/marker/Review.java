package org.kinmark.marker;

import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.kinmark.exchange.Agreement;
import org.kinmark.exchange.FamilyList;
import org.kinmark.exchange.FamilyRef;

/// What the software found, for a professional to judge. Stays at the service.
public final class Review {

    private final FamilyList list;
    private final Agreement agreement;
    private final LocalDate asOf;
    private final List<Finding> findings;
    private final Remembered remembered;
    private final Counts counts;

    Review(
            FamilyList list,
            Agreement agreement,
            LocalDate asOf,
            List<Finding> findings,
            Remembered remembered,
            Counts counts) {
        this.list = list;
        this.agreement = agreement;
        this.asOf = asOf;
        this.findings = findings;
        this.remembered = remembered;
        this.counts = counts;
    }

    /// What a terminal may show.
    public Counts counts() {
        return counts;
    }

    /// Writes `review.csv`: a row for each reason and each doubtful link.
    public void writeCsv(Writer writer) throws IOException {
        ReviewCsv.write(this, writer);
    }

    /// Writes `review.html`: one page to judge on, with everything it needs inside.
    public void writePage(Writer writer) throws IOException {
        new ReviewPage(this).write(writer);
    }

    /// Writes `links.csv`: every accepted and doubtful link.
    public void writeLinks(Writer writer) throws IOException {
        LinksCsv.write(this, writer);
    }

    /// Writes `remembered.csv`: what professionals have said of links, now and before.
    public void writeRemembered(Writer writer) throws IOException {
        RememberedFile.write(remembered, writer);
    }

    FamilyList list() {
        return list;
    }

    Agreement agreement() {
        return agreement;
    }

    /// The day on which ages and months are counted.
    LocalDate asOf() {
        return asOf;
    }

    /// Accepted and doubtful, in the list's order of people.
    List<Finding> standing() {
        return findings.stream().filter(Finding::stands).toList();
    }

    /// In the list's order of people, with those that were set aside.
    List<Finding> findings() {
        return findings;
    }

    /// The families with an accepted member who meets an indicator.
    Set<FamilyRef> suggested() {
        return findings.stream()
                .filter(Finding::suggests)
                .map(finding -> finding.person().family())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// The families that a professional must decide, in the list's order.
    Set<FamilyRef> toJudge() {
        var needed = findings.stream()
                .filter(Finding::needsJudgement)
                .map(finding -> finding.person().family())
                .collect(Collectors.toSet());
        return list.families().stream().filter(needed::contains).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// Hides what was found.
    @Override
    public String toString() {
        return "Review[hidden]";
    }
}
