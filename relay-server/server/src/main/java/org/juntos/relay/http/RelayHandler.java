package org.juntos.relay.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.limit.NoRoomException;
import org.juntos.relay.limit.Verdict;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.ErrorCode;
import org.juntos.wire.Paths;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes every request: gives it an id, finds its endpoint, writes the answer or the refusal.
final class RelayHandler extends Handler.Abstract {
  private static final Verdict.Refused<?> STOPPING =
      new Verdict.Refused<>(ErrorCode.UNAVAILABLE, "The relay is stopping.", Duration.ofSeconds(5));

  private static final Duration RETRY = Duration.ofSeconds(2);
  private static final Duration NO_ROOM_RETRY = Duration.ofSeconds(30);
  private static final int FILE_BUFFER_BYTES = 64 * 1024;
  private static final Logger LOG = LoggerFactory.getLogger(RelayHandler.class);

  private final Admittance admittance;
  private final WorkGate gate;
  private final @Nullable StreamUpgrade streams;
  private final List<Route> routes;
  private final Operations operations;
  private final Running running;
  private final RandomGenerator random;

  /// @param streams null where there are none
  RelayHandler(
      Admittance admittance,
      WorkGate gate,
      @Nullable StreamUpgrade streams,
      List<Route> routes,
      Operations operations,
      Running running,
      RandomGenerator random) {
    this.admittance = admittance;
    this.gate = gate;
    this.streams = streams;
    this.routes = List.copyOf(routes);
    this.operations = operations;
    this.running = running;
    this.random = random;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    var id = HexFormat.of().toHexDigits(random.nextLong());
    var asked = new Asked(request, response, callback, id, System.nanoTime());
    response.getHeaders().put(Paths.REQUEST_ID, id);
    var path = Request.getPathInContext(request);
    if (streams != null && StreamUpgrade.PATHS.contains(path)) {
      upgrade(streams, path, asked);
      return true;
    }
    if (!running.begin()) {
      response.getHeaders().put(HttpHeader.CONNECTION, "close");
      Problems.write(STOPPING, id, response, callback);
      return true;
    }
    Request.addCompletionListener(request, _ -> running.end());
    Thread.ofVirtual().name("relay-request-" + id).start(() -> answer(asked, path));
    return true;
  }

  /// On a thread of its own: a body that comes slowly, or not at all, holds nobody else up.
  private void answer(Asked asked, String path) {
    var request = asked.request();
    var response = asked.response();
    var id = asked.id();
    var found = find(request.getMethod(), path);
    var answer = found == null ? unknown(response, path) : answer(found, request, id);
    var method = found == null ? "?" : found.route().method();
    var template = found == null ? "?" : found.route().template();
    reply(asked, method, template, answer);
  }

  /// A request with the way back.
  private record Asked(
      Request request, Response response, Callback callback, String id, long begun) {}

  private void upgrade(StreamUpgrade streams, String path, Asked asked) {
    var request = asked.request();
    switch (streams.check(path, request, Admittance.networkAddress(request))) {
      case Verdict.Granted<FrameStream>(var stream) -> {
        streams.upgrade(stream, asked.id(), request, asked.response(), asked.callback());
        int status = asked.response().getStatus();
        tell(asked, "GET", path, status, status >= 400 ? ErrorCode.MALFORMED : null);
      }
      case Verdict.Refused<FrameStream> refused ->
          reply(asked, "GET", path, new Answer.Problem(refused));
    }
  }

  /// Whoever has the answer finds it counted and logged: that comes first.
  private void reply(Asked asked, String method, String template, Answer answer) {
    var refused = answer instanceof Answer.Problem(var refusal, _) ? refusal.code() : null;
    tell(asked, method, template, answer.status(), refused);
    write(answer, asked.id(), asked.response(), asked.callback());
  }

  private void tell(
      Asked asked, String method, String template, int status, @Nullable ErrorCode refused) {
    long nanos = System.nanoTime() - asked.begun();
    operations.traffic().answered(method, template, status, refused, nanos);
    LOG.info(
        "event=request outcome={} id={} method={} path={} status={} code={} from={}",
        status >= 500 ? "failed" : status >= 400 ? "refused" : "ok",
        asked.id(),
        method,
        template,
        status,
        refused == null ? "-" : refused.text(),
        operations.addresses().shown(Admittance.networkAddress(asked.request())));
  }

  private record Found(Route route, List<String> variables) {}

  private @Nullable Found find(String method, String path) {
    for (var route : routes) {
      var variables = route.method().equals(method) ? route.match(path) : null;
      if (variables != null) {
        return new Found(route, variables);
      }
    }
    return null;
  }

  private Answer unknown(Response response, String path) {
    var allowed = new TreeSet<String>();
    for (var route : routes) {
      if (route.match(path) != null) {
        allowed.add(route.method());
      }
    }
    if (allowed.isEmpty()) {
      return problem(ErrorCode.NOT_FOUND, "There is nothing here.", Duration.ZERO);
    }
    response.getHeaders().put(HttpHeader.ALLOW, String.join(", ", allowed));
    return problem(ErrorCode.METHOD_NOT_ALLOWED, "This path takes other methods.", Duration.ZERO);
  }

  private Answer answer(Found found, Request request, String id) {
    try {
      return answer(found, request);
    } catch (BadRequestException bad) {
      return problem(bad.code(), bad.detail(), Duration.ZERO);
    } catch (NoRoomException full) {
      LOG.warn("event=no_room id={}", id);
      return problem(ErrorCode.UNAVAILABLE, "The relay's disk is full.", NO_ROOM_RETRY);
    } catch (IOException failed) {
      LOG.warn("event=unavailable id={} why={}", id, failed.getClass().getSimpleName());
      return problem(ErrorCode.UNAVAILABLE, "The relay could not do this now.", RETRY);
    } catch (RuntimeException bug) {
      LOG.error("event=fault id={}", id, bug);
      return problem(ErrorCode.INTERNAL, "The relay has a fault.", Duration.ZERO);
    }
  }

  private Answer answer(Found found, Request request) throws IOException, BadRequestException {
    var address = Admittance.networkAddress(request);
    var exchange = new Exchange(request, found.variables(), address);
    return switch (found.route().endpoint()) {
      case Route.Open open -> anybody(found.route(), exchange, open);
      case Route.Authenticated authenticated -> device(exchange, authenticated);
      case Route.Accessible accessible ->
          exchange.header(Paths.ACCESS_KEY_HEADER) == null
                  && exchange.header(Paths.GROUP_SEND_TOKEN_HEADER) == null
              ? device(exchange, accessible::answer)
              : holder(found.route(), exchange, accessible);
      case Route.Stream _ -> throw new IllegalStateException("streams are upgraded before");
    };
  }

  private Answer anybody(Route route, Exchange exchange, Route.Open open)
      throws IOException, BadRequestException {
    return switch (admittance.anybody(exchange.networkAddress())) {
      case Verdict.Granted<String> _ -> {
        var held = open instanceof Route.Costly ? gate.hold(route, exchange) : null;
        yield held == null ? open.answer(exchange) : held;
      }
      case Verdict.Refused<String> refused -> new Answer.Problem(refused);
    };
  }

  private Answer device(Exchange exchange, Route.Authenticated authenticated)
      throws IOException, BadRequestException {
    return switch (admittance.device(exchange.request(), exchange.networkAddress())) {
      case Verdict.Granted<DeviceAddress>(var device) -> authenticated.answer(exchange, device);
      case Verdict.Refused<DeviceAddress> refused -> new Answer.Problem(refused);
    };
  }

  /// Whoever shows an access key or an endorsement does not say who they are.
  private Answer holder(Route route, Exchange exchange, Route.Accessible accessible)
      throws IOException, BadRequestException {
    return exchange.header(HttpHeader.AUTHORIZATION.asString()) == null
        ? anybody(route, exchange, asked -> accessible.answer(asked, null))
        : problem(ErrorCode.MALFORMED, "What is shown takes the place of a token.", Duration.ZERO);
  }

  private static Answer problem(ErrorCode code, String detail, Duration retryAfter) {
    return new Answer.Problem(new Verdict.Refused<>(code, detail, retryAfter));
  }

  private static void write(Answer answer, String id, Response response, Callback callback) {
    switch (answer) {
      case Answer.Message(var status, var body) ->
          write(status, Paths.PROTOBUF, body.toByteArray(), response, callback);
      case Answer.Json(var status, var body) ->
          write(
              status,
              "application/json",
              body.getBytes(StandardCharsets.UTF_8),
              response,
              callback);
      case Answer.Empty(var status, var headers) -> {
        headers.forEach((name, value) -> response.getHeaders().put(name, value));
        response.setStatus(status);
        response.write(true, null, callback);
      }
      case Answer.Stored stored -> write(stored, response, callback);
      case Answer.Problem(var refused, var headers) -> {
        headers.forEach((name, value) -> response.getHeaders().put(name, value));
        Problems.write(refused, id, response, callback);
      }
    }
  }

  private static void write(
      int status, String type, byte[] body, Response response, Callback callback) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
    response.write(true, ByteBuffer.wrap(body), callback);
  }

  private static void write(Answer.Stored stored, Response response, Callback callback) {
    response.setStatus(stored.status());
    stored.headers().forEach((name, value) -> response.getHeaders().put(name, value));
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, stored.length());
    var pool = response.getRequest().getComponents().getByteBufferPool();
    var source =
        Content.Source.from(
            new ByteBufferPool.Sized(pool, false, FILE_BUFFER_BYTES),
            stored.file(),
            stored.offset(),
            stored.length());
    Content.copy(source, response, Callback.from(callback, () -> close(stored)));
  }

  private static void close(Answer.Stored stored) {
    try {
      stored.file().close();
    } catch (IOException failed) {
      LOG.warn("event=close_failed", failed);
    }
  }
}
