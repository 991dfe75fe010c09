package org.juntos.cli.daemon;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.juntos.cli.output.Line;
import org.juntos.cli.verb.Refusal;

/// An error answer of JSON-RPC 2.0.
final class RpcError extends Exception {
  private static final long serialVersionUID = 1L;

  static final int PARSE = -32700;
  static final int REQUEST = -32600;
  static final int METHOD = -32601;
  static final int PARAMETERS = -32602;
  static final int INTERNAL = -32603;
  static final int REFUSED = -32000;

  private final int code;
  private final transient Map<String, ?> data;

  RpcError(int code, String message) {
    this(code, message, Map.of());
  }

  private RpcError(int code, String message, Map<String, ?> data) {
    super(message, null, false, false);
    this.code = code;
    this.data = data;
  }

  static RpcError of(Refusal refusal) {
    var problem = refusal.problem();
    return new RpcError(
        REFUSED,
        problem.sentence(),
        Map.of(
            "code", problem.code(),
            "nextStep", problem.nextStep(),
            "requestId", problem.requestId()));
  }

  /// Whether it was no request at all, so that an answer is due even when none was asked for.
  boolean isNoRequest() {
    return code == PARSE || code == REQUEST;
  }

  /// The same, with what was answered before it went wrong: a message that waits has its id there.
  RpcError after(List<Line> lines) {
    var more = new LinkedHashMap<String, Object>(data);
    more.put("done", lines.stream().map(Line::json).toList());
    return new RpcError(code, String.valueOf(getMessage()), more);
  }

  Map<String, ?> json() {
    var message = String.valueOf(getMessage());
    var json = new LinkedHashMap<String, Object>();
    json.put("code", code);
    json.put("message", message);
    if (!data.isEmpty()) {
      json.put("data", data);
    }
    return json;
  }
}
