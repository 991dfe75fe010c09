package org.juntos.relay.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.relay.OpenRelay;

/// Holds `docs/openapi.json` to the standard, and the running relay to it.
class OpenApiTest {
  private static final Path FILE = Path.of("../docs/openapi.json");
  private static final String SCHEMA = "openapi-3.1.schema.json";

  @TempDir Path folder;

  private static List<Error> errors(String document) throws IOException {
    try (var schema = OpenApiTest.class.getResourceAsStream(SCHEMA)) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(schema)
          .validate(document, InputFormat.JSON);
    }
  }

  @Test
  void the_file_is_openapi_3_1() throws Exception {
    var document = Files.readString(FILE);
    assertEquals(List.of(), errors(document));
    for (var broken :
        List.of(
            document.replace("\"openapi\" : \"3.1.0\"", "\"openapi\" : \"3.0.0\""),
            document.replaceFirst("\"operationId\"", "\"operationID\""),
            document.replaceFirst("\"in\" : \"path\"", "\"in\" : \"paths\""),
            document.replace("\"description\" : \"Refused", "\"describe\" : \"Refused"))) {
      assertNotEquals(document, broken);
      assertNotEquals(List.of(), errors(broken));
    }
  }

  @Test
  void what_it_refers_to_is_there_and_what_it_names_is_named_once() throws Exception {
    var ids = new HashSet<Object>();
    var document = JSON.std.mapFrom(Files.readString(FILE));
    var schemas = map(map(document, "components"), "schemas").keySet();
    for (var path : map(document, "paths").entrySet()) {
      for (var operation : map(path.getValue()).values()) {
        assertTrue(ids.add(map(operation).get("operationId")), operation.toString());
        assertEquals(variables(path.getKey()), parameters(map(operation)), path.getKey());
      }
    }
    for (var part : Files.readString(FILE).split("#/components/schemas/", -1)) {
      var name = part.substring(0, part.indexOf('"'));
      assertTrue(name.startsWith("{") || schemas.contains(name), name);
    }
  }

  private static Set<String> variables(String path) {
    var names = new TreeSet<String>();
    Arrays.stream(path.split("/", -1))
        .filter(segment -> segment.startsWith("{"))
        .forEach(segment -> names.add(segment.substring(1, segment.length() - 1)));
    return names;
  }

  private static Set<String> parameters(Map<String, Object> operation) {
    var names = new TreeSet<String>();
    for (var parameter : (List<?>) operation.getOrDefault("parameters", List.of())) {
      if ("path".equals(map(parameter).get("in"))) {
        names.add(String.valueOf(map(parameter).get("name")));
      }
    }
    return names;
  }

  @Test
  void a_running_relay_has_these_requests_and_answers_them_as_it_says() throws Exception {
    var paths = map(JSON.std.mapFrom(Files.readString(FILE)), "paths");
    try (var relay = OpenRelay.in(folder)) {
      var token = relay.newToken("+4915112345678");
      for (var path : paths.entrySet()) {
        var url = relay.url() + path.getKey().replaceAll("\\{.*?}", "none");
        var operations = map(path.getValue());
        assertMethods(operations.keySet(), send(url, "BREW", ""));
        for (var operation : operations.entrySet()) {
          var method = operation.getKey().toUpperCase(Locale.ROOT);
          var described = map(operation.getValue());
          assertDescribed(described, send(url, method, ""));
          assertDescribed(described, send(url, method, "forged"));
          if (!"deleteAccounts".equals(described.get("operationId"))) { // it needs its account
            assertDescribed(described, send(url, method, token));
          }
        }
      }
    }
  }

  /// On a connection of its own: the relay closes one whose body it would not read.
  private static HttpResponse<String> send(String url, String method, String token)
      throws Exception {
    var body = BodyPublishers.ofString("no message");
    var request = HttpRequest.newBuilder(URI.create(url)).method(method, body);
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.ofString());
    }
  }

  private static void assertMethods(Set<String> methods, HttpResponse<String> answer) {
    if (methods.equals(Set.of("get")) && StreamUpgrade.PATHS.contains(answer.uri().getPath())) {
      return; // takes any method for the upgrade of one HTTP version or the other
    }
    assertEquals(405, answer.statusCode(), answer.uri().toString());
    var allowed = new TreeSet<String>();
    for (var method : answer.headers().firstValue("Allow").orElse("").split(", ", -1)) {
      allowed.add(method.toLowerCase(Locale.ROOT));
    }
    assertEquals(new TreeSet<>(methods), allowed, answer.uri().toString());
  }

  private static void assertDescribed(Map<String, Object> operation, HttpResponse<String> answer)
      throws IOException {
    var id = operation.get("operationId") + ": " + answer + " " + answer.body();
    var responses = map(operation, "responses");
    var status = Integer.toString(answer.statusCode());
    assertTrue(responses.containsKey(status), id);
    assertTrue(answer.headers().firstValue("X-Request-Id").isPresent(), id);
    if (answer.statusCode() < 400) {
      return;
    }
    assertEquals(
        "application/problem+json", answer.headers().firstValue("Content-Type").orElse(""), id);
    if (!answer.request().method().equals("HEAD")) {
      var problem = JSON.std.mapFrom(answer.body());
      var schema = map(map(map(responses, status), "content"), "application/problem+json");
      var all = list(map(schema, "schema"), "allOf");
      var codes = list(map(map(map(all.getLast()), "properties"), "code"), "enum");
      assertTrue(codes.contains(problem.get("code")), id);
    }
  }

  private static List<?> list(Map<String, Object> in, String name) {
    return (List<?>) Objects.requireNonNull(in.get(name), name);
  }

  private static Map<String, Object> map(Map<String, Object> in, String name) {
    return map(Objects.requireNonNull(in.get(name), name));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }
}
