package org.juntos.relay.http;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.juntos.wire.ErrorCode;
import org.juntos.wire.Paths;

/// `docs/openapi.json`: the route table as an OpenAPI 3.1 document.
final class OpenApi {
  private static final String ABOUT =
      "Stores and forwards encrypted messages and files. api.md beside this file describes the"
          + " messages; a device's stream is a WebSocket at /v1/stream.";
  private static final About.Named REQUEST_ID =
      new About.Named(Paths.REQUEST_ID, "also in the relay's log");

  private final Set<String> messages = new TreeSet<>();

  private OpenApi() {}

  static String of(List<Route> routes) throws IOException {
    var made = new OpenApi();
    var paths = new LinkedHashMap<String, Map<String, Object>>();
    for (var route : routes) {
      paths
          .computeIfAbsent(ApiPage.path(route), _ -> new LinkedHashMap<>())
          .put(route.method().toLowerCase(Locale.ROOT), made.operation(route));
    }
    var document = new LinkedHashMap<String, Object>();
    document.put("openapi", "3.1.0");
    document.put("info", info());
    document.put("paths", paths);
    document.put("components", made.components());
    return JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(document) + "\n";
  }

  private static Map<String, Object> info() {
    return ordered(
        "title",
        Version.NAME,
        "version",
        Version.NUMBER,
        "description",
        ABOUT,
        "license",
        ordered("name", "AGPL-3.0-only", "identifier", "AGPL-3.0-only"));
  }

  private Map<String, Object> operation(Route route) {
    var about = route.about();
    var operation = new LinkedHashMap<String, Object>();
    operation.put("operationId", operationId(route));
    operation.put("summary", about.summary());
    operation.put("security", security(route));
    var parameters = new ArrayList<Map<String, Object>>();
    about.variables().forEach(part -> parameters.add(parameter("path", part)));
    about.headers().forEach(header -> parameters.add(parameter("header", header)));
    if (!parameters.isEmpty()) {
      operation.put("parameters", parameters);
    }
    if (about.takes() != null) {
      operation.put("requestBody", ordered("content", content(about.takes())));
    }
    operation.put("responses", responses(route));
    return operation;
  }

  private static List<Map<String, List<String>>> security(Route route) {
    Map<String, List<String>> token = Map.of("token", List.of());
    return switch (route.endpoint()) {
      case Route.Open _ -> List.of();
      case Route.Accessible _ -> List.of(token, Map.of("accessKey", List.of()));
      case Route.Stream(var anonymous) -> anonymous ? List.of() : List.of(token);
      case Route.Authenticated _ -> List.of(token);
    };
  }

  private static String operationId(Route route) {
    var words =
        ApiPage.path(route).replaceAll("[{}]", "").replaceFirst("^/(v1/)?", "").split("/", -1);
    var id = new StringBuilder(route.method().toLowerCase(Locale.ROOT));
    for (var word : words) {
      id.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
    }
    return id.toString();
  }

  private static Map<String, Object> parameter(String in, About.Named named) {
    var needed = in.equals("path") || named.meaning().endsWith("; needed");
    return ordered(
        "name", named.name(),
        "in", in,
        "required", needed,
        "description", named.meaning(),
        "schema", ordered("type", "string"));
  }

  private Map<String, Object> responses(Route route) {
    var responses = new TreeMap<String, Object>();
    for (var given : route.about().gives()) {
      var response = new LinkedHashMap<String, Object>();
      response.put("description", description(given));
      response.put("headers", headers(given.headers()));
      var body = given.body();
      if (body != null) {
        response.put("content", content(body));
      }
      responses.put(Integer.toString(given.status()), response);
    }
    Refusals.of(route)
        .forEach((status, codes) -> responses.put(status.toString(), refusal(route, codes)));
    return responses;
  }

  private static String description(About.Gives given) {
    return switch (given.body()) {
      case About.Body.Message(var type) -> type.getSimpleName();
      case About.Body.Other(_, var meaning) ->
          given.meaning().isEmpty() ? meaning : given.meaning();
      case null -> given.meaning();
    };
  }

  private static Map<String, Object> headers(List<About.Named> named) {
    var headers = new LinkedHashMap<String, Object>();
    headers.put(REQUEST_ID.name(), header(REQUEST_ID));
    named.forEach(header -> headers.put(header.name(), header(header)));
    return headers;
  }

  private static Map<String, Object> header(About.Named named) {
    return ordered("description", named.meaning(), "schema", ordered("type", "string"));
  }

  private static Map<String, Object> refusal(Route route, Set<ErrorCode> codes) {
    var texts = codes.stream().map(ErrorCode::text).toList();
    var response = new LinkedHashMap<String, Object>();
    response.put("description", "Refused: " + String.join(", ", texts));
    response.put("headers", headers(List.of()));
    if (!route.method().equals("HEAD")) {
      var one = ordered("properties", ordered("code", ordered("enum", texts)));
      var both = List.of(ordered("$ref", "#/components/schemas/Problem"), one);
      response.put("content", ordered(Paths.PROBLEM, ordered("schema", ordered("allOf", both))));
    }
    return response;
  }

  private Map<String, Object> content(About.Body body) {
    return switch (body) {
      case About.Body.Message(var type) -> {
        messages.add(type.getSimpleName());
        var schema = ordered("$ref", "#/components/schemas/" + type.getSimpleName());
        yield ordered(Paths.PROTOBUF, ordered("schema", schema));
      }
      case About.Body.Other(var mediaType, _) ->
          mediaType.equals("application/json")
              ? ordered(mediaType, ordered("schema", ordered("type", "object")))
              : ordered(mediaType, ordered());
    };
  }

  private Map<String, Object> components() {
    var schemas = new LinkedHashMap<String, Object>();
    for (var message : messages) {
      schemas.put(
          message,
          ordered(
              "description",
              "juntos.wire.v1." + message + ", serialized; see api.md",
              "contentMediaType",
              Paths.PROTOBUF));
    }
    schemas.put("Problem", problem());
    var token = ordered("type", "http", "scheme", "bearer", "bearerFormat", "JWT");
    var accessKey = ordered("type", "apiKey", "in", "header", "name", Paths.ACCESS_KEY_HEADER);
    var schemes = ordered("token", token, "accessKey", accessKey);
    return ordered("schemas", schemas, "securitySchemes", schemes);
  }

  private static Map<String, Object> problem() {
    var all = Set.of(ErrorCode.values()).stream().map(ErrorCode::text).sorted();
    var text = ordered("type", "string");
    return ordered(
        "description",
        "A refusal (RFC 9457)",
        "type",
        "object",
        "required",
        List.of("type", "title", "status", "detail", "code", "requestId"),
        "properties",
        ordered(
            "type", text,
            "title", text,
            "status", ordered("type", "integer"),
            "detail", text,
            "code", ordered("type", "string", "enum", all.collect(Collectors.toList())),
            "requestId", text));
  }

  /// Names and values by turns, in their order.
  private static Map<String, Object> ordered(Object... pairs) {
    var map = new LinkedHashMap<String, Object>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }
}
