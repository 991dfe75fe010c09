package org.juntos.relay;

/// The command `juntos relay`.
public final class RelayMain {
  private RelayMain() {}

  /// Runs until it is told to stop.
  public static void main(String[] arguments) {
    System.exit(2);
  }
}
