package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.MessageIntent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.model.Finding;
import org.juntos.engine.model.Finding.Sought;
import org.juntos.testkit.NaughtyText;

/// What people write to each other.
class NaughtyMessagesTest extends NaughtyStory {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{2,40}");

  private final Map<MessageId, NaughtyText> sent = new LinkedHashMap<>();

  @BeforeAll
  void write() throws InterruptedException {
    for (var one : TEXTS) {
      send(alice.with(bob), one);
    }
    for (var one : some(0)) {
      send(group, one);
    }
    world.settle();
  }

  private void send(ConversationId conversation, NaughtyText one) throws InterruptedException {
    switch (alice.submit(new Intent.SendMessage(conversation, one.text(), List.of()))) {
      case Outcome.Queued(_, var message) -> sent.put(message, one);
      case Outcome.Refused refused -> isClear(refused, "message, " + one);
      default -> throw new AssertionError(one.toString());
    }
  }

  @Test
  void every_text_arrives_as_it_was_typed() {
    assertTrue(sent.size() >= TEXTS.size() - 1, sent.size() + " were sent");
    assertTrue(sent.size() > TEXTS.size(), "in the group, too");
    sent.forEach((message, one) -> everywhere(message, wellFormed(one.text()), one.toString()));
  }

  private void everywhere(MessageId message, String body, String at) {
    for (var device : List.of(alice, laptop, bob)) {
      var entry = device.models().entry(message);
      assertNotNull(entry, at);
      assertEquals(body, entry.body(), device.name() + ", " + at);
    }
  }

  @Test
  void every_text_is_found_by_a_word_of_it() {
    var finding = bob.models().finding();
    int found = 0;
    int looked = 0;
    for (var known : sent.entrySet()) {
      var word = WORD.matcher(known.getValue().text());
      if (word.find() && looked++ % 4 == 0) {
        isFound(finding, known.getKey(), "\"" + word.group() + "\"", known.getValue());
        found++;
      }
    }
    assertTrue(found > 150, found + " can be looked for");
  }

  private static void isFound(Finding finding, MessageId message, String typed, NaughtyText one) {
    var cursor = Finding.NEWEST;
    do {
      var answer = finding.find(new Sought(typed, ZoneOffset.UTC, null), cursor, 500);
      var page = assertInstanceOf(Finding.Answer.Found.class, answer, one.toString());
      if (page.messages().stream().anyMatch(each -> each.entry().id().equals(message))) {
        return;
      }
      cursor = page.next();
    } while (!cursor.isEmpty());
    throw new AssertionError(typed + " does not find " + one);
  }

  @Test
  void whatever_is_typed_into_the_search_is_answered() {
    var finding = bob.models().finding();
    for (var one : TEXTS.stream().filter(each -> each.text().length() < 5_000).toList()) {
      switch (finding.find(new Sought(one.text(), ZoneOffset.UTC, null), Finding.NEWEST, 20)) {
        case Finding.Answer.Found(var messages, _, _) ->
            messages.forEach(each ->
                each.marks()
                    .forEach(mark -> {
                      var body = each.entry().body();
                      assertTrue(
                          mark.start() < mark.end() && mark.end() <= body.length(), "" + one);
                    }));
        case Finding.Answer.Refused(var problem) -> isClear(new Outcome.Refused(problem), "" + one);
      }
    }
  }

  @Test
  void edits_replies_and_reactions_are_kept_or_refused() throws InterruptedException {
    var edits = new LinkedHashMap<MessageId, String>();
    var replies = new ArrayList<MessageId>();
    for (var one : some(3)) {
      var first = alice.write(bob, "first");
      switch (alice.submit(new MessageIntent.Edit(first, one.text()))) {
        case Outcome.Done() -> edits.put(first, wellFormed(one.text()));
        case Outcome.Refused refused -> isClear(refused, "edit, " + one);
        default -> throw new AssertionError(one.toString());
      }
      if (alice.submit(new MessageIntent.Reply(first, one.text(), List.of()))
          instanceof Outcome.Queued(_, var message)) {
        edits.put(message, wellFormed(one.text()));
        replies.add(message);
      }
      if (alice.submit(new MessageIntent.React(first, one.text()))
          instanceof Outcome.Refused refused) {
        isClear(refused, "reaction, " + one);
      }
    }
    world.settle();
    edits.forEach((message, body) -> everywhere(message, body, body));
    for (var reply : replies) {
      var entry = bob.models().entry(reply);
      assertNotNull(entry == null ? null : entry.marks().quote());
    }
  }
}
