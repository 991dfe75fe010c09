package org.juntos.relay.otp;

import java.io.PrintStream;

/// Prints codes for the operator to see: for trying out, and for a household.
public final class ConsoleCodeSender implements CodeSender {
  private final PrintStream out;

  /// Prints to `out`.
  public ConsoleCodeSender(PrintStream out) {
    this.out = out;
  }

  @Override
  public void send(String phoneNumber, String code) {
    out.println("code for " + phoneNumber + " : " + code);
    out.flush();
  }
}
