package org.juntos.crypto.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.juntos.crypto.record.ProtocolRecords;
import org.juntos.wire.Bytes;

/// A store that fails in the middle must not look like hostile input, which would be thrown away.
final class StoreFailureTest {
  private final TestClock clock = new TestClock();
  private final TestRelay relay = new TestRelay();
  private final Party alice = Party.register(relay, clock);
  private final Party bob = Party.register(relay, clock);
  private final RuntimeException diskFull = new IllegalStateException("disk full");

  private DeviceCrypto failing(Party party, String method) {
    var rolledBack = party.records.copy();
    var records =
        (ProtocolRecords)
            Proxy.newProxyInstance(
                ProtocolRecords.class.getClassLoader(),
                new Class<?>[] {ProtocolRecords.class},
                (_, called, arguments) -> {
                  if (called.getName().equals(method)) {
                    throw diskFull;
                  }
                  try {
                    return called.invoke(rolledBack, arguments);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                });
    return new DeviceCrypto(records, clock, new SecureRandom());
  }

  private void surfaces(Bytes sealed, List<String> methods) {
    for (var method : methods) {
      var crypto = failing(bob, method);
      var thrown =
          assertThrows(
              RuntimeException.class,
              () -> crypto.open(sealed, relay.trustRoot(), clock.instant()),
              method);
      assertSame(diskFull, thrown, method);
    }
  }

  @Test
  void surfaces_while_a_first_message_is_opened() {
    alice.establish(bob);
    var sealed = alice.send(bob, "hello");
    surfaces(
        sealed,
        List.of(
            "localDevice",
            "session",
            "identity",
            "prekey",
            "putIdentity",
            "deletePrekey",
            "putSession"));
    assertEquals("hello", bob.read(sealed));
    assertEquals("another", bob.read(alice.send(bob, "another")));
  }

  @Test
  void surfaces_while_a_later_message_is_opened() {
    alice.establish(bob);
    bob.read(alice.send(bob, "one"));
    alice.read(bob.send(alice, "two"));
    surfaces(alice.send(bob, "three"), List.of("session", "identity", "putSession"));
  }

  @Test
  void surfaces_while_a_session_is_started() {
    for (var method : List.of("identity", "session", "sessions", "putIdentity", "putSession")) {
      var crypto = failing(alice, method);
      assertSame(
          diskFull,
          assertThrows(
              RuntimeException.class,
              () -> crypto.establish(bob.account(), Bytes.EMPTY, relay.bundles(bob.account()))));
    }
  }

  @Test
  void a_damaged_session_is_a_fault_and_not_the_senders() {
    alice.establish(bob);
    bob.read(alice.send(bob, "one"));
    bob.records.putSession(alice.address(), new byte[] {1, 2, 3});
    var sealed = alice.send(bob, "two");
    assertThrows(IllegalStateException.class, () -> bob.open(sealed));
  }
}
