package org.juntos.ui.control;

import java.util.UUID;
import java.util.function.Function;
import org.juntos.content.ConversationId;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.GroupView;
import org.juntos.engine.model.Models;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// What an [Avatar] shows of a person or a group.
///
/// @param id decides the colour
/// @param version of the picture; 0: there is none
/// @param jpeg reads the picture as it came; may block
public record Portrait(UUID id, String name, long version, Function<Models, Bytes> jpeg) {
  /// Of a person.
  public static Portrait of(ContactView person) {
    return of(person.account(), person.name(), person.profile().pictureVersion());
  }

  /// Of a person.
  ///
  /// @param version of their picture; 0: they have none
  public static Portrait of(AccountId account, String name, long version) {
    return new Portrait(account.value(), name, version, models -> models.picture(account));
  }

  /// Of a group.
  public static Portrait of(ConversationId id, GroupView group) {
    var picture = group.picture();
    long version = picture.isEmpty() ? 0 : 1 + Integer.toUnsignedLong(picture.hashCode());
    return new Portrait(id.value(), group.name(), version, _ -> picture);
  }
}
