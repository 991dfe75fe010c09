package org.juntos.ui.shell;

class Start {
  void run() {
    javafx.application.Platform.startup(this::run);
  }
}
