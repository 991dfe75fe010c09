package org.juntos.store.group;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// What is known of groups.
public interface Groups {
  @Nullable StoredGroup find(ConversationId group);

  /// All that are known, those that were left as well.
  List<StoredGroup> all();

  /// Groups of which the relay has to be asked what is new.
  List<ConversationId> due();

  /// Adds or replaces.
  void put(StoredGroup group);

  /// Who is in it now, by account.
  List<StoredMember> members(ConversationId group);

  /// What the members that are known as people are called.
  Map<AccountId, String> names(ConversationId group);

  @Nullable StoredMember member(ConversationId group, AccountId account);

  /// Says who is in it from now on.
  void putMembers(ConversationId group, Collection<StoredMember> members);

  /// Groups that this account is in and `account` as well.
  List<ConversationId> shared(AccountId account);

  /// Who waits to be let in, longest first.
  List<StoredRequest> requests(ConversationId group);

  /// Says who waits from now on.
  void putRequests(ConversationId group, Collection<StoredRequest> requests);

  /// From `revision` on exactly these may write.
  void putPosters(ConversationId group, int revision, Set<AccountId> accounts);

  /// Whether an account could write at a revision that is known.
  boolean mayPost(ConversationId group, AccountId account, int revision);

  /// From `revision` on exactly these may edit what the group shows of itself.
  void putEditors(ConversationId group, int revision, Set<AccountId> accounts);

  /// Whether an account could edit it at a revision that is known.
  boolean mayEdit(ConversationId group, AccountId account, int revision);

  /// Whether it is written down who may edit it.
  boolean knowsEditors(ConversationId group);

  /// Notes the hash of a change.
  void putHead(ConversationId group, int revision, Bytes head);

  /// The hash of a change; null when it is not known.
  @Nullable Bytes head(ConversationId group, int revision);
}
