package org.juntos.testkit.lie;

import java.io.IOException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Tells streams from requests.
final class ProxyHandler extends Handler.Abstract {
  private final PassedRequests requests;
  private final PassedStreams streams;

  ProxyHandler(PassedRequests requests, PassedStreams streams) {
    this.requests = requests;
    this.streams = streams;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    try {
      var passed = requests.passed(request);
      if (request.getHeaders().contains(HttpHeader.UPGRADE)) {
        streams.open(passed, request, response, callback);
      } else {
        requests.send(passed, response);
        callback.succeeded();
      }
    } catch (IOException e) { // one end is gone: so is the other
      if (response.isCommitted()) {
        callback.failed(e);
      } else {
        Response.writeError(request, response, callback, HttpStatus.BAD_GATEWAY_502);
      }
    }
    return true;
  }
}
