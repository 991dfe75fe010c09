package org.juntos.relay.backup;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/// What is in a backup, and how each file of it looked when it was written.
///
/// @param files SHA-256 in hexadecimal by path, `/` between names
record Manifest(Instant madeAt, Map<String, String> files) {
  static final String NAME = "manifest.json";
  private static final String FORMAT = "juntos-relay-backup-1";

  Manifest {
    files = Map.copyOf(files);
  }

  /// Describes all files below `folder`.
  static Manifest of(Path folder, Instant madeAt) throws IOException {
    var files = new TreeMap<String, String>();
    try (var walk = Files.walk(folder)) {
      for (var file : walk.filter(Files::isRegularFile).toList()) {
        var name = folder.relativize(file).toString().replace('\\', '/');
        if (!name.equals(NAME)) {
          files.put(name, digest(file));
        }
      }
    }
    return new Manifest(madeAt, files);
  }

  String json() throws IOException {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("format", FORMAT);
    fields.put("madeAt", madeAt.toString());
    fields.put("files", new TreeMap<>(files));
    return JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(fields);
  }

  static Manifest read(Path folder) throws IOException {
    var file = folder.resolve(NAME);
    if (!Files.exists(file)) {
      throw new BackupException(folder + " is no backup of a relay: it has no " + NAME);
    }
    try {
      var fields = JSON.std.mapFrom(Files.readString(file));
      if (FORMAT.equals(fields.get("format")) && fields.get("files") instanceof Map<?, ?> files) {
        var digests = new TreeMap<String, String>();
        files.forEach((name, digest) -> digests.put(safe(name), String.valueOf(digest)));
        return new Manifest(Instant.parse(String.valueOf(fields.get("madeAt"))), digests);
      }
    } catch (IOException | DateTimeException | IllegalArgumentException damaged) {
      throw new BackupException("the backup's " + NAME + " is damaged", damaged);
    }
    throw new BackupException("the backup was made by another version: unknown format");
  }

  /// A name must not lead out of the folder.
  private static String safe(Object name) {
    var path = Path.of(String.valueOf(name));
    if (path.isAbsolute() || !path.normalize().equals(path) || path.startsWith("..")) {
      throw new IllegalArgumentException("a name that leads elsewhere");
    }
    return String.valueOf(name);
  }

  /// @throws BackupException that names the first file that is missing or has changed
  void verify(Path folder) throws IOException {
    for (var entry : new TreeMap<>(files).entrySet()) {
      var file = folder.resolve(entry.getKey());
      if (!Files.isRegularFile(file)) {
        throw new BackupException("the backup is not whole: " + entry.getKey() + " is missing");
      }
      if (!digest(file).equals(entry.getValue())) {
        throw new BackupException("the backup is damaged: " + entry.getKey() + " has changed");
      }
    }
  }

  private static String digest(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        var out =
            new DigestOutputStream(
                OutputStream.nullOutputStream(), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(out);
      return HexFormat.of().formatHex(out.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("this JDK has no SHA-256", impossible);
    }
  }
}
