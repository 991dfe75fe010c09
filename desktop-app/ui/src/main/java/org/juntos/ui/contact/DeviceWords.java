package org.juntos.ui.contact;

import org.juntos.engine.model.DeviceTrouble;
import org.juntos.engine.model.DeviceTrouble.Kind;

/// Says what is wrong with the list of somebody's devices.
public final class DeviceWords {
  private DeviceWords() {}

  /// What happened, and what follows from it.
  ///
  /// @param name of the person, safe to show
  public static String sentence(DeviceTrouble trouble, String name) {
    if (trouble.kind() == Kind.DELETED) {
      return "The relay says that " + name + " deleted their account. Nothing more can be sent.";
    }
    return trouble.blocks()
        ? happened(trouble.kind(), name) + " Nothing is sent until that is resolved."
        : "A device that you did not add wrote in your name. Its messages are kept unopened.";
  }

  /// The same in a word or two, where there is no room for more.
  public static String brief(DeviceTrouble trouble) {
    return trouble.kind() == Kind.DELETED ? "Deleted account" : "Devices in doubt";
  }

  /// What it can mean, and what to do.
  static String advice(DeviceTrouble trouble, String name) {
    if (!trouble.blocks()) {
      return "Somebody may have your key. If you did not link a device, register again.";
    }
    if (trouble.kind() == Kind.DELETED) {
      return "What was said stays here. If " + name + " writes again, all is as it was.";
    }
    return trouble.kind() == Kind.UNLISTED_SENDER
        ? "It may be a device that "
            + name
            + " has removed, or somebody who has stolen their key. Ask them in person or on a call."
        : "Somebody may want to read along. Ask "
            + name
            + " in person or on a call whether they changed their devices, and tell whoever runs"
            + " the relay.";
  }

  private static String happened(Kind kind, String name) {
    return switch (kind) {
      case UNSIGNED -> "The relay gave a list of devices that " + name + " did not sign.";
      case OLDER ->
          "The relay gave an old list of devices: one that " + name + " removed could come back.";
      case CONTRADICTORY -> "The relay gave two different lists of the devices of " + name + ".";
      case UNLISTED_DEVICE -> "The relay added a device that " + name + " did not sign.";
      case DELETED -> "The relay has no account of " + name + " any more.";
      case UNLISTED_SENDER ->
          "A device that " + name + " did not sign wrote in their name. It is kept unopened.";
    };
  }
}
