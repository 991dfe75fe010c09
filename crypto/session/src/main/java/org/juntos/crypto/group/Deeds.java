package org.juntos.crypto.group;

import com.google.protobuf.ByteString;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.content.GroupAttributes;
import org.juntos.content.MalformedContentException;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.proto.GroupAction;
import org.juntos.wire.proto.GroupInviteLink;
import org.juntos.wire.proto.GroupMember;
import org.juntos.wire.proto.GroupState;
import org.juntos.wire.proto.JoinRequest;

/// Between [GroupDeed] and the actions of the contract.
///
/// @param revision of the change that has them
record Deeds(GroupSecrets group, AccountId actor, int revision) {
  List<GroupAction> write(GroupDeed deed, SecureRandom random) {
    return switch (deed) {
      case GroupDeed.SetRules(var rules) -> rules(rules);
      default -> List.of(action(deed, random));
    };
  }

  private GroupAction action(GroupDeed deed, SecureRandom random) {
    var action = GroupAction.newBuilder();
    switch (deed) {
      case GroupDeed.Create create -> action.setCreate(create(create, random));
      case GroupDeed.Add(var account) -> action.setAdd(member(account, false));
      case GroupDeed.Remove(var account) -> action.setRemove(ciphertext(account));
      case GroupDeed.SetAdmin(var account, var admin) -> action.setSetRole(member(account, admin));
      case GroupDeed.SetAttributes(var attributes) ->
          action.setSetAttributes(sealed(attributes, random));
      case GroupDeed.SetLink(var link) -> action.setSetLink(link(link));
      case GroupDeed.DropLink() -> action.setSetLink(GroupInviteLink.getDefaultInstance());
      case GroupDeed.Join() -> action.setJoinByLink(member(actor, false));
      case GroupDeed.Ask(var at) ->
          action.setAskToJoin(
              JoinRequest.newBuilder().setMember(ciphertext(actor)).setAtMs(at.toEpochMilli()));
      case GroupDeed.RefuseRequest(var account) -> action.setRefuseRequest(ciphertext(account));
      case GroupDeed.Ban(var account) -> action.setBan(ciphertext(account));
      case GroupDeed.Unban(var account) -> action.setUnban(ciphertext(account));
      case GroupDeed.SetRules _ -> throw new IllegalArgumentException("three actions");
    }
    return action.build();
  }

  private static List<GroupAction> rules(GroupFacts.Rules rules) {
    return List.of(
        GroupAction.newBuilder().setSetWhoAdds(access(rules.adminsAdd())).build(),
        GroupAction.newBuilder().setSetWhoEdits(access(rules.adminsEdit())).build(),
        GroupAction.newBuilder().setSetWhoPosts(access(rules.adminsPost())).build());
  }

  private static GroupState.Access access(boolean admins) {
    return admins ? GroupState.Access.ADMINS : GroupState.Access.EVERY_MEMBER;
  }

  private GroupState create(GroupDeed.Create create, SecureRandom random) {
    var state =
        GroupState.newBuilder()
            .setPublicParams(bytes(group.publicParams()))
            .setAttributes(sealed(create.attributes(), random))
            .setWhoAdds(GroupState.Access.EVERY_MEMBER)
            .setWhoEdits(GroupState.Access.EVERY_MEMBER)
            .setWhoPosts(GroupState.Access.EVERY_MEMBER)
            .addMembers(member(actor, true));
    create.others().forEach(account -> state.addMembers(member(account, false)));
    return org.juntos.wire.group.GroupStates.canonical(state.build());
  }

  /// What an action does; null when a member has not written it. Rights come one by one.
  @Nullable GroupDeed read(GroupAction action, GroupFacts.Rules after) {
    return switch (action.getKindCase()) {
      case CREATE -> created(action.getCreate());
      case ADD -> of(action.getAdd().getMember(), GroupDeed.Add::new);
      case REMOVE -> of(action.getRemove(), GroupDeed.Remove::new);
      case SET_ROLE -> {
        boolean admin = isAdmin(action.getSetRole());
        yield of(
            action.getSetRole().getMember(), account -> new GroupDeed.SetAdmin(account, admin));
      }
      case SET_ATTRIBUTES -> attributes(action.getSetAttributes());
      case SET_WHO_ADDS, SET_WHO_EDITS, SET_WHO_POSTS -> new GroupDeed.SetRules(after);
      case SET_LINK ->
          action.getSetLink().getPasswordSha256().isEmpty()
              ? new GroupDeed.DropLink()
              : new GroupDeed.SetLink(link(action.getSetLink()));
      case JOIN_BY_LINK -> new GroupDeed.Join();
      case ASK_TO_JOIN -> new GroupDeed.Ask(Instant.ofEpochMilli(action.getAskToJoin().getAtMs()));
      case REFUSE_REQUEST -> of(action.getRefuseRequest(), GroupDeed.RefuseRequest::new);
      case BAN -> of(action.getBan(), GroupDeed.Ban::new);
      case UNBAN -> of(action.getUnban(), GroupDeed.Unban::new);
      case KIND_NOT_SET -> null;
    };
  }

  private interface OfAccount {
    GroupDeed make(AccountId account);
  }

  private @Nullable GroupDeed of(ByteString ciphertext, OfAccount deed) {
    var account = group.account(Bytes.of(ciphertext.toByteArray()));
    return account == null ? null : deed.make(account);
  }

  private @Nullable GroupDeed created(GroupState state) {
    var attributes = opened(state.getAttributes());
    var others = new ArrayList<AccountId>();
    for (var member : state.getMembersList()) {
      var account = group.account(Bytes.of(member.getMember().toByteArray()));
      if (account == null) {
        return null;
      }
      if (!account.equals(actor)) {
        others.add(account);
      }
    }
    return attributes == null ? null : new GroupDeed.Create(attributes, others);
  }

  private @Nullable GroupDeed attributes(ByteString sealed) {
    var attributes = opened(sealed);
    return attributes == null ? null : new GroupDeed.SetAttributes(attributes);
  }

  private @Nullable GroupAttributes opened(ByteString sealed) {
    var opened = group.open(Bytes.of(sealed.toByteArray()));
    try {
      return opened == null ? null : GroupAttributes.read(opened);
    } catch (MalformedContentException _) {
      return null;
    }
  }

  private ByteString sealed(GroupAttributes attributes, SecureRandom random) {
    return bytes(group.seal(attributes.bytes(), random));
  }

  private GroupMember member(AccountId account, boolean admin) {
    return GroupMember.newBuilder()
        .setMember(ciphertext(account))
        .setRole(admin ? GroupMember.Role.ADMIN : GroupMember.Role.MEMBER)
        .setJoinedAtRevision(revision)
        .build();
  }

  private ByteString ciphertext(AccountId account) {
    return bytes(group.member(account));
  }

  static boolean isAdmin(GroupMember member) {
    return member.getRole() == GroupMember.Role.ADMIN;
  }

  static GroupFacts.Link link(GroupInviteLink link) {
    return new GroupFacts.Link(
        Bytes.of(link.getPasswordSha256().toByteArray()),
        link.getExpiresAtMs() == 0 ? null : Instant.ofEpochMilli(link.getExpiresAtMs()),
        link.getUsesLeft(),
        link.getNeedsApproval());
  }

  private static GroupInviteLink link(GroupFacts.Link link) {
    var expires = link.expiresAt();
    return GroupInviteLink.newBuilder()
        .setPasswordSha256(bytes(link.passwordHash()))
        .setExpiresAtMs(expires == null ? 0 : expires.toEpochMilli())
        .setUsesLeft(link.usesLeft())
        .setNeedsApproval(link.approval())
        .build();
  }

  static ByteString bytes(Bytes bytes) {
    return ByteString.copyFrom(bytes.buffer());
  }
}
