package org.juntos.cli.daemon;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juntos.cli.output.JsonText;

/// One request.
///
/// @param id null when no answer is wanted
record RpcRequest(@Nullable Object id, String method, Map<?, ?> parameters) {

  static RpcRequest parse(String line) throws RpcError {
    Object value = read(line);
    if (!(value instanceof Map<?, ?> object) || !"2.0".equals(object.get("jsonrpc"))) {
      throw new RpcError(RpcError.REQUEST, "A request is one object with \"jsonrpc\":\"2.0\".");
    }
    var id = object.get("id");
    if (id != null && !(id instanceof String) && !(id instanceof Number)) {
      throw new RpcError(RpcError.REQUEST, "An id is a string or a number.");
    }
    if (!(object.get("method") instanceof String method)) {
      throw new RpcError(RpcError.REQUEST, "The method is missing.");
    }
    return new RpcRequest(id, method, parameters(object.get("params")));
  }

  private static Map<?, ?> parameters(@Nullable Object value) throws RpcError {
    if (value == null) {
      return Map.of();
    }
    if (value instanceof Map<?, ?> named) {
      return named;
    }
    throw new RpcError(RpcError.PARAMETERS, "Parameters are given by name.");
  }

  private static Object read(String line) throws RpcError {
    try {
      return JsonText.read(line);
    } catch (IOException _) {
      throw new RpcError(RpcError.PARSE, "This line is not JSON.");
    }
  }
}
