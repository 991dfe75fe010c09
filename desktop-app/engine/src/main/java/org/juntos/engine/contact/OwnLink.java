package org.juntos.engine.contact;

import org.juntos.content.ContactLink;
import org.juntos.engine.device.Self;

/// What a person gives to others so that they can add them.
public final class OwnLink {
  private OwnLink() {}

  /// The text of the link.
  public static String text(Self self, String name) {
    return new ContactLink(
            self.account(),
            self.identityKey(),
            self.relay().uri().toString(),
            self.relay().tlsPin(),
            name)
        .text();
  }
}
