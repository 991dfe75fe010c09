package org.juntos.launcher.demo;

import org.juntos.content.ConversationId;

/// Where people talk.
@FunctionalInterface
interface Room {
  /// The conversation, as `person` has it.
  ConversationId of(DemoPerson person);

  /// Between two.
  static Room between(DemoPerson one, DemoPerson other) {
    return person -> person.conversationWith(person == one ? other : one);
  }

  /// Of a group, which everybody calls the same.
  static Room group(ConversationId group) {
    return _ -> group;
  }
}
