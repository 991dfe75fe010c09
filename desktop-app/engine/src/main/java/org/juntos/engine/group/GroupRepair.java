package org.juntos.engine.group;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Random;
import org.juntos.content.GroupContent;
import org.juntos.crypto.session.Opened;
import org.juntos.engine.device.CryptoSource;
import org.juntos.engine.device.Self;
import org.juntos.engine.outbox.Jobs;
import org.juntos.store.Transaction;
import org.juntos.store.group.StoredMember;
import org.juntos.wire.AccountId;

/// Gets messages of a group that did not come from whoever has them. They travel as their authors
/// have encrypted and signed them, so that nobody has to be believed.
public record GroupRepair(Self self, CryptoSource cryptos, Jobs jobs) {
  /// Members that are asked, beside the author.
  private static final int OTHERS_ASKED = 2;

  private static final int MOST_ANSWERED = 100;

  /// Numbers before that of `post` have not come.
  public void ask(Transaction txn, Opened.Post post, long missing) {
    var conversation = post.binding().conversation();
    long next = post.binding().sequence();
    var request = new GroupContent.Missing(conversation, post.sender(), next - missing, next - 1);
    var asked = new LinkedHashSet<AccountId>();
    asked.add(post.sender().account());
    var members =
        new ArrayList<>(
            txn.groups().members(conversation).stream().map(StoredMember::account).toList());
    Collections.shuffle(members, new Random(cryptos.random().nextLong()));
    members.stream()
        .filter(account -> !account.equals(self.account()) && !asked.contains(account))
        .limit(OTHERS_ASKED)
        .toList()
        .forEach(asked::add);
    for (var account : asked) {
      var contact = txn.contacts().find(account);
      if (contact != null) {
        jobs.member(txn, contact, request);
      }
    }
  }

  /// A member asks for what they miss; they are given what is here. What they may not read they
  /// have no key for.
  public void answer(Transaction txn, AccountId asking, GroupContent.Missing missing) {
    var contact = txn.contacts().find(asking);
    if (contact == null || txn.groups().member(missing.group(), asking) == null) {
      return;
    }
    long last = Math.min(missing.last(), missing.first() + MOST_ANSWERED - 1);
    txn.groupTraffic()
        .originals(missing.group(), missing.author(), missing.first(), last)
        .forEach(original ->
            jobs.member(
                txn,
                contact,
                new GroupContent.Original(missing.group(), missing.author(), original)));
  }
}
