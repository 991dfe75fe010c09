package org.juntos.ui.conversation;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.juntos.content.Attachment;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.intent.VoiceIntent;
import org.juntos.engine.model.AttachmentView;
import org.juntos.engine.model.EntryView;
import org.juntos.ui.attachment.AttachmentDeeds;
import org.juntos.ui.fx.EngineLink;
import org.juntos.ui.platform.Device;

/// What the person does with the files of one conversation: voice messages are heard one after the
/// other.
final class ConversationFiles extends AttachmentDeeds {
  private final EngineLink engine;
  private final Consumer<Problem> complain;
  private final Supplier<List<EntryView>> entries;

  /// @param complain told what went wrong
  /// @param entries those that are shown, oldest first
  ConversationFiles(
      EngineLink engine,
      Device device,
      Consumer<Problem> complain,
      Supplier<List<EntryView>> entries) {
    super(engine, device, complain);
    this.engine = engine;
    this.complain = complain;
    this.entries = entries;
  }

  @Override
  public void played(AttachmentView sound) {
    var waiting =
        entries.get().stream()
            .anyMatch(
                entry -> entry.id().equals(sound.message()) && EntryItem.isUnheard(entry, sound));
    if (waiting) {
      engine.attempt(new VoiceIntent.Played(sound.message()), complain);
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
}
