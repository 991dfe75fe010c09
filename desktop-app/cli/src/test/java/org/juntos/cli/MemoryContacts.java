package org.juntos.cli;

import org.jspecify.annotations.Nullable;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.DeviceTrouble;

/// Contacts as they were but for one thing.
final class MemoryContacts {
  private MemoryContacts() {}

  static ContactView standing(
      ContactView contact, ContactView.Standing standing, boolean verified) {
    return new ContactView(
        contact.account(),
        contact.conversation(),
        contact.name(),
        standing,
        verified,
        contact.identityChanged(),
        contact.safetyNumber(),
        contact.relay());
  }

  static ContactView with(
      ContactView contact, boolean verifiedKeyBack, @Nullable DeviceTrouble trouble) {
    return new ContactView(
        contact.account(),
        contact.conversation(),
        contact.name(),
        contact.standing(),
        contact.verified() || verifiedKeyBack,
        contact.identityChanged() || verifiedKeyBack,
        contact.safetyNumber(),
        contact.relay(),
        trouble,
        verifiedKeyBack,
        true,
        contact.profile());
  }
}
