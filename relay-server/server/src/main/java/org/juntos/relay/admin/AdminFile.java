package org.juntos.relay.admin;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import org.juntos.relay.store.DataFolder;

/// Where a running relay listens for its operator, and the secret that proves one: a file in the
/// data folder that only its owner may read.
///
/// @param address `http://host:port`
record AdminFile(String address, String secret) {
  private static final String NAME = "admin.json";
  private static final int SECRET_BYTES = 32;

  static AdminFile fresh(String address, SecureRandom random) {
    var secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    return new AdminFile(address, Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
  }

  void write(Path data) throws IOException {
    var json = JSON.std.asString(Map.of("address", address, "secret", secret));
    DataFolder.writeOwnerOnly(data.resolve(NAME), json);
  }

  static void delete(Path data) throws IOException {
    Files.deleteIfExists(data.resolve(NAME));
  }

  /// @throws IOException with one line for the operator when no relay runs on `data`
  static AdminFile read(Path data) throws IOException {
    var file = data.resolve(NAME);
    if (!Files.exists(file)) {
      throw new IOException(
          "no relay runs on "
              + data
              + " with an operator's port; start it, without --admin-port off");
    }
    if (!Files.isReadable(file)) {
      throw new IOException("cannot read " + file + "; run this as the user that runs the relay");
    }
    var fields = JSON.std.mapFrom(Files.readString(file));
    return new AdminFile(
        String.valueOf(fields.get("address")), String.valueOf(fields.get("secret")));
  }

  /// Names no secret.
  @Override
  public String toString() {
    return "AdminFile(" + address + ")";
  }
}
