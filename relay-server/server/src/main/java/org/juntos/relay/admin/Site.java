package org.juntos.relay.admin;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/// Web pages on the operator's port, with a login of their own.
public interface Site {
  /// Where they begin.
  String ROOT = "/console";

  /// Answers a request for one of them.
  void answer(HttpExchange exchange) throws IOException;
}
