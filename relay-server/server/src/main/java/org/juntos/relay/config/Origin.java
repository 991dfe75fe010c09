package org.juntos.relay.config;

import java.nio.file.Path;

/// Where the value of a setting comes from.
public sealed interface Origin {
  /// The command line.
  record Flag(String name) implements Origin {
    @Override
    public String toString() {
      return name;
    }
  }

  /// An environment variable.
  record Environment(String variable) implements Origin {
    @Override
    public String toString() {
      return "environment " + variable;
    }
  }

  /// The settings file.
  record InFile(Path file, int line) implements Origin {
    @Override
    public String toString() {
      return file + " line " + line;
    }
  }

  /// Nobody said anything.
  record Default() implements Origin {
    @Override
    public String toString() {
      return "default";
    }
  }
}
