package org.kinmark.cli;

import java.util.ArrayList;
import java.util.List;
import org.kinmark.exchange.Mistake;
import org.kinmark.exchange.Reading;
import org.kinmark.linkage.Progress;
import org.kinmark.rules.SharingRequest;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads one request, or an array of them, and collects every mistake on the way. For one thread.
final class RequestReader {

    private static final int BETWEEN_REPORTS = 4096;

    private final String file;
    private final JsonParser json;
    private final Progress progress;
    private final List<SharingRequest> requests = new ArrayList<>();
    private final List<Mistake> mistakes = new ArrayList<>();

    /// @param file as the user is to see it
    RequestReader(String file, JsonParser json, Progress progress) {
        this.file = file;
        this.json = json;
        this.progress = progress;
    }

    /// Reads to the end.
    ///
    /// @throws tools.jackson.core.JacksonException where the text is not JSON, or cannot be read
    void readAll() {
        var first = json.nextToken();
        if (first == null) {
            mistakes.add(new Mistake(file, 0, "", "it is empty: a request or an array of requests is needed"));
            return;
        }
        switch (first) {
            case START_OBJECT -> request("");
            case START_ARRAY -> array();
            default -> wrong("the text must be one request, a JSON object, or an array of them");
        }
        if (json.nextToken() != null) {
            wrong("nothing may follow the request or the array of requests");
        }
    }

    /// Says that the text stops being JSON where the parser stands, and only that: what stood before may be a
    /// misreading.
    void broken(String what) {
        mistakes.clear();
        var where = json.currentLocation();
        mistakes.add(new Mistake(file, where.getLineNr(), String.valueOf(where.getColumnNr()), what));
    }

    /// Says what is wrong at the token that is being read.
    void wrong(String message) {
        mistakes.add(new Mistake(file, json.currentTokenLocation().getLineNr(), "", message));
    }

    /// Every request, or every mistake.
    Reading<List<SharingRequest>> result() {
        return mistakes.isEmpty() ? new Reading.Accepted<>(requests, List.of()) : new Reading.Refused<>(mistakes);
    }

    private void array() {
        for (int index = 0; json.nextToken() != JsonToken.END_ARRAY; index++) {
            if (json.currentToken() == JsonToken.START_OBJECT) {
                request("[" + index + "].");
            } else {
                wrong("[" + index + "] must be an object");
                json.skipChildren();
            }
            if (index % BETWEEN_REPORTS == 0) {
                progress.report("Reading requests: " + index, -1);
            }
        }
    }

    /// @param place what stands before its fields' names: empty, or such as `[3].`
    private void request(String place) {
        new RequestFields(new JsonFields(json, this::wrong, place)).read().ifPresent(requests::add);
    }
}
