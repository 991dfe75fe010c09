package org.juntos.store.outbox;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// Durable jobs: contents that wait to be sealed and accepted. Jobs to one account leave in the
/// order in which they were added.
public interface Outbox {
  /// When a job is due that need not wait.
  Instant AT_ONCE = Instant.EPOCH;

  /// Adds a job; it is ready when none of its message's attachments waits for upload any more.
  long add(NewJob job);

  /// The oldest job of each recipient that is ready, oldest first, at most `limit`: what may be
  /// sent side by side now. Includes jobs whose `dueAt` is still to come.
  List<Job> ready(int limit);

  /// The [#ready(int)] job of one recipient and the jobs that may leave right behind it, in the
  /// order in which they must arrive, at most `limit`.
  List<Job> ready(AccountId to, int limit);

  /// The same of a group.
  List<Job> ready(ConversationId group, int limit);

  @Nullable Job find(long job);

  /// The newest job of a kind for somebody, as long as nothing of it was sealed; null otherwise.
  @Nullable Job unsealed(AccountId to, Kind kind);

  /// Lets a job that was not sealed say something else.
  void rewrite(long job, Bytes content);

  /// The jobs that carry a message, oldest first.
  List<Job> of(MessageId message);

  /// Gives a job that has none its number in the timeline; every retry keeps it.
  void number(long job, long sequence);

  /// What was sealed for a job; empty before.
  List<SealedEnvelope> sealed(long job);

  /// Fixes the bytes of a job: every retry repeats them. Replaces what was there.
  void putSealed(long job, List<SealedEnvelope> envelopes);

  /// The accounts that what was sealed for a group is for.
  List<AccountId> addressed(long job);

  void putAddressed(long job, Collection<AccountId> accounts);

  /// Whether something that was not tried yet goes first to an account that this is for.
  boolean waitsForOthers(long job);

  /// The relay has it: the job is gone.
  void remove(long job);

  /// Tries again not before `dueAt`; counts an attempt.
  void retryAt(long job, Instant dueAt);

  /// All jobs of a message are due now, with no attempts counted.
  void hurry(MessageId message);

  /// All jobs are due now.
  void hurry();

  /// Jobs that carry messages of the person (not receipts).
  int waitingMessages();

  /// All jobs.
  int size();

  /// @param recipient immutable
  /// @param identityKey the recipient's key when the job was made; sealing for another is refused
  /// @param sequence 0 for content outside the timeline
  /// @param content encoded, without binding
  record NewJob(
      Recipient recipient,
      Bytes identityKey,
      ConversationId conversation,
      MessageId message,
      long sequence,
      Kind kind,
      Bytes content,
      Instant dueAt) {
    /// For somebody.
    public NewJob(
        AccountId to,
        Bytes identityKey,
        ConversationId conversation,
        MessageId message,
        long sequence,
        Kind kind,
        Bytes content,
        Instant dueAt) {
      this(
          new Recipient.Person(to),
          identityKey,
          conversation,
          message,
          sequence,
          kind,
          content,
          dueAt);
    }

    /// Whom it is for.
    ///
    /// @throws IllegalStateException when it is for a group
    public AccountId to() {
      return recipient.account();
    }
  }

  /// @param attempts how often it was tried
  record Job(long id, NewJob what, int attempts, Instant dueAt) {}

  /// What a job is, for counting and for its order in the queue.
  enum Kind {
    MESSAGE,
    RECEIPT,
    CONTACT,
    /// Something done to a message.
    CHANGE;

    /// Whether it takes a number of the sequence when it is first sealed.
    public boolean isNumbered() {
      return this == MESSAGE || this == CHANGE;
    }
  }

  /// @param id the envelope's id at the relay
  record SealedEnvelope(UUID id, int device, Bytes ciphertext) {}
}
