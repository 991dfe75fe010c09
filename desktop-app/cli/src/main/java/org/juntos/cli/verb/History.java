package org.juntos.cli.verb;

/// The newest entries of a conversation, oldest first.
public record History(String contact, int limit) implements Verb {
  @Override
  public Rest begin(Desk desk) throws Refusal {
    var conversation = Conversations.find(desk, contact);
    var entries = desk.models().history(conversation, Long.MAX_VALUE, limit);
    return output -> {
      for (var entry : entries) {
        output.print(Describe.entry(conversation, entry));
      }
    };
  }

  @Override
  public boolean isList() {
    return true;
  }

  @Override
  public boolean isOnline() {
    return false;
  }
}
