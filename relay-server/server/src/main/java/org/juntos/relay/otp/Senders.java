package org.juntos.relay.otp;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The sender of each kind of contact. At most [#AT_ONCE] codes are on their way out: a gateway
/// that hangs must not take every thread of the relay.
public final class Senders implements AutoCloseable {
  private static final int AT_ONCE = 32;
  private static final Logger LOG = LoggerFactory.getLogger(Senders.class);

  private final Map<ContactKind, CodeSender> senders;
  private final Semaphore free = new Semaphore(AT_ONCE);

  /// Codes go to the kinds of contact in `senders`, and to no others.
  public Senders(Map<ContactKind, CodeSender> senders) {
    this.senders = senders.isEmpty() ? Map.of() : new EnumMap<>(senders);
  }

  /// The kinds that get codes.
  public Set<ContactKind> kinds() {
    return senders.keySet();
  }

  /// What sends to each kind.
  public Map<ContactKind, String> names() {
    var names = new EnumMap<ContactKind, String>(ContactKind.class);
    senders.forEach((kind, sender) -> names.put(kind, sender.name()));
    return names;
  }

  /// Whether the code went out. A failure is logged without the contact.
  boolean send(Contact to, String code) {
    var sender = senders.get(to.kind());
    if (sender == null || !free.tryAcquire()) {
      failed(to, sender, "too many are being sent");
      return false;
    }
    try {
      sender.send(to, code);
      return true;
    } catch (SendFailedException failure) {
      failed(to, sender, String.valueOf(failure.getMessage()));
    } catch (IOException failure) { // its message may repeat what the other side said
      failed(to, sender, failure.getClass().getSimpleName());
    } finally {
      free.release();
    }
    return false;
  }

  private static void failed(Contact to, @Nullable CodeSender sender, String why) {
    LOG.warn(
        "event=code_not_sent kind={} sender={} why={}",
        to.kind().text(),
        sender == null ? "none" : sender.name(),
        why);
  }

  @Override
  public void close() {
    senders.values().forEach(CodeSender::close);
  }
}
