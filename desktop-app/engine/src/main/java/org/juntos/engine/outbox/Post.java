package org.juntos.engine.outbox;

import java.util.List;
import java.util.UUID;
import org.juntos.content.ConversationId;
import org.juntos.store.outbox.Outbox;
import org.juntos.store.outbox.Recipient;
import org.juntos.wire.Bytes;

/// A job to all members of a group: one message for all their devices.
///
/// @param id of the message at the relay; a retry repeats it and the bytes
/// @param endorsement leave to send to exactly those that it is for
public record Post(ConversationId group, Outbox.Job job, UUID id, Bytes message, Bytes endorsement)
    implements Parcel {
  @Override
  public Recipient recipient() {
    return new Recipient.Group(group);
  }

  @Override
  public List<Outbox.Job> jobs() {
    return List.of(job);
  }
}
