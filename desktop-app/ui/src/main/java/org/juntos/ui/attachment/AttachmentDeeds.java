package org.juntos.ui.attachment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.model.AttachmentView;
import org.juntos.ui.fx.EngineLink;
import org.juntos.ui.platform.Device;
import org.juntos.ui.platform.OpenedFiles;

/// Does it with the engine and the device; knows of no other files.
public class AttachmentDeeds implements AttachmentActions {
  private final EngineLink engine;
  private final Device device;
  private final Consumer<Problem> complain;

  /// @param complain told what went wrong
  public AttachmentDeeds(EngineLink engine, Device device, Consumer<Problem> complain) {
    this.engine = engine;
    this.device = device;
    this.complain = complain;
  }

  @Override
  public void download(AttachmentView attachment) {
    engine.attempt(new Intent.Download(attachment.message(), attachment.index()), complain);
  }

  @Override
  public void cancelTransfer(AttachmentView attachment) {
    engine.attempt(new Intent.CancelTransfer(attachment.message(), attachment.index()), complain);
  }

  @Override
  public void retryTransfer(AttachmentView attachment) {
    engine.attempt(new Intent.RetryMessage(attachment.message()), complain);
  }

  @Override
  public void played(AttachmentView sound) {}

  @Override
  public @Nullable AttachmentView next(AttachmentView sound) {
    return null;
  }

  @Override
  public void save(AttachmentView attachment, Window owner, Consumer<Path> saved) {
    var target = device.chooseTarget(owner, attachment.fileName());
    if (target != null) {
      save(attachment, target, saved, complain);
    }
  }

  @Override
  public void saveAll(List<AttachmentView> attachments, Window owner) {
    var folder = device.chooseFolder(owner);
    if (folder != null) {
      save(attachments.iterator(), folder, null);
    }
  }

  /// One after the other, in their order: of two with one name the later gets a number.
  private void save(Iterator<AttachmentView> left, Path folder, @Nullable Path last) {
    if (left.hasNext()) {
      save(
          left.next(),
          folder,
          file -> save(left, folder, file),
          problem -> {
            complain.accept(problem);
            save(left, folder, last);
          });
    } else if (last != null) {
      show(last);
    }
  }

  /// The copy is in the clear, where nobody else may look, and goes when the program closes.
  @Override
  public void open(AttachmentView attachment) {
    engine.fetch(this::place, place -> save(attachment, place, device::open, complain));
  }

  @Override
  public void show(Path saved) {
    device.showInFolder(saved);
  }

  private Path place() {
    try {
      return new OpenedFiles(device.folder()).place();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void save(
      AttachmentView attachment, Path target, Consumer<Path> saved, Consumer<Problem> refused) {
    engine.submit(
        new Intent.SaveAttachment(attachment.message(), attachment.index(), target),
        outcome -> {
          switch (outcome) {
            case Outcome.Saved(var file) -> saved.accept(file);
            case Outcome.Refused(var problem) -> refused.accept(problem);
            default -> throw new IllegalStateException("saving ended as " + outcome);
          }
        });
  }
}
