package org.juntos.engine.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.AccountId;

/// How far a message has come at one of those whom it went to.
///
/// @param devices at each device that has said so; empty where that is not asked for
public record MemberProgress(
    AccountId account,
    String name,
    @Nullable Instant deliveredAt,
    @Nullable Instant seenAt,
    List<DeviceProgress> devices) {
  public MemberProgress {
    devices = List.copyOf(devices);
  }

  /// As a whole.
  public MemberProgress(
      AccountId account, String name, @Nullable Instant deliveredAt, @Nullable Instant seenAt) {
    this(account, name, deliveredAt, seenAt, List.of());
  }

  /// The same with what is known of devices.
  public MemberProgress with(List<DeviceProgress> known) {
    return new MemberProgress(account, name, deliveredAt, seenAt, known);
  }
}
