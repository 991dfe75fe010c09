package org.juntos.engine.group;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.juntos.content.GroupAttributes;
import org.juntos.crypto.group.GroupDeed;
import org.juntos.crypto.group.GroupFacts;
import org.juntos.engine.device.CryptoSource;
import org.juntos.engine.device.Self;
import org.juntos.engine.intent.GroupWish;
import org.juntos.engine.profile.Names;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.WireLimits;
import org.juntos.wire.group.GroupStates;

/// From what a person wants to what has to be changed for it.
///
/// @param picture that the group is to have; null when the one before stays
record WishedChange(Self self, CryptoSource cryptos, @Nullable Bytes picture) {
  private static final int AS_MANY_AS_LIKE = -1;

  /// @param password of a link that is made; empty when none is
  record Plan(
      List<GroupDeed> deeds, List<AccountId> added, List<AccountId> removed, Bytes password) {
    Plan {
      deeds = List.copyOf(deeds);
      added = List.copyOf(added);
      removed = List.copyOf(removed);
    }

    static Plan of(GroupDeed... deeds) {
      return new Plan(List.of(deeds), List.of(), List.of(), Bytes.EMPTY);
    }

    static Plan none() {
      return of();
    }

    boolean dropsLink() {
      return deeds.contains(new GroupDeed.DropLink());
    }
  }

  /// @throws NotNowException when it cannot be
  Plan plan(GroupFacts facts, GroupWish wish) throws NotNowException {
    return switch (wish) {
      case GroupWish.Add(var accounts) -> add(facts, accounts);
      case GroupWish.Remove(var account, var banned) -> remove(facts, account, banned);
      case GroupWish.Leave() -> leave(facts);
      case GroupWish.SetAdmin(var account, var admin) -> {
        var member = facts.member(account);
        if (member == null) {
          throw NotNowException.of("member-unknown");
        }
        yield member.admin() == admin
            ? Plan.none()
            : Plan.of(new GroupDeed.SetAdmin(account, admin));
      }
      case GroupWish.Describe describe -> describe(facts, describe);
      case GroupWish.SetTimer(var after) -> {
        var now = facts.attributes();
        yield now.timer().equals(after)
            ? Plan.none()
            : Plan.of(new GroupDeed.SetAttributes(now.under(after)));
      }
      case GroupWish.SetRules rules -> rules(facts, rules);
      case GroupWish.MakeLink link -> link(link);
      case GroupWish.DropLink() ->
          facts.link() == null ? Plan.none() : Plan.of(new GroupDeed.DropLink());
      case GroupWish.Refuse(var account) -> {
        if (facts.asking().stream().noneMatch(one -> one.account().equals(account))) {
          throw NotNowException.of("member-unknown");
        }
        yield Plan.of(new GroupDeed.RefuseRequest(account));
      }
    };
  }

  private static Plan add(GroupFacts facts, List<AccountId> accounts) {
    var added =
        accounts.stream().distinct().filter(account -> facts.member(account) == null).toList();
    var deeds = added.stream().<GroupDeed>map(GroupDeed.Add::new).toList();
    return new Plan(deeds, added, List.of(), Bytes.EMPTY);
  }

  private Plan remove(GroupFacts facts, AccountId account, boolean banned) throws NotNowException {
    if (account.equals(self.account())) {
      return leave(facts);
    }
    if (facts.member(account) == null) {
      throw NotNowException.of("member-unknown");
    }
    var deeds = new ArrayList<GroupDeed>();
    deeds.add(new GroupDeed.Remove(account));
    if (banned && !facts.banned().contains(account)) {
      deeds.add(new GroupDeed.Ban(account));
    }
    return new Plan(deeds, List.of(), List.of(account), Bytes.EMPTY);
  }

  private Plan leave(GroupFacts facts) throws NotNowException {
    var own = self.account();
    boolean others = facts.members().size() > 1;
    boolean led =
        facts.members().stream().anyMatch(one -> one.admin() && !one.account().equals(own));
    if (others && !led) {
      throw NotNowException.of("group-needs-admin");
    }
    return new Plan(List.of(new GroupDeed.Remove(own)), List.of(), List.of(own), Bytes.EMPTY);
  }

  private Plan describe(GroupFacts facts, GroupWish.Describe wish) throws NotNowException {
    var now = facts.attributes();
    var name = wish.name() == null ? now.name() : wish.name().strip();
    var description = or(wish.description(), now.description());
    var shown = or(picture, now.picture());
    if (!Names.isValid(name)) {
      throw NotNowException.of("group-name-invalid");
    }
    if (description.length() > GroupAttributes.MAX_DESCRIPTION_CHARACTERS
        || shown.size() > GroupAttributes.MAX_PICTURE_BYTES) {
      throw NotNowException.of("too-large");
    }
    var attributes = new GroupAttributes(name, description, shown, now.timer());
    return attributes.equals(now) ? Plan.none() : Plan.of(new GroupDeed.SetAttributes(attributes));
  }

  private static Plan rules(GroupFacts facts, GroupWish.SetRules wish) {
    var now = facts.rules();
    var rules =
        new GroupFacts.Rules(
            or(wish.adminsAdd(), now.adminsAdd()),
            or(wish.adminsEdit(), now.adminsEdit()),
            or(wish.adminsPost(), now.adminsPost()));
    return rules.equals(now) ? Plan.none() : Plan.of(new GroupDeed.SetRules(rules));
  }

  private Plan link(GroupWish.MakeLink wish) {
    var random = new byte[WireLimits.GROUP_PASSWORD_BYTES];
    cryptos.random().nextBytes(random);
    var password = Bytes.of(random);
    var after = wish.expiresAfter();
    var link =
        new GroupFacts.Link(
            GroupStates.passwordHash(password),
            after == null ? null : cryptos.clock().instant().plus(after),
            wish.uses() == 0 ? AS_MANY_AS_LIKE : wish.uses(),
            wish.approval());
    return new Plan(List.of(new GroupDeed.SetLink(link)), List.of(), List.of(), password);
  }

  private static <T> T or(@Nullable T wanted, T now) {
    return Objects.requireNonNullElse(wanted, now);
  }
}
