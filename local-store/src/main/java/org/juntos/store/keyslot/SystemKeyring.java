package org.juntos.store.keyslot;

import com.github.javakeyring.PasswordAccessException;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.juntos.crypto.secret.SecretBytes;

/// The keyring of Linux desktops (Secret Service, KWallet), macOS and Windows. A keyring that hangs
/// (a prompt that nobody sees) is given up after a limit.
public final class SystemKeyring implements Keyring {
  private static final String SERVICE = "Juntos";

  private final Duration limit;
  private final Callable<com.github.javakeyring.Keyring> backend;

  /// @param limit how long a question may take, the person's typing into a prompt included
  public SystemKeyring(Duration limit) {
    this(limit, com.github.javakeyring.Keyring::create);
  }

  SystemKeyring(Duration limit, Callable<com.github.javakeyring.Keyring> backend) {
    this.limit = limit;
    this.backend = backend;
  }

  @Override
  public @Nullable SecretBytes read(String name) throws KeyringSilentException {
    var encoded = ask(keyring -> passwordOrEmpty(keyring, name));
    try {
      return encoded.isEmpty() ? null : SecretBytes.takeFrom(Base64.getDecoder().decode(encoded));
    } catch (IllegalArgumentException _) {
      return null; // not what we wrote
    }
  }

  @Override
  public void write(String name, SecretBytes secret) throws KeyringSilentException {
    var encoded = secret.use(bytes -> Base64.getEncoder().encodeToString(bytes));
    ask(keyring -> {
      keyring.setPassword(SERVICE, name, encoded);
      return "";
    });
  }

  @Override
  public void delete(String name) throws KeyringSilentException {
    ask(keyring -> {
      if (!passwordOrEmpty(keyring, name).isEmpty()) {
        keyring.deletePassword(SERVICE, name);
      }
      return "";
    });
  }

  /// The library says alike that there is nothing and that it failed.
  private static String passwordOrEmpty(com.github.javakeyring.Keyring keyring, String name) {
    try {
      return keyring.getPassword(SERVICE, name);
    } catch (PasswordAccessException _) {
      return "";
    }
  }

  private String ask(Question question) throws KeyringSilentException {
    var task = new FutureTask<>(connected(question));
    Thread.ofPlatform().daemon().name("juntos-keyring").start(task);
    try {
      return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      task.cancel(true);
      throw new KeyringSilentException(
          "the keyring did not answer in " + limit.toSeconds() + " s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KeyringSilentException("interrupted", e);
    } catch (ExecutionException e) {
      throw new KeyringSilentException("no keyring answers", e);
    }
  }

  private Callable<String> connected(Question question) {
    return () -> {
      var keyring = backend.call();
      try {
        return question.put(keyring);
      } finally {
        keyring.close();
      }
    };
  }

  @FunctionalInterface
  private interface Question {
    String put(com.github.javakeyring.Keyring keyring) throws PasswordAccessException;
  }
}
