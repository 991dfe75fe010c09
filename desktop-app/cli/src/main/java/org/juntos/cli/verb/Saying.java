package org.juntos.cli.verb;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.LinkPreview;
import org.juntos.content.MessageId;
import org.juntos.content.TextRanges;
import org.juntos.content.TextRanges.Mention;
import org.juntos.content.WebLinks;
import org.juntos.engine.intent.HandlingIntent.Words;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.PreviewIntent;
import org.juntos.engine.model.ConversationView;
import org.juntos.wire.AccountId;

/// What is to be made of a text that somebody gives.
///
/// @param marks whether signs in it are marks, see [MarkedText]
/// @param mentions whom the text names: `@` and this is a mention wherever it stands in the text
/// @param preview whether a preview of its first link goes along
public record Saying(boolean marks, List<String> mentions, boolean preview) {
  /// Its words, and nothing else.
  public static final Saying PLAIN = new Saying(false, List.of(), false);

  public Saying {
    mentions = List.copyOf(mentions);
  }

  /// A text and what is said of its parts.
  record Said(String body, TextRanges ranges) {}

  boolean isPlain() {
    return equals(PLAIN);
  }

  Words words(
      Desk desk,
      ConversationId conversation,
      String text,
      List<Intent.OutgoingFile> files,
      @Nullable MessageId replyTo,
      boolean silent)
      throws Refusal, InterruptedException {
    var said = said(desk, conversation, text);
    return new Words(said.body, files, replyTo, silent)
        .saying(said.ranges, preview ? previewed(desk, said.body) : null);
  }

  Said said(Desk desk, ConversationId conversation, String text) throws Refusal {
    var marked = marks ? MarkedText.parse(text) : new MarkedText(text, List.of());
    var said = new Said(marked.body(), new TextRanges(marked.marks(), List.of()));
    for (var wanted : mentions) {
      said = naming(said, wanted, person(desk, conversation, wanted));
    }
    return said;
  }

  private record Named(AccountId account, String name) {}

  private static Named person(Desk desk, ConversationId conversation, String wanted)
      throws Refusal {
    var view =
        desk.models().conversations().value().stream()
            .filter(one -> one.id().equals(conversation))
            .findFirst();
    var group = view.map(ConversationView::group).orElse(null);
    if (group != null) {
      var account = Conversations.member(group.members(), wanted);
      return group.members().stream()
          .filter(one -> one.account().equals(account))
          .map(one -> new Named(account, one.name()))
          .findFirst()
          .orElseThrow();
    }
    var contact = Contacts.find(desk, wanted);
    return new Named(contact.account(), contact.name());
  }

  private static Said naming(Said said, String wanted, Named person) throws Refusal {
    var body = said.body;
    var ranges = said.ranges;
    var typed = "@" + wanted;
    var name = person.name.isBlank() ? typed : "@" + person.name.strip();
    int found = 0;
    for (int at = body.indexOf(typed); at >= 0; at = body.indexOf(typed, at + 1)) {
      int after = at + typed.length();
      if (after < body.length() && Character.isLetterOrDigit(body.codePointAt(after))) {
        continue;
      }
      body = body.substring(0, at) + name + body.substring(after);
      ranges = ranges.replaced(at + 1, typed.length() - 1, name.length() - 1); // the @ stays
      var mentions = new ArrayList<>(ranges.mentions());
      mentions.add(new Mention(person.account, at, name.length()));
      ranges = new TextRanges(ranges.marks(), mentions);
      found++;
    }
    if (found == 0) {
      throw Refusal.of(
          "mention-not-there",
          "The text does not say " + typed + ".",
          "Write it where the person is to be named.");
    }
    return new Said(body, ranges);
  }

  private static LinkPreview previewed(Desk desk, String body)
      throws Refusal, InterruptedException {
    var links = WebLinks.in(body);
    if (links.isEmpty()) {
      throw Refusal.of("no-web-address", "There is no link in this text.", "Leave out --preview.");
    }
    var outcome = desk.submit(new PreviewIntent.LookAtLink(links.getFirst().text()));
    if (outcome instanceof Outcome.Previewed(var shown)) {
      return shown;
    }
    throw new IllegalStateException("looking at a link ended as " + outcome);
  }
}
