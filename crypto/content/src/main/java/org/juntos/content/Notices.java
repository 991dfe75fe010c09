package org.juntos.content;

/// What a person wants to be notified of in a conversation.
public enum Notices {
  ALL,
  /// When somebody names them, or replies to them.
  MENTIONS,
  NOTHING
}
