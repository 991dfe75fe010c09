package org.juntos.ui.compose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Problem;
import org.juntos.ui.fx.EngineLink;

/// The files that go with the message that is being written.
final class PendingFiles {
  private static final int MOST = 32;

  private final EngineLink engine;
  private final Consumer<Problem> complain;
  private final ObservableList<PendingFile> list = FXCollections.observableArrayList();

  /// @param complain told what went wrong
  PendingFiles(EngineLink engine, Consumer<Problem> complain) {
    this.engine = engine;
    this.complain = complain;
  }

  ObservableList<PendingFile> list() {
    return list;
  }

  /// Folders and what cannot be read are refused, the rest is kept.
  void attach(List<Path> paths) {
    for (var path : paths) {
      if (list.size() >= MOST) {
        refuse("too-many-files", "One message takes up to 32 files.", "Send the rest in the next.");
        return;
      }
      attach(path, false);
    }
  }

  /// @param temporary made for this message only
  void attach(Path path, boolean temporary) {
    try {
      if (!Files.isRegularFile(path)) {
        refuse("not-a-file", "Only files can be attached, not folders.", "Choose the files in it.");
        return;
      }
      list.add(new PendingFile(path, Files.size(path), temporary));
    } catch (IOException _) {
      refuse("unreadable", "A file cannot be read.", "Check that it is still there.");
    }
  }

  /// One of a draft.
  ///
  /// @return whether it is still there
  boolean attachAgain(Path path) {
    if (!Files.isRegularFile(path)) {
      refuse("file-gone", "A file of your draft is not there any more.", "Attach it again.");
      return false;
    }
    var before = list.size();
    attach(path, false);
    return list.size() > before;
  }

  void remove(PendingFile file) {
    list.remove(file);
    forget(file);
  }

  /// Deletes one that was made for a message only.
  void forget(PendingFile file) {
    if (file.temporary()) {
      engine.background(() -> delete(file.path()));
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void refuse(String code, String sentence, String nextStep) {
    complain.accept(Problem.local(code, sentence, nextStep));
  }

  static List<Intent.OutgoingFile> outgoing(List<PendingFile> files, boolean original) {
    return files.stream()
        .map(file -> new Intent.OutgoingFile(file.path(), original, false))
        .toList();
  }
}
