package org.juntos.cli.daemon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.cli.output.Line;
import org.juntos.cli.output.Output;
import org.juntos.cli.verb.Desk;
import org.juntos.cli.verb.Refusal;
import org.juntos.cli.verb.Verb;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Serves requests until the input ends. Requests begin in the order of their lines, so that
/// messages are sent in that order; what only waits goes on beside the others, and answers come as
/// they are ready.
public final class Daemon {
  private static final Logger LOG = LoggerFactory.getLogger(Daemon.class);

  private final Desk desk;
  private final BufferedReader input;
  private final Output output;

  public Daemon(Desk desk, InputStream input, Output output) {
    this.desk = desk;
    this.input = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
    this.output = output;
  }

  /// Returns when the input has ended and every request is answered.
  ///
  /// @throws IOException when nobody reads the answers any more
  public void run() throws InterruptedException, IOException {
    var waiting = new ArrayList<Thread>();
    try (var _ = new Notifications(desk.models(), output)) {
      for (var line = input.readLine(); line != null; line = input.readLine()) {
        if (!line.isBlank()) {
          serve(line, waiting);
        }
        waiting.removeIf(thread -> !thread.isAlive());
      }
      for (var thread : waiting) {
        thread.join();
      }
    }
  }

  private void serve(String line, List<Thread> waiting) throws InterruptedException, IOException {
    RpcRequest request;
    try {
      request = RpcRequest.parse(line);
    } catch (RpcError error) {
      output.print(failure(null, error));
      return;
    }
    try {
      var verb = Methods.verb(request);
      var rest = verb.begin(desk);
      waiting.add(Thread.ofVirtual().start(() -> finish(request, verb, rest)));
    } catch (RpcError error) {
      if (request.id() != null || error.isNoRequest()) {
        output.print(failure(request.id(), error));
      }
    } catch (Refusal refusal) {
      answer(request, failure(request.id(), RpcError.of(refusal)));
    } catch (RuntimeException fault) { // of this request alone
      answer(request, failure(request.id(), internal(fault)));
    }
  }

  private void finish(RpcRequest request, Verb verb, Verb.Rest rest) {
    try {
      answer(request, outcome(request, verb, rest));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (IOException _) {
      Thread.currentThread().interrupt(); // nobody reads the answers any more
    }
  }

  private static Line outcome(RpcRequest request, Verb verb, Verb.Rest rest)
      throws InterruptedException, IOException {
    var lines = new ArrayList<Line>();
    try {
      rest.finish(Output.into(lines));
    } catch (Refusal refusal) {
      return failure(request.id(), RpcError.of(refusal).after(lines));
    } catch (RuntimeException fault) { // of this request alone: the others go on
      return failure(request.id(), internal(fault));
    }
    var results = lines.stream().map(Line::json).toList();
    return message(request.id(), "result", verb.isList() ? results : results.getFirst());
  }

  private static RpcError internal(RuntimeException fault) {
    LOG.error("a request met a fault", fault);
    return new RpcError(RpcError.INTERNAL, "A fault in Juntos: " + fault + ".");
  }

  private void answer(RpcRequest request, Line answer) throws IOException {
    if (request.id() != null) {
      output.print(answer);
    }
  }

  private static Line failure(@Nullable Object id, RpcError error) {
    return message(id, "error", error.json());
  }

  private static Line message(@Nullable Object id, String field, Object value) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("jsonrpc", "2.0");
    json.put("id", id);
    json.put(field, value);
    return new Line(json, "");
  }
}
