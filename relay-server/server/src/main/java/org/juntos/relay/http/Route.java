package org.juntos.relay.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.DeviceAddress;

/// One method of one path template; `*` in a template stands for one segment.
///
/// @param about what the API reference says of it
record Route(String method, String template, Endpoint endpoint, About about) {
  /// What answers.
  sealed interface Endpoint {}

  /// Answers anybody.
  non-sealed interface Open extends Endpoint {
    Answer answer(Exchange exchange) throws IOException, BadRequestException;
  }

  /// Answers anybody, at a price: has clients work before, when many ask.
  record Costly(Open endpoint) implements Open {
    @Override
    public Answer answer(Exchange exchange) throws IOException, BadRequestException {
      return endpoint.answer(exchange);
    }
  }

  /// Answers a device that has shown its token.
  non-sealed interface Authenticated extends Endpoint {
    Answer answer(Exchange exchange, DeviceAddress device) throws IOException, BadRequestException;
  }

  /// Answers a device that has shown its token, or whoever shows an access key instead.
  non-sealed interface Accessible extends Endpoint {
    /// @param device null for whoever shows an access key; the endpoint looks at that
    Answer answer(Exchange exchange, @Nullable DeviceAddress device)
        throws IOException, BadRequestException;
  }

  /// Becomes a stream of a device that has shown its token, or of nobody in particular.
  record Stream(boolean anonymous) implements Endpoint {}

  static Route open(String method, String template, Open endpoint) {
    return new Route(method, template, endpoint, About.NOTHING);
  }

  static Route costly(String method, String template, Open endpoint) {
    return open(method, template, new Costly(endpoint));
  }

  static Route authenticated(String method, String template, Authenticated endpoint) {
    return new Route(method, template, endpoint, About.NOTHING);
  }

  static Route accessible(String method, String template, Accessible endpoint) {
    return new Route(method, template, endpoint, About.NOTHING);
  }

  static Route stream(String path, boolean anonymous) {
    return new Route("GET", path, new Stream(anonymous), About.NOTHING);
  }

  /// The same, described: see `docs/api.md`.
  Route about(About description) {
    return new Route(method, template, endpoint, description);
  }

  /// The segments that `*` stands for; null when `path` is another one.
  @Nullable List<String> match(String path) {
    var wanted = segments(template);
    var given = segments(path);
    if (wanted.size() != given.size()) {
      return null;
    }
    var variables = new ArrayList<String>(1);
    for (int i = 0; i < wanted.size(); i++) {
      if (wanted.get(i).equals("*")) {
        variables.add(given.get(i));
      } else if (!wanted.get(i).equals(given.get(i))) {
        return null;
      }
    }
    return variables;
  }

  private static List<String> segments(String path) {
    return Arrays.asList(path.split("/", -1));
  }
}
