package org.juntos.engine.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.intent.Problem;
import org.juntos.wire.AccountId;

/// Where the profile stands between nothing and ready.
public sealed interface SessionView {
  /// No profile and no registration under way.
  ///
  /// @param policies how the relay that was looked at lets people in, for instance `phone-code`;
  ///   empty before
  /// @param invited whether the link of that relay carried an invite
  /// @param openIdName what people call its identity provider; may be empty
  record Unregistered(List<String> policies, boolean invited, String openIdName)
      implements SessionView {
    public Unregistered {
      policies = List.copyOf(policies);
    }

    /// A relay was looked at that names no identity provider.
    public Unregistered(List<String> policies, boolean invited) {
      this(policies, invited, "");
    }

    /// A relay was looked at whose link carried no invite.
    public Unregistered(List<String> policies) {
      this(policies, false);
    }

    /// No relay has been looked at.
    public Unregistered() {
      this(List.of());
    }
  }

  /// A code is on its way.
  ///
  /// @param sentTo a phone number or an e-mail address; only a little of it after a restart
  record CodeSent(String relay, String sentTo, Instant resendAt, Instant expiresAt, int triesLeft)
      implements SessionView {}

  /// The relay let them in, after a code or in another way; the profile is still to be made.
  ///
  /// @param keyring whether an operating system keyring answers and can guard the profile
  record CodeConfirmed(String relay, boolean keyring) implements SessionView {}

  /// The relay let them in, but the number or address belongs to an account that is locked with a
  /// PIN.
  ///
  /// @param triesLeft 0: no PIN helps any more
  /// @param until when the lock ends if nobody uses that account meanwhile
  record PinNeeded(String relay, int triesLeft, Instant until) implements SessionView {}

  /// This device shows a code, and waits for another one to let it join an account.
  ///
  /// @param code text, also for a QR code
  /// @param expiresAt this device's clock
  /// @param problem why nothing comes of it; null as long as something may
  record Linking(String relay, String code, Instant expiresAt, @Nullable Problem problem)
      implements SessionView {}

  /// Another device has let this one join its account; the profile is still to be made.
  ///
  /// @param name what the person calls themselves
  /// @param keyring whether an operating system keyring answers and can guard the profile
  record LinkAccepted(String relay, String name, boolean keyring) implements SessionView {}

  /// @param keyring whether the keyring guards it too
  record Locked(boolean keyring) implements SessionView {}

  /// The database is damaged.
  ///
  /// @param snapshots names of copies that open, newest first
  record Damaged(String why, List<String> snapshots) implements SessionView {
    public Damaged {
      snapshots = List.copyOf(snapshots);
    }
  }

  /// @param link one's own contact link
  /// @param userName empty when there is none
  /// @param pictureVersion 0 when there is no picture
  record Ready(
      AccountId account,
      int device,
      String name,
      String relay,
      String link,
      String userName,
      long pictureVersion)
      implements SessionView {
    /// Without a user name and a picture.
    public Ready(AccountId account, int device, String name, String relay, String link) {
      this(account, device, name, relay, link, "", 0);
    }
  }

  /// Another device or registration has taken over the account: the relay does not know this device
  /// any more.
  ///
  /// @param unlinked whether the account has other devices, which have gone on without this one
  record Deregistered(AccountId account, boolean unlinked) implements SessionView {}
}
