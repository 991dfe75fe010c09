package org.juntos.media.ffmpeg;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The machine this runs on, in the words of the libraries' archives.
///
/// @param name such as `linux-x86_64`
/// @param machine whose ELF libraries are written, null where there are none
record Platform(String name, ElfStub.@Nullable Machine machine) {
  static Platform current() {
    var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    var processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    var arm = processor.equals("aarch64") || processor.equals("arm64");
    var suffix = arm ? "-arm64" : "-x86_64";
    if (system.startsWith("windows")) {
      return new Platform("windows" + suffix, null);
    }
    if (system.startsWith("mac")) {
      return new Platform("macosx" + suffix, null);
    }
    return new Platform("linux" + suffix, arm ? ElfStub.Machine.AARCH64 : ElfStub.Machine.X86_64);
  }

  /// As the system calls an executable of this name.
  String executable(String program) {
    return name.startsWith("windows") ? program + ".exe" : program;
  }
}
