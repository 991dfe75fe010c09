package org.juntos.bench.floor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A self-signed key pair for the floor, made by the JDK's own tool.
public final class BenchKeystore {
  static final String PASSWORD = "bench-floor";

  private BenchKeystore() {}

  /// Makes a PKCS #12 file in `folder`.
  public static Path make(Path folder) throws IOException, InterruptedException {
    var file = folder.resolve("floor.p12");
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var command =
        List.of(
            keytool,
            "-genkeypair",
            "-keyalg",
            "EC",
            "-groupname",
            "secp256r1",
            "-dname",
            "CN=floor",
            "-validity",
            "2",
            "-storetype",
            "PKCS12",
            "-keystore",
            file.toString(),
            "-storepass",
            PASSWORD,
            "-alias",
            "floor");
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getInputStream().readAllBytes();
    if (process.waitFor() != 0) {
      throw new IOException("keytool failed");
    }
    return file;
  }
}
