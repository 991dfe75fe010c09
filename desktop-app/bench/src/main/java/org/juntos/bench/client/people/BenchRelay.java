package org.juntos.bench.client.people;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.juntos.testkit.Codes;
import org.juntos.testkit.network.TcpCable;
import org.juntos.testkit.process.Child;
import org.juntos.testkit.process.RelayMain;

/// The real relay, without rate limits, in a process of its own.
public final class BenchRelay implements AutoCloseable {
  private final Child process;
  private final String address;
  private final Path codes;

  private BenchRelay(Child process, String address, Path codes) {
    this.process = process;
    this.address = address;
    this.codes = codes;
  }

  /// Starts it on a free port.
  ///
  /// @param folder for its data, codes and log
  public static BenchRelay start(Path folder) throws IOException {
    var codes = folder.resolve("codes");
    var process =
        new Child(
            RelayMain.class,
            folder.resolve("relay.log"),
            List.of(folder.resolve("relay").toString(), codes.toString(), "0"));
    return new BenchRelay(process, process.start(), codes);
  }

  /// The same relay at the near end of a cable that leads to it.
  public BenchRelay along(TcpCable cable) {
    return new BenchRelay(process, "http://127.0.0.1:" + cable.port(), codes);
  }

  /// Where it is reached.
  public String address() {
    return address;
  }

  Path codes() {
    return codes;
  }

  String code(String phoneNumber) throws IOException {
    return Codes.last(codes, phoneNumber);
  }

  @Override
  public void close() throws IOException {
    process.close();
  }
}
