package org.juntos.cli.daemon;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juntos.cli.output.JsonText;

/// One request. Its id is known before anything else is looked at, so that complaints carry it.
///
/// @param id null when no answer is wanted
/// @param object all of it
record RpcRequest(@Nullable Object id, Map<?, ?> object) {

  static RpcRequest parse(String line) throws RpcError {
    if (!(read(line) instanceof Map<?, ?> object)) {
      throw new RpcError(RpcError.REQUEST, "A request is one object.");
    }
    var id = object.get("id");
    if (id != null && !(id instanceof String) && !(id instanceof Number)) {
      throw new RpcError(RpcError.REQUEST, "An id is a string or a number.");
    }
    return new RpcRequest(id, object);
  }

  String method() throws RpcError {
    if (!"2.0".equals(object.get("jsonrpc"))) {
      throw new RpcError(RpcError.REQUEST, "A request says \"jsonrpc\":\"2.0\".");
    }
    if (object.get("method") instanceof String method) {
      return method;
    }
    throw new RpcError(RpcError.REQUEST, "The method is missing.");
  }

  Map<?, ?> parameters() throws RpcError {
    var given = object.get("params");
    if (given == null) {
      return Map.of();
    }
    if (given instanceof Map<?, ?> named) {
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
