package org.juntos.relay.otp.sender;

import java.io.PrintStream;
import org.juntos.relay.otp.CodeSender;
import org.juntos.relay.otp.Contact;

/// Prints codes for the operator to see: for trying out, and for a household.
public final class ConsoleCodeSender implements CodeSender {
  private final PrintStream out;

  /// Prints to `out`.
  public ConsoleCodeSender(PrintStream out) {
    this.out = out;
  }

  @Override
  public void send(Contact to, String code) {
    out.println("code for " + to.address() + " : " + code);
    out.flush();
  }
}
