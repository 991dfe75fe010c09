package org.juntos.content;

/// What a notification sounds like.
public enum NoticeSound {
  /// As the system does it.
  USUAL,
  SILENT,
  CHIME,
  DROP,
  KNOCK
}
