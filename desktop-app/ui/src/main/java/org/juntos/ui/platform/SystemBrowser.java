package org.juntos.ui.platform;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The browser of the operating system, asked through its own opener: the address is one argument,
/// and no shell reads it.
final class SystemBrowser {
  private static final Logger LOG = LoggerFactory.getLogger(SystemBrowser.class);

  private SystemBrowser() {}

  static void open(URI page) {
    try {
      new ProcessBuilder(command(System.getProperty("os.name"), page))
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException failed) { // the address is shown, to be opened by hand
      LOG.warn("no browser was opened: {}", failed.getClass().getSimpleName());
    }
  }

  static List<String> command(String system, URI page) {
    var name = system.toLowerCase(Locale.ROOT);
    var address = page.toASCIIString();
    if (name.startsWith("windows")) {
      return List.of("rundll32", "url.dll,FileProtocolHandler", address);
    }
    return List.of(name.startsWith("mac") ? "open" : "xdg-open", address);
  }
}
