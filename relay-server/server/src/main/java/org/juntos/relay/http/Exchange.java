package org.juntos.relay.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.ErrorCode;
import org.juntos.wire.WireLimits;

/// One request, as the endpoints see it.
final class Exchange {
  private static final String BEARER = "Bearer ";

  private final Request request;
  private final List<String> variables;
  private final String networkAddress;
  private byte @Nullable [] body;

  /// @param variables the parts of the path that its template leaves open
  /// @param networkAddress whom limits count; not for logs
  Exchange(Request request, List<String> variables, String networkAddress) {
    this.request = request;
    this.variables = List.copyOf(variables);
    this.networkAddress = networkAddress;
  }

  /// Method and path.
  String line() {
    return request.getMethod() + " " + Request.getPathInContext(request);
  }

  String networkAddress() {
    return networkAddress;
  }

  Request request() {
    return request;
  }

  List<String> variables() {
    return variables;
  }

  /// The whole body, read once.
  byte[] body() throws IOException, BadRequestException {
    var known = body;
    if (known == null) {
      known = read();
      body = known;
    }
    return known;
  }

  private byte[] read() throws IOException, BadRequestException {
    int most = WireLimits.MAX_BODY_OF_REQUEST_BYTES;
    if (request.getLength() > most) {
      throw new BadRequestException(ErrorCode.TOO_LARGE, "The body is too long.");
    }
    var read = bodyStream().readNBytes(most + 1);
    if (read.length > most) {
      throw new BadRequestException(ErrorCode.TOO_LARGE, "The body is too long.");
    }
    return read;
  }

  /// The body as it arrives.
  InputStream bodyStream() {
    return Content.Source.asInputStream(request);
  }

  /// The bearer token; null when there is none.
  @Nullable String bearerToken() {
    return bearerToken(request);
  }

  static @Nullable String bearerToken(Request request) {
    var header = request.getHeaders().get(HttpHeader.AUTHORIZATION);
    return header != null && header.startsWith(BEARER) ? header.substring(BEARER.length()) : null;
  }

  /// A part of the query; null when it is not there.
  @Nullable String query(String name) {
    return Request.extractQueryParameters(request).getValue(name);
  }

  @Nullable String header(String name) {
    return request.getHeaders().get(name);
  }

  /// A header that must be a number.
  long number(String name) throws BadRequestException {
    var text = header(name);
    try {
      if (text != null && !text.isEmpty() && Character.isDigit(text.charAt(0))) {
        return Long.parseLong(text);
      }
    } catch (NumberFormatException _) { // said below
    }
    throw BadRequestException.malformed("The header " + name + " must be a number.");
  }

  String variable() {
    return variables.getFirst();
  }
}
