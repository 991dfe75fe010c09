package org.juntos.bench.server;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.juntos.bench.floor.BenchKeystore;
import org.juntos.bench.floor.FloorMain;
import org.juntos.bench.load.Account;
import org.juntos.bench.process.ServerProcess;
import org.juntos.wire.AccountId;
import org.juntos.wire.DeviceAddress;

/// Starts the servers that are measured, in a temporary folder that goes with it.
public final class Servers implements AutoCloseable {
  private final Path folder;
  private final boolean tls;

  /// @param tls whether they speak TLS, with self-signed certificates
  public Servers(boolean tls) throws IOException {
    this.folder = Files.createTempDirectory("juntos-bench");
    this.tls = tls;
  }

  /// For files of whoever measures.
  public Path folder() {
    return folder;
  }

  /// The floor.
  public ServerProcess floor() throws IOException, InterruptedException {
    var arguments = new ArrayList<>(List.of(folder.resolve("floor").toString()));
    if (tls) {
      arguments.add(BenchKeystore.make(folder).toString());
    }
    return ServerProcess.start(FloorMain.class, folder.resolve("floor.log"), arguments);
  }

  /// The floor knows no accounts: a device is its number.
  public static List<Account> numbered(int count) {
    var accounts = new ArrayList<Account>(count);
    for (int i = 0; i < count; i++) {
      var device = new DeviceAddress(new AccountId(new UUID(0, i)), 1);
      accounts.add(new Account(device, Integer.toString(i), ByteString.EMPTY));
    }
    return accounts;
  }

  /// The relay; once more on the same data when it was there before.
  public ServerProcess relay() throws IOException {
    var arguments =
        new ArrayList<>(List.of(folder.resolve("relay").toString(), codes().toString()));
    if (tls) {
      arguments.add("tls");
    }
    return ServerProcess.start(RelayChild.class, folder.resolve("relay.log"), arguments);
  }

  /// New accounts at the relay.
  public List<Account> accounts(ServerProcess relay, int count) throws IOException {
    try (var maker = new AccountMaker(relay.target(), codes())) {
      return maker.make(count);
    }
  }

  private Path codes() {
    return folder.resolve("codes");
  }

  @Override
  public void close() throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException failure)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
