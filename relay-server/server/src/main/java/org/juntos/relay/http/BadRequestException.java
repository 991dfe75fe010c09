package org.juntos.relay.http;

import org.juntos.wire.ErrorCode;

/// The request cannot be understood, or is longer than the limit.
final class BadRequestException extends Exception {
  private static final long serialVersionUID = 1;

  private final ErrorCode code;

  BadRequestException(ErrorCode code, String detail) {
    super(detail);
    this.code = code;
  }

  static BadRequestException malformed(String detail) {
    return new BadRequestException(ErrorCode.MALFORMED, detail);
  }

  ErrorCode code() {
    return code;
  }

  String detail() {
    return String.valueOf(getMessage());
  }
}
