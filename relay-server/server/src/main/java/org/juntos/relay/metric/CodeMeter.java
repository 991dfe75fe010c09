package org.juntos.relay.metric;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import org.juntos.relay.otp.CodeSender;
import org.juntos.relay.otp.Contact;

/// Counts one-time codes. Proven divided by sent is the completion rate: it falls when somebody has
/// codes sent for money.
public final class CodeMeter {
  private final Counter sent;
  private final Counter failed;
  private final Counter proven;
  private final Counter wrong;

  CodeMeter(MeterRegistry registry) {
    this.sent = counter(registry, "sent");
    this.failed = counter(registry, "failed");
    this.proven = counter(registry, "proven");
    this.wrong = counter(registry, "wrong");
  }

  private static Counter counter(MeterRegistry registry, String outcome) {
    return Counter.builder("juntos.relay.codes")
        .description("One-time codes by what became of them")
        .tag("outcome", outcome)
        .register(registry);
  }

  /// A code went out.
  public void sent() {
    sent.increment();
  }

  /// A code could not be sent.
  public void failed() {
    failed.increment();
  }

  /// Somebody gave the right code.
  public void proven() {
    proven.increment();
  }

  /// Somebody gave another code, or too late.
  public void wrong() {
    wrong.increment();
  }

  /// What the counts are now.
  public Counts counts() {
    return new Counts(
        (long) sent.count(), (long) failed.count(), (long) proven.count(), (long) wrong.count());
  }

  /// Codes since the start.
  public record Counts(long sent, long failed, long proven, long wrong) {}

  CodeSender counting(CodeSender sender) {
    return new Counted(sender);
  }

  private final class Counted implements CodeSender {
    private final CodeSender sender;

    Counted(CodeSender sender) {
      this.sender = sender;
    }

    @Override
    public void send(Contact to, String code) throws IOException {
      try {
        sender.send(to, code);
        sent();
      } catch (IOException unsent) {
        failed();
        throw unsent;
      }
    }

    @Override
    public String name() {
      return sender.name();
    }

    @Override
    public void close() {
      sender.close();
    }
  }
}
