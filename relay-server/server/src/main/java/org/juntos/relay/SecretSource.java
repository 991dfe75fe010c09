package org.juntos.relay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.juntos.relay.otp.sender.Secret;

/// Where a password or key is kept: never on the command line, which everybody on the machine sees.
public sealed interface SecretSource {
  /// @throws RelayStartException when there is none
  Secret read(Map<String, String> environment) throws RelayStartException;

  /// The first line of a file.
  record OfFile(Path path) implements SecretSource {
    @Override
    public Secret read(Map<String, String> environment) throws RelayStartException {
      String text;
      try {
        text = Files.readString(path);
      } catch (IOException failed) {
        throw new RelayStartException("cannot read the secret in " + path, failed);
      }
      return secret(text.lines().findFirst().orElse(""), "the file " + path);
    }
  }

  /// A variable of the environment.
  record OfEnvironment(String name) implements SecretSource {
    @Override
    public Secret read(Map<String, String> environment) throws RelayStartException {
      return secret(environment.getOrDefault(name, ""), "the environment variable " + name);
    }
  }

  private static Secret secret(String text, String where) throws RelayStartException {
    try {
      return new Secret(text);
    } catch (IllegalArgumentException empty) {
      throw new RelayStartException("there is no secret in " + where, empty);
    }
  }

  /// Reads `file:PATH` or `env:NAME`.
  ///
  /// @throws IllegalArgumentException with one sentence when it is neither
  static SecretSource parse(String text) {
    if (text.startsWith("file:") && text.length() > 5) {
      return new OfFile(Path.of(text.substring(5)));
    }
    if (text.startsWith("env:") && text.length() > 4) {
      return new OfEnvironment(text.substring(4));
    }
    throw new IllegalArgumentException("a secret is given as file:PATH or env:NAME");
  }
}
