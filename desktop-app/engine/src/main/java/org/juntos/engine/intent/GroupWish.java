package org.juntos.engine.intent;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.intent.Intent.ChosenPicture;
import org.juntos.wire.AccountId;

/// What is to become of a group.
public sealed interface GroupWish {
  /// Lets contacts in, or those who have asked.
  record Add(List<AccountId> accounts) implements GroupWish {
    public Add {
      accounts = List.copyOf(accounts);
    }
  }

  /// Takes somebody out.
  ///
  /// @param banned whether they may not come back by the link
  record Remove(AccountId account, boolean banned) implements GroupWish {}

  /// Goes. The last admin names another one first.
  record Leave() implements GroupWish {}

  record SetAdmin(AccountId account, boolean admin) implements GroupWish {}

  /// Another name, description or picture; what is null stays.
  record Describe(@Nullable String name, @Nullable String description, ChosenPicture picture)
      implements GroupWish {
    /// In words alone.
    public Describe(@Nullable String name, @Nullable String description) {
      this(name, description, new ChosenPicture.Same());
    }
  }

  /// New messages vanish so long after they were seen; zero: they stay.
  record SetTimer(Duration after) implements GroupWish {}

  /// Says what only admins may; what is null stays.
  record SetRules(
      @Nullable Boolean adminsAdd, @Nullable Boolean adminsEdit, @Nullable Boolean adminsPost)
      implements GroupWish {}

  /// Makes a link, in place of the one before.
  ///
  /// @param expiresAfter null: never
  /// @param uses how many may come in by it; 0: as many as like
  /// @param approval whether somebody has to let them in
  record MakeLink(@Nullable Duration expiresAfter, int uses, boolean approval)
      implements GroupWish {
    public MakeLink {
      if (uses < 0) {
        throw new IllegalArgumentException("a negative number of people");
      }
    }
  }

  /// Nobody comes in by a link any more.
  record DropLink() implements GroupWish {}

  /// Does not let somebody in who has asked.
  record Refuse(AccountId account) implements GroupWish {}
}
