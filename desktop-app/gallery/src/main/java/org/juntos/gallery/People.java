package org.juntos.gallery;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.ContactView.Standing;
import org.juntos.engine.model.DeviceTrouble;
import org.juntos.engine.model.ProfileView;
import org.juntos.engine.model.SafetyDigits;
import org.juntos.wire.AccountId;

/// The people of the gallery.
final class People {
  static final AccountId SELF = account("self");

  /// Length of what stands for a portrait: the id of the account.
  static final int FACE_BYTES = 16;

  private static final String SAFETY_NUMBER =
      "382910475520018837465019283746501928374655019283746501928374";

  private People() {}

  static ContactView contact(String name) {
    return contact(name, Standing.ACCEPTED, false, false);
  }

  static ContactView contact(String name, Standing standing, boolean verified, boolean changed) {
    var account = account(name);
    return new ContactView(
        account,
        ConversationId.ofTwo(SELF, account),
        name,
        standing,
        verified,
        changed,
        standing == Standing.REQUESTED
            ? SafetyDigits.UNKNOWN
            : new SafetyDigits(account.bytes(), () -> SAFETY_NUMBER),
        "relay.example.org");
  }

  /// Somebody with whose devices something is wrong.
  static ContactView doubted(String name, DeviceTrouble trouble) {
    return with(contact(name), trouble, false, contact(name).profile());
  }

  /// Somebody whose verified key is back after another one was met.
  static ContactView keyBack(String name) {
    var known = contact(name, Standing.ACCEPTED, true, true);
    return with(known, null, true, known.profile());
  }

  /// Somebody who shows this of themselves, and their picture.
  static ContactView showing(ContactView contact, String about) {
    return with(contact, contact.devices(), contact.verifiedKeyBack(), new ProfileView(about, 1));
  }

  private static ContactView with(
      ContactView contact,
      @Nullable DeviceTrouble trouble,
      boolean verifiedKeyBack,
      ProfileView profile) {
    return new ContactView(
        contact.account(),
        contact.conversation(),
        contact.name(),
        contact.standing(),
        contact.verified(),
        contact.identityChanged(),
        contact.safetyNumber(),
        contact.relay(),
        trouble,
        verifiedKeyBack,
        contact.sealed(),
        profile);
  }

  static AccountId account(String name) {
    return new AccountId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
  }
}
