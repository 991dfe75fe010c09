package org.juntos.crypto.group;

import java.time.Instant;
import java.util.List;
import org.juntos.content.GroupAttributes;
import org.juntos.wire.AccountId;

/// One thing that a change does.
public sealed interface GroupDeed {
  /// Makes the group; whoever does it is its admin.
  ///
  /// @param others members beside them
  record Create(GroupAttributes attributes, List<AccountId> others) implements GroupDeed {
    public Create {
      others = List.copyOf(others);
    }
  }

  record Add(AccountId account) implements GroupDeed {}

  /// Oneself: leaving.
  record Remove(AccountId account) implements GroupDeed {}

  record SetAdmin(AccountId account, boolean admin) implements GroupDeed {}

  record SetAttributes(GroupAttributes attributes) implements GroupDeed {}

  /// Says what only admins may.
  record SetRules(GroupFacts.Rules rules) implements GroupDeed {}

  record SetLink(GroupFacts.Link link) implements GroupDeed {}

  record DropLink() implements GroupDeed {}

  /// Whoever does it comes in by the link.
  record Join() implements GroupDeed {}

  /// Whoever does it asks to be let in.
  record Ask(Instant at) implements GroupDeed {}

  record RefuseRequest(AccountId account) implements GroupDeed {}

  record Ban(AccountId account) implements GroupDeed {}

  record Unban(AccountId account) implements GroupDeed {}
}
