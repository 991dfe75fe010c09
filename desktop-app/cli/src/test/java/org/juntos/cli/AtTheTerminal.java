package org.juntos.cli;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// Ana, who has an account, at her terminal.
abstract class AtTheTerminal {
  final MemoryProfile profile = new MemoryProfile();
  Terminal ana = new Terminal(profile::open, Path.of(""));

  @BeforeEach
  void sit_down(@TempDir Path folder) {
    profile.register();
    ana = new Terminal(profile::open, folder);
  }
}
