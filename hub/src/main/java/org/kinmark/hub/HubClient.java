package org.kinmark.hub;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.kinmark.hub.staff.DemonstrationAccounts.Credential;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The hub's own API, as the people of the demonstration call it.
final class HubClient {

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;
    private final Map<String, String> tokens = new HashMap<>();

    HubClient(String address) {
        this.address = address;
    }

    JsonNode get(Credential as, String path) throws IOException {
        return JsonMapper.shared().readTree(download(as, path));
    }

    byte[] download(Credential as, String path) throws IOException {
        return send(as(as, path).GET().build());
    }

    JsonNode post(Credential as, String path, String type, byte[] body) throws IOException {
        var request = as(as, path)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return JsonMapper.shared().readTree(send(request));
    }

    JsonNode post(Credential as, String path, Object body) throws IOException {
        return post(as, path, "application/json", JsonMapper.shared().writeValueAsBytes(body));
    }

    private HttpRequest.Builder as(Credential who, String path) throws IOException {
        return HttpRequest.newBuilder(URI.create(address + path)).header("Authorization", "Bearer " + token(who));
    }

    private synchronized String token(Credential who) throws IOException {
        var known = tokens.get(who.clientId());
        if (known != null) {
            return known;
        }
        var form = "grant_type=client_credentials&client_id="
                + URLEncoder.encode(who.clientId(), StandardCharsets.UTF_8) + "&client_secret="
                + URLEncoder.encode(who.clientSecret(), StandardCharsets.UTF_8);
        var answer = send(HttpRequest.newBuilder(URI.create(address + "/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
        var token = JsonMapper.shared().readTree(answer).get("access_token").asString();
        tokens.put(who.clientId(), token);
        return token;
    }

    private byte[] send(HttpRequest request) throws IOException {
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() >= 300) {
                throw new IOException(request.method() + " " + request.uri().getPath() + " was answered "
                        + answer.statusCode() + ": " + new String(answer.body(), StandardCharsets.UTF_8));
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
