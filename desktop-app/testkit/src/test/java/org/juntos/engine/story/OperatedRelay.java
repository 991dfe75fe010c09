package org.juntos.engine.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.juntos.engine.connection.IssuedCertificate;
import org.juntos.relay.sealed.CertificateAuthority;
import org.juntos.testkit.Codes;
import org.juntos.testkit.process.Child;
import org.juntos.testkit.process.RelayMain;
import org.juntos.testkit.relay.InProcessRelay;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// A real relay in a process of its own, whose operator has kept a copy of its keys. All tests of a
/// run share it, each with people of its own.
final class OperatedRelay implements CloseableResource {
  private final Path folder;
  private final CertificateAuthority authority;
  private final Child process;
  private final URI address;
  private final AtomicInteger towns = new AtomicInteger();

  private OperatedRelay(Path folder) throws IOException {
    this.folder = folder;
    try (var first = new InProcessRelay(folder, InstantSource.system(), new SecureRandom())) {
      authority = first.services().certificates();
    }
    var data = folder.resolve("relay").toString();
    process =
        new Child(RelayMain.class, folder.resolve("log"), List.of(data, codes().toString(), "0"));
    address = URI.create(process.start());
  }

  private Path codes() {
    return folder.resolve("codes");
  }

  URI address() {
    return address;
  }

  String code(String phoneNumber) throws IOException {
    return Codes.last(codes(), phoneNumber);
  }

  /// Numbers nobody else has.
  int nextTown() {
    return towns.getAndIncrement();
  }

  /// States that `sender` has `identityKey`, true or not.
  IssuedCertificate certify(DeviceAddress sender, Bytes identityKey) {
    var issued = authority.issue(sender, identityKey);
    return new IssuedCertificate(issued.bytes(), issued.expiresAt());
  }

  @Override
  public void close() throws IOException {
    process.close();
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /// Gives the relay to whatever test asks for it.
  static final class Shared implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == OperatedRelay.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(ExtensionContext.Namespace.GLOBAL)
          .getOrComputeIfAbsent(OperatedRelay.class, _ -> start(), OperatedRelay.class);
    }

    private static OperatedRelay start() {
      try {
        return new OperatedRelay(Files.createTempDirectory("juntos-operated"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
