package org.juntos.cli.verb;

import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.cli.output.Line;
import org.juntos.cli.output.PlainText;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.engine.intent.HandlingIntent;
import org.juntos.engine.intent.Intent.OutgoingFile;
import org.juntos.engine.model.DraftView;
import org.juntos.engine.model.KeptView;

/// What is begun in a conversation and not sent: shown, written, forgotten.
///
/// @param change null to show it only
public record Drafts(String contact, @Nullable Change change) implements Verb {
  public Drafts(String contact, @Nullable Change change) {
    this.contact = contact;
    this.change = change;
  }

  /// What it is to be.
  ///
  /// @param replyTo id of a message, or the beginning of it; empty when it replies to nothing
  public record Change(String text, String replyTo, List<OutgoingFile> files) {
    /// Nothing.
    public static final Change CLEAR = new Change("", "", List.of());

    public Change {
      files = List.copyOf(files);
    }
  }

  @Override
  public Rest begin(Desk desk) throws Refusal, InterruptedException {
    desk.ready();
    var conversation = Conversations.find(desk, contact);
    var wanted = change;
    if (wanted != null) {
      desk.submit(intent(desk, conversation, wanted));
    }
    return output -> output.print(wanted == null ? shown(desk, conversation) : kept(wanted));
  }

  private static HandlingIntent intent(Desk desk, ConversationId conversation, Change wanted)
      throws Refusal {
    MessageId to = wanted.replyTo().isEmpty() ? null : Messages.find(desk, wanted.replyTo());
    return new HandlingIntent.KeepDraft(conversation, wanted.text(), to, wanted.files());
  }

  private static Line kept(Change wanted) {
    var json = new LinkedHashMap<String, Object>();
    json.put("text", wanted.text());
    json.put("replyTo", wanted.replyTo().isEmpty() ? null : wanted.replyTo());
    json.put("files", wanted.files().stream().map(one -> one.path().toString()).toList());
    return new Line(json, wanted.equals(Change.CLEAR) ? "no draft" : "kept");
  }

  private static Line shown(Desk desk, ConversationId conversation) {
    var draft =
        desk.models().conversations().value().stream()
            .filter(one -> one.id().equals(conversation))
            .map(one -> one.kept())
            .findFirst()
            .orElse(KeptView.NOTHING)
            .draft();
    return draft == null ? kept(Change.CLEAR) : line(draft);
  }

  private static Line line(DraftView draft) {
    var files = draft.files().stream().map(one -> one.path().toString()).toList();
    var json = new LinkedHashMap<String, Object>();
    json.put("text", draft.body());
    json.put("replyTo", draft.replyTo() == null ? null : draft.replyTo().toString());
    json.put("files", files);
    json.put("changedAt", draft.changedAt().toString());
    var text = new StringBuilder(PlainText.block(draft.body()));
    files.forEach(file -> text.append("\n  ").append(PlainText.safe(file)));
    return new Line(json, text.toString());
  }

  @Override
  public boolean isOnline() {
    return false;
  }
}
