package org.juntos.store;

/// How making a profile ended.
public sealed interface CreateResult {
  /// It is there and open.
  record Created(Profile profile) implements CreateResult {}

  /// There is one already; nothing was touched.
  record Exists() implements CreateResult {}

  /// Another program works in this folder.
  record InUse() implements CreateResult {}

  /// The keyring does not answer; nothing was made.
  record KeyringSilent(String why) implements CreateResult {}
}
