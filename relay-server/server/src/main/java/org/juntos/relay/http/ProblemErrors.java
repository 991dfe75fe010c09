package org.juntos.relay.http;

import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.juntos.wire.ErrorCode;

/// Gives the refusals that Jetty makes itself (unreadable requests, headers that are too long) the
/// form of all others.
record ProblemErrors(RandomGenerator random) implements Request.Handler {
  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    var id = HexFormat.of().toHexDigits(random.nextLong());
    int status = response.getStatus();
    var code = status < 500 ? ErrorCode.MALFORMED : ErrorCode.INTERNAL;
    Problems.write(
        status < 400 ? code.status() : status,
        code.text(),
        "The request cannot be read.",
        id,
        response,
        callback);
    return true;
  }
}
