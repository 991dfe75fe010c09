package org.juntos.engine.intent;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.crypto.secret.SecretBytes;
import org.juntos.media.Square;
import org.juntos.wire.AccountId;

/// Something that the person wants. Submitting one blocks until it is committed or refused: never
/// on the JavaFX thread.
public sealed interface Intent {
  /// What comes before a profile is open.
  sealed interface WayIn extends Intent {}

  /// A step on the way to an account.
  sealed interface Registering extends WayIn {}

  /// About what belongs to the account beside its devices, once there is one.
  sealed interface OfAccount extends Intent {}

  /// About which devices the account has.
  sealed interface OfDevices extends Intent {}

  /// About people, beside adding and blocking them.
  sealed interface OfPeople extends Intent permits PeopleIntent {}

  /// About messages that are there.
  sealed interface OfMessages extends Intent
      permits MessageIntent,
          HandlingIntent,
          CardIntent,
          PreviewIntent,
          VoiceIntent,
          StickerIntent {}

  /// About what the person chooses for themselves.
  sealed interface OfChoices extends Intent permits ChoiceIntent {}

  /// About how long messages stay.
  sealed interface OfVanishing extends Intent permits VanishingIntent {}

  /// About groups.
  sealed interface OfGroups extends Intent {}

  /// About what the account shares of itself with its contacts.
  sealed interface OfProfile extends Intent {}

  /// About who is here.
  sealed interface OfPresence extends Intent {}

  /// About statuses.
  sealed interface OfStatuses extends Intent {}

  /// Asks the relay to send a code.
  ///
  /// @param relay `https://host[:port]`, `http://` on loopback, or an invite link
  ///   `juntos://relay/…`
  record StartRegistration(String relay, CodeTarget target) implements Registering {
    /// For what was typed as a phone number or an e-mail address.
    public StartRegistration(String relay, String typed) {
      this(relay, CodeTarget.typed(typed));
    }
  }

  /// Asks the relay to be let in without a code. Asking again after a lost answer uses up no more.
  ///
  /// @param relay as for [StartRegistration]; a link may carry an invite
  record AskAdmission(String relay, Pass pass) implements Registering {}

  /// Signs in with the identity provider of the relay, in the system's browser. Blocks until the
  /// browser brings the answer, at most ten minutes, or [CancelSignIn] is submitted meanwhile.
  ///
  /// @param browser gets the address to open, once, on any thread
  record SignIn(String relay, Consumer<URI> browser) implements Registering {}

  /// Ends a [SignIn] that waits for the browser.
  record CancelSignIn() implements Registering {}

  /// Asks the relay how an account can be had there; the session then tells it.
  record LookAtRelay(String relay) implements Registering {}

  /// Asks for another code.
  record ResendCode() implements Registering {}

  /// Makes a code with which another device lets this one join its account; the session shows it,
  /// and says when it was used.
  ///
  /// @param relay the account's, as for [StartRegistration]
  /// @param deviceName what the person calls this device: 1 to 64 visible characters
  record StartLinking(String relay, String deviceName) implements Registering {}

  /// Goes back to relay and phone number or e-mail address.
  record RestartRegistration() implements Registering {}

  /// Gives the code.
  record ConfirmCode(String code) implements Registering {}

  /// Gives the PIN of the lock that is on the number or address.
  ///
  /// @param pin UTF-8, as typed; the engine closes it
  record GivePin(SecretBytes pin) implements Registering {}

  /// After the relay let them in: makes keys and profile and registers the account.
  record CreateProfile(String name, Protection protection) implements Registering {}

  /// Opens the locked profile.
  record Unlock(Protection protection) implements WayIn {}

  /// Puts back a snapshot of a damaged profile; the damaged file is kept aside.
  record RestoreSnapshot(String snapshot) implements WayIn {}

  /// Changes one's own name, as new contacts see it.
  record Rename(String name) implements Intent {}

  /// Tells what the account shares of itself.
  record LookAtProfile() implements OfProfile {}

  /// Changes what the account shares of itself. Contacts hear of it with the next thing that is
  /// sent to them.
  ///
  /// @param name null leaves it
  /// @param about null leaves it; empty takes it away
  record ChangeProfile(@Nullable String name, @Nullable String about, ChosenPicture picture)
      implements OfProfile {}

  /// The person looks at these contacts from now on, and at nobody else: the models tell when they
  /// are here, as far as they share it. Empty when the person looks away.
  record WatchPresence(Set<AccountId> accounts) implements OfPresence {
    public WatchPresence {
      accounts = Set.copyOf(accounts);
    }
  }

  /// Shares with contacts when this account is here and types, or does not. Who does not, is not
  /// shown it of others.
  record SharePresence(boolean shared) implements OfPresence {}

  /// Tells whether it does.
  record LookAtSharing() implements OfPresence {}

  /// The person types in a conversation, or does not any more.
  record Typing(ConversationId conversation, boolean typing) implements OfPresence {}

  /// What becomes of one's own picture.
  sealed interface ChosenPicture {
    /// It stays.
    record Same() implements ChosenPicture {}

    /// There is none any more.
    record None() implements ChosenPicture {}

    /// A part of a picture: cut out, made 640 pixels wide and high, without metadata.
    record Cut(Path file, Square square) implements ChosenPicture {
      /// As much as there is, around the middle.
      public static Cut middle(Path file) {
        return new Cut(file, Square.CENTRE);
      }
    }
  }

  /// Asks the relay how the lock of this account stands; tells what else belongs to the account.
  record LookAtAccount() implements OfAccount {}

  /// Locks the number or address of this account with a PIN, or with another one.
  ///
  /// @param pin UTF-8, as typed; the engine closes it
  record SetPin(SecretBytes pin) implements OfAccount {}

  /// Takes the lock away.
  record ClearPin() implements OfAccount {}

  /// Takes a user name, in place of the one before.
  ///
  /// @param wanted a nickname, to which digits are added, or a whole name such as `ana.42`
  record ChooseUserName(String wanted) implements OfAccount {}

  /// Goes without a user name.
  record DropUserName() implements OfAccount {}

  /// Asks for a code to another number or address of this account.
  record ChangeAddress(CodeTarget target) implements OfAccount {}

  /// Gives that code. From then on the account has the number or address, unless it is locked by
  /// another account: then [OpenAddress] follows.
  record ConfirmAddress(String code) implements OfAccount {}

  /// Gives the PIN of the account that has the number or address.
  ///
  /// @param pin UTF-8, as typed; the engine closes it
  record OpenAddress(SecretBytes pin) implements OfAccount {}

  /// Deletes the account, all that the relay holds on it, and the profile on this device.
  record DeleteAccount() implements OfAccount {}

  /// Adds the person of a contact link, of a user name, or of a phone number with its country code,
  /// and asks to be their contact. The key of whoever is found by a name or a number comes from the
  /// relay: only their safety number proves it.
  record AddContact(String link) implements Intent {}

  record AcceptContact(AccountId account) implements Intent {}

  record BlockContact(AccountId account) implements Intent {}

  record UnblockContact(AccountId account) implements Intent {}

  /// Makes a stranger of a contact again: they see nothing new of this account, and what they write
  /// is not let in. What was said stays. [AcceptContact] asks them to be a contact again.
  record RemoveContact(AccountId account) implements Intent {}

  /// Says that the safety number was compared (or takes that back).
  record MarkVerified(AccountId account, boolean verified) implements Intent {}

  /// Goes on with the contact's new identity key.
  record AcceptIdentity(AccountId account) implements Intent {}

  /// Stays with the key that was compared, after another one was met and the known one has proved
  /// itself again.
  record KeepIdentity(AccountId account) implements Intent {}

  /// Asks the relay again for the list of somebody's devices, after it gave one that they did not
  /// sign.
  record CheckDevices(AccountId account) implements Intent {}

  /// Goes on with the devices that somebody has signed, after another one wrote in their name.
  record SetDevicesAside(AccountId account) implements Intent {}

  /// Reads the code that a new device shows, and changes nothing.
  record ReadLinkCode(String code) implements OfDevices {}

  /// Lets the device that shows `code` join the account.
  record LinkDevice(String code) implements OfDevices {}

  /// Tells which devices the account has.
  record LookAtDevices() implements OfDevices {}

  /// Takes a device off the account, this one or another.
  record UnlinkDevice(int device) implements OfDevices {}

  /// Makes a group.
  ///
  /// @param members contacts who are in it from the start
  record CreateGroup(String name, List<AccountId> members) implements OfGroups {
    public CreateGroup {
      members = List.copyOf(members);
    }
  }

  /// Changes a group.
  record ChangeGroup(ConversationId group, GroupWish wish) implements OfGroups {}

  /// Comes into the group of an invite link, or asks to be let in.
  record JoinGroup(String link) implements OfGroups {}

  /// Asks the relay again what is new in a group. When something is wrong with it, and the relay
  /// says again what was known before, it is right again.
  record CheckGroup(ConversationId group) implements OfGroups {}

  /// Sends text, files or both. Each file becomes an attachment of the same message. It is
  /// committed when the files have been read; what has to be cleaned or made smaller, is so
  /// afterwards.
  record SendMessage(ConversationId conversation, String body, List<OutgoingFile> files)
      implements Intent {
    public SendMessage {
      files = List.copyOf(files);
    }
  }

  /// @param originalQuality not resized or transcoded (metadata is stripped all the same)
  /// @param voice recorded as a voice message
  record OutgoingFile(Path path, boolean originalQuality, boolean voice) {}

  /// Tries a failed or waiting message again now.
  record RetryMessage(MessageId message) implements Intent {}

  /// Tries a message again that has not left because of a file, without that file. Its other files
  /// and its text go; the file that was left out is gone from the message.
  ///
  /// @param index of the file
  record RetryWithout(MessageId message, int index) implements Intent {}

  /// Takes back a message that has not been accepted yet.
  record CancelMessage(MessageId message) implements Intent {}

  record Download(MessageId message, int index) implements Intent {}

  record CancelTransfer(MessageId message, int index) implements Intent {}

  /// Writes the decrypted attachment to `target`, a file that does not exist yet or a folder.
  record SaveAttachment(MessageId message, int index, Path target) implements Intent {}

  /// The person has seen everything up to `message`.
  record MarkSeen(ConversationId conversation, MessageId upTo) implements Intent {}

  /// Says whether a file can be a status, and what it will be. Posts nothing.
  record CheckStatusFile(Path file) implements OfStatuses {}

  /// Posts a status. It is committed when its file is cleaned and small enough, and published when
  /// the relay can be reached; from then on it lasts 24 hours.
  ///
  /// @param text the text, or what is written under a picture or video
  /// @param background of a text, see [org.juntos.engine.model.StatusBackground]
  /// @param file a picture or video; null for a text
  /// @param audience who is to see this one and the next; null for whom it was last time
  record PostStatus(
      String text, int background, @Nullable Path file, @Nullable StatusAudience audience)
      implements OfStatuses {}

  /// Tries a status that the relay has refused again.
  record RetryStatus(MessageId status) implements OfStatuses {}

  /// Takes a status of one's own back, everywhere.
  record DeleteStatus(MessageId status) implements OfStatuses {}

  /// The person looks at a status: it is fetched if it is not here, and its author learns it.
  record ViewStatus(AccountId author, MessageId status) implements OfStatuses {}

  /// Puts statuses of somebody out of sight, or back.
  record MuteStatuses(AccountId author, boolean muted) implements OfStatuses {}

  /// Who is to see the next ones.
  record SetStatusAudience(StatusAudience audience) implements OfStatuses {}

  /// Whether authors learn that their statuses were seen; who does not tell is not told.
  record SetStatusReceipts(boolean on) implements OfStatuses {}

  /// Writes to the author of a status about it.
  record ReplyToStatus(AccountId author, MessageId status, String body) implements OfStatuses {}

  /// Writes the decrypted file of a status to `target`, a file that does not exist yet.
  record SaveStatus(AccountId author, MessageId status, Path target) implements OfStatuses {}

  /// Tries again to open messages that were set aside because opening them has twice never ended.
  record OpenSetAside() implements Intent {}

  /// Measures how far away each address of the relay is; the connection then tells it.
  record MeasureRelays() implements Intent {}

  /// Asks the relay for all that it holds on this account.
  record LookAtHeld() implements Intent {}

  /// Has the relay wake this device there while it has no connection. Mobile builds and
  /// distributors of UnifiedPush use it; a program that stays connected needs none.
  record SetPush(PushAddress address) implements Intent {}

  /// Has the relay wake this device no more.
  record ClearPush() implements Intent {}

  /// Asks the relay how it wakes devices, and where this one.
  record LookAtPush() implements Intent {}

  /// Tries to connect now instead of at the end of the back-off.
  record Reconnect() implements Intent {}

  /// Stays away from the relay until [Reconnect].
  record GoOffline() implements Intent {}
}
