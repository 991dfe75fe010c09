package org.juntos.ui.group;

import java.util.ArrayList;
import org.juntos.engine.model.GroupView;
import org.juntos.ui.control.SafeText;

/// Says things about groups.
public final class GroupWords {
  private static final int MOST_NAMED = 4;

  private GroupWords() {}

  /// Who is in it: "Ana, Ben and you", or how many.
  public static String people(GroupView group) {
    var members = group.members();
    if (group.standing() != GroupView.Standing.MEMBER) {
      return "";
    }
    if (members.size() > MOST_NAMED) {
      return members.size() + " members";
    }
    var names = new ArrayList<String>();
    members.stream().filter(one -> !one.own()).forEach(one -> names.add(name(one)));
    return names.isEmpty() ? "Only you" : String.join(", ", names) + " and you";
  }

  /// What somebody is called.
  public static String name(GroupView.Member member) {
    return member.own()
        ? "You"
        : member.name().isBlank() ? "Somebody" : SafeText.name(member.name());
  }

  /// What stands between the person and writing; empty when nothing does, or something is wrong.
  public static String standing(GroupView group) {
    return switch (group.standing()) {
      case ENTERING -> "You were added to this group. It is being fetched from the relay.";
      case ASKED -> "You have asked to come in. Somebody in the group has to let you in.";
      case GONE -> "You are not in this group any more. What is here stays readable.";
      case MEMBER -> group.own().post() ? "" : "Only admins may write to this group.";
    };
  }

  /// How far everything of somebody's has come.
  static String inStep(GroupView.Member member) {
    return member.inStep() > 0 ? "in step to #" + member.inStep() : "";
  }
}
