package org.juntos.crypto.group;

import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.content.GroupAttributes;
import org.juntos.content.MalformedContentException;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.group.GroupStates;
import org.juntos.wire.proto.GroupState;

/// The state of a group after one of its changes, as a member reads it.
///
/// @param head hash of that change
/// @param state serialized, canonical
/// @param link null when there is none
public record GroupFacts(
    int revision,
    Bytes head,
    Bytes state,
    List<Member> members,
    GroupAttributes attributes,
    Rules rules,
    @Nullable Link link,
    List<Asking> asking,
    List<AccountId> banned) {
  public GroupFacts {
    members = List.copyOf(members);
    asking = List.copyOf(asking);
    banned = List.copyOf(banned);
  }

  /// Whether only admins may.
  public record Rules(boolean adminsAdd, boolean adminsEdit, boolean adminsPost) {}

  /// @param passwordHash SHA-256
  /// @param expiresAt relay clock; null: never
  /// @param usesLeft negative: as many as like
  public record Link(
      Bytes passwordHash, @Nullable Instant expiresAt, int usesLeft, boolean approval) {}

  /// Who waits to be let in.
  public record Asking(AccountId account, Instant at) {}

  /// The member of an account; null when there is none.
  public @Nullable Member member(AccountId account) {
    for (var member : members) {
      if (member.account().equals(account)) {
        return member;
      }
    }
    return null;
  }

  /// Whether an account may write to the group.
  public boolean mayPost(AccountId account) {
    var member = member(account);
    return member != null && (member.admin() || !rules.adminsPost());
  }

  /// Whether an account may edit what the group shows of itself, and pin messages.
  public boolean mayEdit(AccountId account) {
    var member = member(account);
    return member != null && (member.admin() || !rules.adminsEdit());
  }

  /// Reads a state; null when it is none of this group, or not all of it was written by members.
  ///
  /// @param head hash of the change that led to it
  public static @Nullable GroupFacts read(GroupSecrets group, Bytes head, Bytes state) {
    try {
      var fields = GroupState.parseFrom(state.buffer());
      return fields.equals(GroupStates.canonical(fields)) ? read(group, head, fields) : null;
    } catch (InvalidProtocolBufferException _) {
      return null;
    }
  }

  static @Nullable GroupFacts read(GroupSecrets group, Bytes head, GroupState fields) {
    var opened = group.open(bytes(fields.getAttributes()));
    var members = members(group, fields);
    var asking = asking(group, fields);
    var banned = banned(group, fields);
    if (opened == null
        || members == null
        || asking == null
        || banned == null
        || !bytes(fields.getPublicParams()).equals(group.publicParams())) {
      return null;
    }
    try {
      return new GroupFacts(
          fields.getRevision(),
          head,
          Bytes.of(fields.toByteArray()),
          members,
          GroupAttributes.read(opened),
          new Rules(
              fields.getWhoAdds() == GroupState.Access.ADMINS,
              fields.getWhoEdits() == GroupState.Access.ADMINS,
              fields.getWhoPosts() == GroupState.Access.ADMINS),
          fields.hasLink() ? Deeds.link(fields.getLink()) : null,
          asking,
          banned);
    } catch (MalformedContentException _) {
      return null;
    }
  }

  private static @Nullable List<Member> members(GroupSecrets group, GroupState fields) {
    var members = new ArrayList<Member>();
    for (var member : fields.getMembersList()) {
      var ciphertext = bytes(member.getMember());
      var account = group.account(ciphertext);
      if (account == null) {
        return null;
      }
      boolean admin = Deeds.isAdmin(member);
      members.add(new Member(account, ciphertext, admin, member.getJoinedAtRevision()));
    }
    return members;
  }

  private static @Nullable List<Asking> asking(GroupSecrets group, GroupState fields) {
    var asking = new ArrayList<Asking>();
    for (var request : fields.getRequestsList()) {
      var account = group.account(bytes(request.getMember()));
      if (account == null) {
        return null;
      }
      asking.add(new Asking(account, Instant.ofEpochMilli(request.getAtMs())));
    }
    return asking;
  }

  private static @Nullable List<AccountId> banned(GroupSecrets group, GroupState fields) {
    var banned = new ArrayList<AccountId>();
    for (var one : fields.getBannedList()) {
      var account = group.account(bytes(one));
      if (account == null) {
        return null;
      }
      banned.add(account);
    }
    return banned;
  }

  private static Bytes bytes(com.google.protobuf.ByteString bytes) {
    return Bytes.of(bytes.toByteArray());
  }
}
