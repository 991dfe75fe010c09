package org.juntos.engine.model;

import java.util.List;

/// A window on a timeline, oldest first.
///
/// @param olderExists whether there is more before it
/// @param newerExists whether there is more after it
/// @param unreadAfterRow row after which the unread messages of the moment of opening begin;
///   Long.MAX_VALUE when all was read
public record TimelineView(
    List<EntryView> entries, boolean olderExists, boolean newerExists, long unreadAfterRow) {
  public TimelineView {
    entries = List.copyOf(entries);
  }
}
