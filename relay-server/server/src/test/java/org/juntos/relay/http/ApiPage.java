package org.juntos.relay.http;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.juntos.wire.ErrorCode;

/// `docs/api.md`: the route table and the `.proto` files as a page to read.
final class ApiPage {
  private static final String HEAD =
      """
      # The relay's API

      <!-- Written from the route table (Route.about), ErrorCode and the .proto files. Do not edit: change those, and run
           ./juntos test -pl relay-server/server -am -Dtest=ApiReferenceTest -Dgolden=update -Dsurefire.failIfNoSpecifiedTests=false -->

      Bodies are Protocol Buffers (`application/x-protobuf`) unless it says otherwise; messages are [below](#messages).
      HTTP/1.1 and HTTP/2. [`openapi.json`](openapi.json) says the HTTP part in OpenAPI 3.1.

      Where a token is needed, it goes into `Authorization: Bearer TOKEN`, never into a cookie. `POST /v1/accounts` gives the
      first one, `POST /v1/tokens` the others. Where an access key may take its place, a request shows one or the other: the key
      of an account opens what its contacts may do without saying who they are. Every answer has an `X-Request-Id`, which the relay's log has too.

      A refusal is `application/problem+json` (RFC 9457) with a `code` that never changes its meaning, a `detail` for a person
      who looks into it, and the `requestId`. When it has `Retry-After`, wait so many seconds, and a random part of as many
      again. A path that is not there is 404, a method that is not one of the path 405 with `Allow`.

      """;

  private final List<Route> routes;
  private final List<ProtoFile> files;
  private final Set<String> types = new TreeSet<>();
  private final StringBuilder page = new StringBuilder(HEAD);

  private ApiPage(List<Route> routes, List<ProtoFile> files) {
    this.routes = routes;
    this.files = files;
    files.forEach(file -> file.types().forEach(type -> types.add(type.name())));
  }

  static String of(List<Route> routes) throws IOException {
    var made = new ApiPage(routes, ProtoFile.all());
    made.overview();
    routes.forEach(made::route);
    made.refusals();
    made.files.forEach(made::file);
    return made.page.toString().stripTrailing() + "\n";
  }

  private void line(String text) {
    page.append(text).append('\n');
  }

  private void overview() {
    line("## Requests\n");
    line("| request | token | what it does |\n|---|---|---|");
    for (var route : routes) {
      var title = title(route);
      var anchor = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
      line(
          "| [%s](#%s) | %s | %s |"
              .formatted(title, anchor, token(route), route.about().summary()));
    }
    line("");
  }

  static String path(Route route) {
    var path = route.template();
    for (var variable : route.about().variables()) {
      path = path.replaceFirst("\\*", "{" + variable.name() + "}");
    }
    return path;
  }

  private static String title(Route route) {
    return route.method() + " " + path(route);
  }

  private static String token(Route route) {
    return switch (route.endpoint()) {
      case Route.Open _ -> "";
      case Route.Accessible _ -> "or access key";
      case Route.Stream(var anonymous) -> anonymous ? "refused" : "needed";
      case Route.Authenticated _ -> "needed";
    };
  }

  private void route(Route route) {
    var about = route.about();
    line("### %s\n\n%s\n".formatted(title(route), about.summary()));
    about.variables().forEach(part -> line("- `{%s}`: %s".formatted(part.name(), part.meaning())));
    about
        .headers()
        .forEach(header -> line("- `%s`: %s".formatted(header.name(), header.meaning())));
    if (about.takes() != null) {
      line("- takes %s".formatted(body(about.takes())));
    }
    about.gives().forEach(this::answer);
    Refusals.of(route)
        .forEach((status, codes) ->
            line(
                "- %d: %s"
                    .formatted(
                        status,
                        codes.stream()
                            .map(code -> "`" + code.text() + "`")
                            .collect(Collectors.joining(", ")))));
    line("");
  }

  private void answer(About.Gives given) {
    var words = new StringBuilder(given.meaning());
    var body = given.body();
    if (body != null) {
      words.append(words.isEmpty() ? "" : " ").append(body(body));
    }
    if (!given.headers().isEmpty()) {
      words.append(" With ");
      words.append(
          given.headers().stream()
              .map(header -> "`" + header.name() + "` (" + header.meaning() + ")")
              .collect(Collectors.joining(", ")));
    }
    line("- **%d**: %s".formatted(given.status(), words));
  }

  private String body(About.Body body) {
    return switch (body) {
      case About.Body.Message(var type) -> type(type.getSimpleName());
      case About.Body.Other(var mediaType, var meaning) -> "`" + mediaType + "`: " + meaning + ".";
    };
  }

  /// A link when it is a message of the contract.
  private String type(String name) {
    var word = name.substring(name.lastIndexOf(' ') + 1);
    var full = types.stream().filter(t -> t.equals(word) || t.endsWith("." + word)).findFirst();
    return full.map(t ->
            name.replace(
                word, "[" + word + "](#" + t.toLowerCase(Locale.ROOT).replace(".", "") + ")"))
        .orElse(name);
  }

  private void refusals() throws IOException {
    line("## Refusals\n");
    line("| code | status | meaning |\n|---|---|---|");
    var meanings = Refusals.meanings();
    for (var code : ErrorCode.values()) {
      line(
          "| `%s` | %d | %s |"
              .formatted(code.text(), code.status(), meanings.getOrDefault(code, "")));
    }
    line("\n## Messages\n");
  }

  private void file(ProtoFile file) {
    line("**`%s`**: %s\n".formatted(file.name(), file.about()));
    file.types().forEach(this::type);
  }

  private void type(ProtoFile.Type type) {
    line("### %s\n".formatted(type.name()));
    if (!type.comment().isEmpty()) {
      line("%s\n".formatted(type.comment()));
    }
    line(type.isEnum() ? "| value | number | |" : "| field | number | type | |");
    line(type.isEnum() ? "|---|---|---|" : "|---|---|---|---|");
    for (var field : type.fields()) {
      var kind = type.isEnum() ? "" : " " + type(field.type()) + " |";
      line("| `%s` | %d |%s %s |".formatted(field.name(), field.number(), kind, field.comment()));
    }
    line("");
  }
}
