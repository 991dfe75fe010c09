package org.juntos.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.engine.intent.GroupWish;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.ConversationView;
import org.juntos.engine.model.GroupView;
import org.juntos.engine.model.MemberProgress;
import org.juntos.engine.model.SafetyDigits;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// Groups in memory: what they are asked to become is written down and does not happen.
final class MemoryGroups {
  static final String LINK = "juntos://group/new";

  private static final ConversationId ID =
      new ConversationId(UUID.fromString("99999999-0000-4000-8000-000000000009"));

  /// What a check ends with.
  Outcome checked = new Outcome.Done();

  /// How far each message has come.
  final Map<MessageId, List<MemberProgress>> progress = new HashMap<>();

  private final MemoryLive<List<ConversationView>> conversations;

  MemoryGroups(MemoryLive<List<ConversationView>> conversations) {
    this.conversations = conversations;
  }

  /// A group of which the person is an admin.
  ///
  /// @param link empty when there is none
  ConversationId add(
      String name, List<GroupView.Member> members, List<GroupView.Member> asking, String link) {
    var group =
        new GroupView(
            name,
            "",
            Bytes.EMPTY,
            GroupView.Standing.MEMBER,
            members,
            asking,
            new GroupView.Rules(false, false, false),
            new GroupView.Rights(true, true, true, true),
            link,
            !link.isEmpty(),
            null);
    var nobody =
        new ContactView(
            new AccountId(ID.value()),
            ID,
            name,
            ContactView.Standing.ACCEPTED,
            false,
            false,
            SafetyDigits.UNKNOWN,
            "http://127.0.0.1:1");
    var listed = new ArrayList<>(conversations.value());
    listed.add(new ConversationView(ID, nobody, 0, Instant.EPOCH, null, group));
    conversations.set(List.copyOf(listed));
    return ID;
  }

  Outcome answer(Intent.OfGroups intent) {
    return switch (intent) {
      case Intent.CreateGroup(var name, var _) ->
          new Outcome.Grouped(add(name, List.of(), List.of(), ""), false);
      case Intent.JoinGroup _ ->
          new Outcome.Grouped(add("Joined", List.of(), List.of(), ""), false);
      case Intent.ChangeGroup(var _, var wish) ->
          wish instanceof GroupWish.MakeLink ? new Outcome.GroupLinked(LINK) : new Outcome.Done();
      case Intent.CheckGroup _ -> checked;
    };
  }
}
