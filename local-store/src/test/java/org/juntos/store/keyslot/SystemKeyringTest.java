package org.juntos.store.keyslot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.juntos.crypto.secret.SecretBytes;
import org.juntos.store.MemoryKeyring;

class SystemKeyringTest {
  @Test
  void a_keyring_answers_or_is_said_to_be_silent_within_its_limit() {
    var keyring = new SystemKeyring(Duration.ofSeconds(5));
    assertTimeoutPreemptively(Duration.ofSeconds(20), keyring::answers);
  }

  @Test
  void a_keyring_that_hangs_is_given_up() {
    var never = new CountDownLatch(1);
    var keyring =
        new SystemKeyring(
            Duration.ofMillis(50),
            () -> {
              never.await();
              throw new AssertionError();
            });
    assertThrows(KeyringSilentException.class, () -> keyring.read("x"));
    assertTrue(!keyring.answers());
  }

  @Test
  void a_machine_without_a_keyring_is_silent() {
    var keyring =
        new SystemKeyring(
            Duration.ofSeconds(5),
            () -> {
              throw new com.github.javakeyring.BackendNotSupportedException("none");
            });
    assertThrows(
        KeyringSilentException.class,
        () -> keyring.write("x", SecretBytes.takeFrom(new byte[] {1})));
    assertThrows(KeyringSilentException.class, () -> keyring.delete("x"));
  }

  @Test
  void a_keyring_that_works_answers() {
    var keyring = new MemoryKeyring();
    assertTrue(keyring.answers());
    keyring.silent = true;
    assertEquals(false, keyring.answers());
  }
}
