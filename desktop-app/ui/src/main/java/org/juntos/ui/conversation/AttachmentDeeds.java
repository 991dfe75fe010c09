package org.juntos.ui.conversation;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.juntos.content.Attachment;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.intent.VoiceIntent;
import org.juntos.engine.model.AttachmentView;
import org.juntos.engine.model.EntryView;
import org.juntos.ui.attachment.AttachmentActions;
import org.juntos.ui.fx.EngineLink;
import org.juntos.ui.platform.Device;

/// What the person does with the files of one conversation.
///
/// @param complain told what went wrong
/// @param entries those that are shown, oldest first
record AttachmentDeeds(
    EngineLink engine, Device device, Consumer<Problem> complain, Supplier<List<EntryView>> entries)
    implements AttachmentActions {
  @Override
  public void download(AttachmentView attachment) {
    submit(new Intent.Download(attachment.message(), attachment.index()));
  }

  @Override
  public void cancelTransfer(AttachmentView attachment) {
    submit(new Intent.CancelTransfer(attachment.message(), attachment.index()));
  }

  @Override
  public void retryTransfer(AttachmentView attachment) {
    submit(new Intent.RetryMessage(attachment.message()));
  }

  @Override
  public void played(AttachmentView sound) {
    var waiting =
        entries.get().stream()
            .anyMatch(
                entry -> entry.id().equals(sound.message()) && EntryItem.isUnheard(entry, sound));
    if (waiting) {
      submit(new VoiceIntent.Played(sound.message()));
    }
  }

  /// The next one of somebody else that is here and was not heard.
  @Override
  public @Nullable AttachmentView next(AttachmentView sound) {
    if (sound.kind() != Attachment.Kind.VOICE) {
      return null;
    }
    return entries.get().stream()
        .dropWhile(entry -> !entry.id().equals(sound.message()))
        .skip(1)
        .flatMap(
            entry -> entry.attachments().stream().filter(file -> EntryItem.isUnheard(entry, file)))
        .filter(file -> file.state() == AttachmentView.State.HERE)
        .findFirst()
        .orElse(null);
  }

  @Override
  public void save(AttachmentView attachment, Window owner) {
    var target = device.chooseTarget(owner, attachment.fileName());
    if (target != null) {
      submit(new Intent.SaveAttachment(attachment.message(), attachment.index(), target));
    }
  }

  private void submit(Intent intent) {
    engine.attempt(intent, complain);
  }
}
