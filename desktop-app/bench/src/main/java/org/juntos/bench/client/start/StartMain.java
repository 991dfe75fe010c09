package org.juntos.bench.client.start;

import org.juntos.launcher.DesktopMain;

/// The desktop app itself with a [HastyPerson] at it: `PROFILE PASSPHRASE`. Ends with standard
/// input.
final class StartMain {
  private StartMain() {}

  public static void main(String[] arguments) {
    Windows.onOpen(new HastyPerson(arguments[1], System.out)::watch);
    Windows.obey();
    DesktopMain.main(new String[] {"--profile", arguments[0]});
  }
}
