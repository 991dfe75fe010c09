package org.juntos.wire.group;

import org.juntos.wire.ErrorCode;

/// Why a change leads nowhere. Both sides come to the same, so that a client neither makes a change
/// that a good relay refuses, nor follows one that a bad relay let through.
public enum GroupRefusal {
  /// It does not follow the state: another revision, another change before it.
  STALE(ErrorCode.GROUP_REVISION_STALE),
  /// Whoever makes it may not: no member, no admin, no link.
  NOT_ALLOWED(ErrorCode.FORBIDDEN),
  /// It contradicts itself, the state, or the limits on sizes.
  INVALID(ErrorCode.GROUP_CHANGE_INVALID),
  /// There is no more room for members, requests or bans.
  FULL(ErrorCode.GROUP_FULL),
  /// It would leave members without an admin.
  NO_ADMIN(ErrorCode.GROUP_NEEDS_ADMIN);

  private final ErrorCode code;

  GroupRefusal(ErrorCode code) {
    this.code = code;
  }

  /// What a relay answers.
  public ErrorCode code() {
    return code;
  }
}
