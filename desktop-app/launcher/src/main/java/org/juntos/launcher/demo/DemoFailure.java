package org.juntos.launcher.demo;

/// Something that the demonstration shows did not come true. The message says what.
final class DemoFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DemoFailure(String what) {
    super(what);
  }

  DemoFailure(String what, Throwable cause) {
    super(what, cause);
  }
}
