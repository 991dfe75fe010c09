package org.juntos.engine.group;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.juntos.content.GroupLink;
import org.juntos.content.MalformedLinkException;
import org.juntos.crypto.group.ChangeCheck.Checked;
import org.juntos.crypto.group.ChangeMaker;
import org.juntos.crypto.group.GroupDeed;
import org.juntos.crypto.group.GroupFacts;
import org.juntos.crypto.group.GroupSecrets;
import org.juntos.engine.connection.GroupApi;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.device.Self;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.problem.Problems;
import org.juntos.store.Store;
import org.juntos.store.group.StoredGroup;
import org.juntos.store.group.StoredGroup.Standing;
import org.juntos.store.group.StoredGroup.Trouble;
import org.juntos.wire.Bytes;
import org.juntos.wire.ErrorCode;

/// Comes into groups by their links. Who is in the group then is what the relay says; it can leave
/// out changes since the link was made, and put in nobody, because it does not have the key.
record GroupJoining(
    Self self,
    Store store,
    GroupRelay relay,
    GroupSync sync,
    GroupBook book,
    Function<GroupSecrets, ChangeMaker> makers) {
  private static final int MOST_TRIES = 4;

  /// Members who are told that somebody asks; others learn it with the next message.
  private static final int MOST_TOLD = 5;

  Outcome join(String text) throws IOException, NotNowException {
    GroupLink link;
    try {
      link = GroupLink.parse(text);
    } catch (MalformedLinkException e) {
      return new Outcome.Refused(Problems.of("group-link-invalid", String.valueOf(e.getMessage())));
    }
    if (!link.relay().equals(self.relay().uri().toString())) {
      return Problems.refused("other-relay");
    }
    var secrets = GroupSecrets.of(link.key());
    var known = sync.stored(secrets.conversation());
    if (known != null && known.standing() == Standing.MEMBER) {
      return new Outcome.Grouped(secrets.conversation(), false);
    }
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      var outcome = attempt(link, secrets);
      if (!isStale(outcome)) {
        return outcome;
      }
    }
    return Problems.refused("conflict");
  }

  private static boolean isStale(Outcome outcome) {
    return outcome instanceof Outcome.Refused(Problem problem)
        && problem.code().equals(ErrorCode.GROUP_REVISION_STALE.text());
  }

  private Outcome attempt(GroupLink link, GroupSecrets secrets)
      throws IOException, NotNowException {
    return switch (relay.api().preview(relay.shown(secrets), link.password())) {
      case RelayResult.Refused<GroupApi.Preview> refused -> Problems.refused(refused);
      case RelayResult.Ok<GroupApi.Preview>(var preview) -> {
        var facts = GroupFacts.read(secrets, preview.head(), preview.state());
        if (facts == null || facts.revision() < link.revision()) {
          yield Problems.refused("group-unsigned");
        }
        if (preview.requested()) {
          yield asked(secrets, facts);
        }
        if (facts.member(self.account()) != null) {
          yield entered(secrets, facts, null); // the answer to a join was lost
        }
        yield come(link, secrets, facts, preview.needsApproval());
      }
    };
  }

  private Outcome come(GroupLink link, GroupSecrets secrets, GroupFacts before, boolean approval)
      throws IOException, NotNowException {
    var deed = approval ? new GroupDeed.Ask(book.now()) : new GroupDeed.Join();
    ChangeMaker.Made made;
    try {
      var person =
          store.read(
              txn -> List.of(Objects.requireNonNull(book.who().person(txn, self.account()))));
      made = makers.apply(secrets).make(before, List.of(deed), person);
    } catch (ChangeMaker.RefusedException e) {
      return Problems.refused(e.code());
    }
    return switch (relay.api().change(relay.shown(secrets), made.change(), link.password())) {
      case RelayResult.Refused<GroupApi.Answer> refused -> Problems.refused(refused);
      case RelayResult.Ok<GroupApi.Answer> _ ->
          approval ? asked(secrets, made.after()) : entered(secrets, made.after(), deed);
    };
  }

  private Outcome asked(GroupSecrets secrets, GroupFacts facts) {
    store.write(txn -> {
      txn.groups()
          .put(
              new StoredGroup(
                  secrets.conversation(),
                  secrets.key(),
                  Standing.ASKED,
                  facts.revision(),
                  facts.head(),
                  Bytes.EMPTY,
                  facts.attributes(),
                  false,
                  Trouble.NONE,
                  Bytes.EMPTY,
                  null));
      txn.history().openGroup(secrets.conversation(), book.now());
      facts.members().stream()
          .filter(one -> one.admin() || !facts.rules().adminsAdd())
          .limit(MOST_TOLD)
          .forEach(one -> book.tell(txn, one.account(), secrets.conversation()));
      return true;
    });
    return new Outcome.Grouped(secrets.conversation(), true);
  }

  private Outcome entered(GroupSecrets secrets, GroupFacts facts, @Nullable GroupDeed deed) {
    store.write(txn -> {
      var holds =
          deed == null ? null : new Checked.Holds(facts, self.account(), List.of(deed), List.of());
      book.enter(txn, secrets, facts, List.of(), holds);
      book.updated(txn, secrets.conversation());
      return true;
    });
    return new Outcome.Grouped(secrets.conversation(), false);
  }
}
