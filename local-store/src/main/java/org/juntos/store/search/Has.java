package org.juntos.store.search;

import org.juntos.content.Attachment;
import org.juntos.store.history.StoredCard;

/// What an entry may have beside words.
public enum Has {
  IMAGE,
  VIDEO,
  AUDIO,
  VOICE,
  FILE,
  /// An address of a page in its text.
  LINK,
  POLL,
  LOCATION,
  /// Somebody's contact card.
  CONTACT;

  static Has of(Attachment.Kind kind) {
    return switch (kind) {
      case IMAGE -> IMAGE;
      case VIDEO -> VIDEO;
      case AUDIO -> AUDIO;
      case VOICE -> VOICE;
      case FILE -> FILE;
    };
  }

  static Has of(StoredCard.Kind kind) {
    return switch (kind) {
      case POLL -> POLL;
      case PLACE -> LOCATION;
      case CONTACT -> CONTACT;
    };
  }
}
