package org.juntos.relay.group;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.List;
import org.juntos.relay.sealed.GroupAuthority;
import org.juntos.wire.Bytes;
import org.juntos.wire.proto.GroupMember;
import org.juntos.wire.proto.GroupState;
import org.juntos.wire.proto.GroupState.Access;

/// Gives members who may post the leave to send to the others. It is the same for all of them, and
/// costs the more the more they are, so that it is made once for a state and a day. Thread-safe.
final class Endorsements {
  private static final int MOST_BYTES = 16 * 1024 * 1024;

  private final GroupAuthority authority;
  private final Cache<Key, Bytes> made =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .weigher((Key _, Bytes response) -> response.size())
          .build();

  Endorsements(GroupAuthority authority) {
    this.authority = authority;
  }

  /// @param head says which state it is
  private record Key(Bytes head, Instant expiry) {}

  /// Whether `member` may post.
  static boolean mayPost(GroupState state, GroupMember member) {
    return state.getWhoPosts() == Access.EVERY_MEMBER || member.getRole() == GroupMember.Role.ADMIN;
  }

  GroupView.Endorsed of(GroupState state, Bytes head) {
    var expiry = authority.expiry();
    var response =
        made.get(new Key(head, expiry), key -> authority.endorse(names(state), key.expiry()));
    return new GroupView.Endorsed(response, expiry);
  }

  private static List<Bytes> names(GroupState state) {
    return state.getMembersList().stream()
        .map(member -> Bytes.of(member.getMember().toByteArray()))
        .toList();
  }
}
