package org.juntos.relay.http;

/// Which program this is.
public final class Version {
  /// Its name.
  public static final String NAME = "Juntos relay";

  /// Its version.
  public static final String NUMBER = "0.1.0";

  private Version() {}
}
