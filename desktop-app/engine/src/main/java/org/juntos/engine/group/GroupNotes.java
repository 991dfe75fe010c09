package org.juntos.engine.group;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.GroupAttributes;
import org.juntos.content.MessageId;
import org.juntos.crypto.group.GroupDeed;
import org.juntos.engine.device.CryptoSource;
import org.juntos.engine.device.RandomIds;
import org.juntos.engine.device.Self;
import org.juntos.store.Transaction;
import org.juntos.store.history.Entry;
import org.juntos.store.history.History;
import org.juntos.wire.AccountId;
import org.juntos.wire.DeviceAddress;

/// Says in the timeline of a group what was changed and by whom. The body is a word and what it is
/// about: an account, or a text.
public record GroupNotes(Self self, CryptoSource cryptos) {
  /// Writes down what somebody did.
  void write(Transaction txn, ConversationId group, AccountId actor, List<GroupDeed> deeds) {
    write(txn, group, actor, deeds, null);
  }

  /// @param before what the group looked like; null when that is not known
  void write(
      Transaction txn,
      ConversationId group,
      AccountId actor,
      List<GroupDeed> deeds,
      @Nullable GroupAttributes before) {
    for (var deed : deeds) {
      if (deed instanceof GroupDeed.SetAttributes(var after) && before != null) {
        looks(txn, group, actor, before, after);
      } else {
        var body = body(actor, deed);
        if (body != null) {
          append(txn, group, actor, body);
        }
      }
    }
  }

  private void looks(
      Transaction txn,
      ConversationId group,
      AccountId actor,
      GroupAttributes before,
      GroupAttributes after) {
    if (!before.under(after.timer()).equals(after)) {
      append(txn, group, actor, "named " + after.name());
    }
    if (!before.timer().equals(after.timer())) {
      append(txn, group, actor, "timer " + after.timer().toSeconds());
    }
  }

  /// This account is in the group from here on.
  void entered(Transaction txn, ConversationId group) {
    append(txn, group, self.account(), "entered");
  }

  private static @Nullable String body(AccountId actor, GroupDeed deed) {
    return switch (deed) {
      case GroupDeed.Create _ -> "created";
      case GroupDeed.Add(var account) -> "added " + account;
      case GroupDeed.Remove(var account) -> account.equals(actor) ? "left" : "removed " + account;
      case GroupDeed.SetAdmin(var account, var admin) -> (admin ? "admin " : "member ") + account;
      case GroupDeed.SetAttributes(var attributes) -> "named " + attributes.name();
      case GroupDeed.SetRules _ -> "rules";
      case GroupDeed.SetLink _ -> "link";
      case GroupDeed.DropLink _ -> "link-off";
      case GroupDeed.Join _ -> "joined";
      case GroupDeed.Ask _ -> "asked";
      case GroupDeed.RefuseRequest(var account) ->
          account.equals(actor) ? null : "refused " + account;
      case GroupDeed.Ban _, GroupDeed.Unban _ -> null;
    };
  }

  private void append(Transaction txn, ConversationId group, AccountId actor, String body) {
    Instant now = cryptos.clock().instant();
    txn.history().openGroup(group, now);
    boolean own = actor.equals(self.account());
    txn.history()
        .append(
            new History.NewEntry(
                new MessageId(RandomIds.next(cryptos.random())),
                group,
                new DeviceAddress(actor, DeviceAddress.PRIMARY_DEVICE),
                own,
                0,
                Entry.Kind.GROUP_CHANGED,
                body,
                now,
                now,
                List.of()));
  }
}
