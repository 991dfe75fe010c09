package org.juntos.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/// Files that go with a message.
final class FileOptions {
  @Option(
      names = "--attach",
      paramLabel = "FILE",
      description =
          "A file: not resized, but without its hidden data. Can be given more than once.")
  private List<Path> files = new ArrayList<>();

  List<Path> files() {
    return files;
  }
}
