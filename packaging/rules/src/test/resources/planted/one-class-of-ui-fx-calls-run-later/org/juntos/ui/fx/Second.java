package org.juntos.ui.fx;

class Second {
  void run() {
    javafx.application.Platform.runLater(this::run);
  }
}
