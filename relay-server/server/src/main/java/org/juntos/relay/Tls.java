package org.juntos.relay;

import java.nio.file.Path;

/// How connections are protected.
public sealed interface Tls {
  /// Not at all: for loopback, or behind a proxy that ends TLS.
  record Off() implements Tls {}

  /// A key pair made on first start and kept in the data folder; clients pin it through the invite
  /// link.
  record SelfSigned() implements Tls {}

  /// PEM files.
  ///
  /// @param certificate the chain, leaf first
  /// @param key PKCS #8, not encrypted
  record Files(Path certificate, Path key) implements Tls {}
}
