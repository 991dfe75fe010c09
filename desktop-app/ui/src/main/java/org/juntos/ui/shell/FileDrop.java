package org.juntos.ui.shell;

import java.io.File;
import javafx.css.PseudoClass;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Region;
import org.juntos.ui.compose.ComposeViewModel;

/// Takes files that are dropped anywhere on a conversation.
final class FileDrop {
  private static final PseudoClass OVER = PseudoClass.getPseudoClass("drop");

  private final ComposeViewModel draft;

  FileDrop(ComposeViewModel draft) {
    this.draft = draft;
  }

  void install(Region target) {
    target.setOnDragOver(event -> {
      if (event.getDragboard().hasFiles()) {
        event.acceptTransferModes(TransferMode.COPY);
        target.pseudoClassStateChanged(OVER, true);
      }
      event.consume();
    });
    target.setOnDragExited(_ -> target.pseudoClassStateChanged(OVER, false));
    target.setOnDragDropped(this::dropped);
  }

  private void dropped(DragEvent event) {
    var files = event.getDragboard().getFiles();
    draft.attach(files.stream().map(File::toPath).toList());
    event.setDropCompleted(!files.isEmpty());
    event.consume();
  }
}
