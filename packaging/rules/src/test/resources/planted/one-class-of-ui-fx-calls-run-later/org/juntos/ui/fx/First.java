package org.juntos.ui.fx;

class First {
  void run() {
    javafx.application.Platform.runLater(this::run);
  }
}
