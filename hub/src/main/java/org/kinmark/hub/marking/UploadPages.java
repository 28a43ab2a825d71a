package org.kinmark.hub.marking;

import jakarta.servlet.http.HttpSession;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kinmark.exchange.Marks;
import org.kinmark.exchange.MarksFile;
import org.kinmark.exchange.NumberedMarks;
import org.kinmark.exchange.Reading;
import org.kinmark.exchange.Source;
import org.kinmark.hub.database.HealthSide;
import org.kinmark.hub.page.Mistake;
import org.kinmark.hub.page.NotFound;
import org.kinmark.hub.page.Pages;
import org.kinmark.hub.staff.AllowedTo;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// Step 3 with a file: a service sends the `marks.csv` that its marker wrote. Its references say which list it is of.
@Controller
class UploadPages {

    private static final String WAITING = "kinmark.marks";
    private static final String TITLE = "Send the marker’s file";

    private final Pages pages;
    private final HealthSide db;
    private final HoldList holding;
    private final ReadSheet reading;
    private final TakeMarks taking;

    UploadPages(Pages pages, HealthSide db, HoldList holding, ReadSheet reading, TakeMarks taking) {
        this.pages = pages;
        this.db = db;
        this.holding = holding;
        this.reading = reading;
        this.taking = taking;
    }

    @AllowedTo(health = {Role.SERVICE_LEAD, Role.PROFESSIONAL})
    @GetMapping("/marks")
    ModelAndView form() {
        return pages.show("marking/upload", TITLE, Map.of("mistakes", List.of()));
    }

    @AllowedTo(health = {Role.SERVICE_LEAD, Role.PROFESSIONAL})
    @PostMapping("/marks")
    ModelAndView take(SignedIn who, @RequestParam MultipartFile file, HttpSession session) throws IOException {
        if (file.isEmpty()) {
            return again(List.of("Select the marks.csv that your marker wrote"));
        }
        var bytes = file.getBytes();
        return switch (MarksFile.readNumbered(Source.of("marks.csv", () -> new ByteArrayInputStream(bytes)))) {
            case Reading.Accepted(var marks, var _) -> take(who, marks, TakeMarks.Replacing.NOTHING, session);
            case Reading.Refused(var mistakes) -> again(MarksMistakes.said(mistakes));
        };
    }

    /// A file that waits until somebody says that it may replace what is held: sealed under the key of its round, like
    /// what it would replace.
    private record Waiting(UUID list, String digest, byte[] sealed) {

        @Override
        public String toString() {
            return "Waiting[hidden]";
        }
    }

    /// Other judgements give way to those of the file that was shown beside them.
    ///
    /// @param file the digest of that file
    /// @param held the receipt of the judgements that it was shown beside
    @AllowedTo(health = {Role.SERVICE_LEAD, Role.PROFESSIONAL})
    @PostMapping("/marks/replacement")
    ModelAndView replace(
            SignedIn who,
            @RequestParam(defaultValue = "") String file,
            @RequestParam(defaultValue = "") String held,
            HttpSession session) {
        if (session.getAttribute(WAITING) instanceof Waiting waiting
                && waiting.digest().equals(file)) {
            var marks = holding.show(who, waiting.list()).map(now -> opened(now, waiting));
            session.removeAttribute(WAITING);
            if (marks.isPresent()) {
                return take(who, marks.get(), new TakeMarks.Replacing(true, held, true), session);
            }
        }
        return again(List.of("Select the file again: it is not kept for long"));
    }

    private static NumberedMarks opened(Held held, Waiting waiting) {
        var bytes = held.seal().open(waiting.list(), waiting.sealed());
        return switch (MarksFile.readNumbered(Source.of("marks.csv", () -> new ByteArrayInputStream(bytes)))) {
            case Reading.Accepted(var marks, var _) -> marks;
            case Reading.Refused<?> _ -> throw new IllegalStateException("only whole files wait");
        };
    }

    private ModelAndView take(SignedIn who, NumberedMarks marks, TakeMarks.Replacing replacing, HttpSession session) {
        try {
            return switch (taking.take(who, marks, replacing)) {
                case Outcome.Done(var list, var receipt) ->
                    pages.goTo(
                            "/lists/" + list.ref(),
                            "The file is taken. Receipt: " + receipt.substring(0, 16)
                                    + (list.isDeclared()
                                            ? ". It is what is declared already."
                                            : ". Nothing counts until a professional declares."));
                case Outcome.Differs _ -> difference(who, marks.marks(), session);
                case Outcome.Refused(var mistakes) -> again(MarksMistakes.said(mistakes));
                case Outcome other -> again(List.of(Words.of(other)));
            };
        } catch (NotFound _) {
            return again(MarksMistakes.said(List.of(MarksMistakes.noSuchList(marks))));
        }
    }

    private ModelAndView difference(SignedIn who, Marks marks, HttpSession session) {
        return db.act(who.unitId(), () -> {
            var list = TakeMarks.id(marks.list().value()).orElseThrow();
            var held = holding.show(who, list).orElseThrow(NotFound::new);
            var bytes = written(marks);
            var digest = HexFormat.of().formatHex(held.seal().digest(bytes));
            session.setAttribute(WAITING, new Waiting(list, digest, held.seal().close(list, bytes)));
            var differing = new HashSet<>(TakeMarks.differences(held.draft(), TakeMarks.thatCount(held, marks)));
            var sheet = reading.of(who, held);
            var rows = sheet.rows().stream()
                    .filter(row -> differing.contains(row.family()))
                    .toList();
            return pages.show(
                    "marking/difference",
                    "Other judgements are held",
                    Map.of(
                            "list", held.list(),
                            "rows", rows,
                            "file", digest,
                            "held", sheet.receipt(),
                            "mayWithdraw", who.has(Role.PROFESSIONAL)));
        });
    }

    private static byte[] written(Marks marks) {
        var writer = new StringWriter();
        try {
            MarksFile.write(marks, writer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return writer.toString().getBytes(StandardCharsets.UTF_8);
    }

    private ModelAndView again(List<String> mistakes) {
        return pages.again(
                "marking/upload",
                TITLE,
                Map.of(
                        "mistakes",
                        mistakes.stream()
                                .map(text -> new Mistake(text, "#file"))
                                .toList()));
    }
}
