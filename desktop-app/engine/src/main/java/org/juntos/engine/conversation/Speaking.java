package org.juntos.engine.conversation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.juntos.content.Attachment;
import org.juntos.content.ConversationId;
import org.juntos.content.Linking;
import org.juntos.content.Manner;
import org.juntos.content.MessageId;
import org.juntos.engine.attachment.ChosenFiles;
import org.juntos.engine.attachment.FileResult;
import org.juntos.engine.attachment.TakenFile;
import org.juntos.engine.attachment.TakenVoice;
import org.juntos.engine.device.Self;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.VoiceIntent;
import org.juntos.engine.model.RecordingView;
import org.juntos.engine.outbox.Jobs;
import org.juntos.engine.problem.Problems;
import org.juntos.media.Octets;
import org.juntos.media.Prepared;
import org.juntos.media.record.VoiceLevels;
import org.juntos.store.Store;
import org.juntos.store.Transaction;
import org.juntos.store.draft.Recording;
import org.juntos.store.history.Entry;
import org.juntos.wire.Bytes;

/// Voice messages that are recorded here. What was said so far is in the encrypted database, part
/// by part, so that it is neither lost with the program nor ever on the disk in the clear; when it
/// is sent, it becomes a file of ciphertext like any other. In the transaction in which its message
/// is committed it is a recording no more.
public final class Speaking {
  private final Self self;
  private final Store store;
  private final Jobs jobs;
  private final Writing writing;
  private final TakenVoice voices;
  private final ChosenFiles files;

  public Speaking(
      Self self, Store store, Jobs jobs, Writing writing, TakenVoice voices, ChosenFiles files) {
    this.self = self;
    this.store = store;
    this.jobs = jobs;
    this.writing = writing;
    this.voices = voices;
    this.files = files;
  }

  /// Commits what the person wants.
  public Outcome submit(VoiceIntent intent) throws InterruptedException {
    return switch (intent) {
      case VoiceIntent.Keep keep -> store.write(txn -> keep(txn, keep));
      case VoiceIntent.Send send -> send(send);
      case VoiceIntent.Discard(var conversation) -> store.write(txn -> discard(txn, conversation));
      case VoiceIntent.Played(var message) -> store.write(txn -> played(txn, message));
    };
  }

  private Outcome keep(Transaction txn, VoiceIntent.Keep keep) {
    var conversation = keep.conversation();
    if (txn.history().conversation(conversation) == null && !self.isNoteToSelf(conversation)) {
      return Problems.refused("conversation-unknown");
    }
    var known = txn.recordings().find(conversation);
    if (known != null && keep.part() == 0) {
      return Problems.refused("voice-begun");
    }
    if (keep.part() != (known == null ? 0 : known.parts())) {
      return Problems.refused("voice-unknown");
    }
    var before = known == null ? Duration.ZERO : known.length();
    if (keep.length().compareTo(Prepared.LONGEST_VOICE) > 0
        || keep.length().compareTo(before) < 0) {
      return Problems.refused("voice-too-long");
    }
    if (known == null) {
      txn.recordings().begin(conversation, jobs.now());
    }
    txn.recordings().add(conversation, keep.part(), keep.ogg(), keep.length(), keep.levels());
    return new Outcome.Done();
  }

  private static Outcome discard(Transaction txn, ConversationId conversation) {
    if (txn.recordings().find(conversation) == null) {
      return Problems.refused("voice-unknown");
    }
    txn.recordings().remove(conversation);
    return new Outcome.Done();
  }

  private Outcome send(VoiceIntent.Send send) throws InterruptedException {
    var conversation = send.conversation();
    var refusal = store.read(txn -> writing.refusal(txn, conversation));
    var quoting = Quoting.of(store, conversation, send.replyTo());
    if (!refusal.isEmpty() || !quoting.refusal().isEmpty()) {
      return Problems.refused(refusal.isEmpty() ? quoting.refusal() : refusal);
    }
    var found = store.read(txn -> known(txn, conversation));
    if (found.isEmpty() || found.getFirst().bytes() == 0) {
      return Problems.refused("voice-unknown");
    }
    var recording = found.getFirst();
    var about = About.message(quoting.quote(), new Manner(false, send.silent()));
    return switch (taken(conversation, recording)) {
      case FileResult.Refused(var problem) -> new Outcome.Refused(problem);
      case FileResult.Taken(var taken) -> commitOrDiscard(conversation, recording, taken, about);
    };
  }

  private static List<Recording> known(Transaction txn, ConversationId conversation) {
    var known = txn.recordings().find(conversation);
    return known == null ? List.of() : List.of(known);
  }

  private FileResult taken(ConversationId conversation, Recording recording)
      throws InterruptedException {
    try (var ogg = ogg(conversation, recording.parts())) {
      return voices.take(ogg, recording.bytes(), recording.length(), bars(recording));
    } catch (IOException impossible) { // it is read from memory
      throw new UncheckedIOException(impossible);
    }
  }

  private InputStream ogg(ConversationId conversation, int parts) {
    var each =
        IntStream.range(0, parts)
            .mapToObj(part -> store.read(txn -> txn.recordings().ogg(conversation, part)))
            .map(bytes -> new ByteArrayInputStream(bytes.toArray()));
    return new SequenceInputStream(Collections.enumeration(each.toList()));
  }

  private Outcome commitOrDiscard(
      ConversationId conversation, Recording recording, List<TakenFile> taken, About about) {
    return files.keepOrDiscard(
        taken, () -> store.write(txn -> commit(txn, conversation, recording, taken, about)));
  }

  private Outcome commit(
      Transaction txn,
      ConversationId conversation,
      Recording recording,
      List<TakenFile> taken,
      About about) {
    if (txn.recordings().parts(conversation) != recording.parts()) {
      return Problems.refused("voice-unknown"); // it went on, or away, while it was taken
    }
    var message = new Intent.SendMessage(conversation, "", List.of());
    var outcome = writing.commit(txn, message, taken, about);
    if (outcome instanceof Outcome.Queued) {
      txn.recordings().remove(conversation);
    }
    return outcome;
  }

  private Outcome played(Transaction txn, MessageId message) {
    var entry = txn.history().find(message);
    if (entry == null || !isVoice(entry)) {
      return Problems.refused(Amending.code(entry));
    }
    if (!entry.outgoing() && txn.handling().played(entry.name())) {
      jobs.others(txn, new Linking.Played(List.of(entry.name())));
    }
    return new Outcome.Done();
  }

  private static boolean isVoice(Entry entry) {
    return entry.attachments().stream()
        .anyMatch(one -> one.attachment().kind() == Attachment.Kind.VOICE);
  }

  /// A recording as it is shown.
  public static RecordingView view(
      Transaction txn, ConversationId conversation, Recording recording) {
    var ogg = new ByteArrayOutputStream();
    for (int part = 0; part < recording.parts(); part++) {
      ogg.writeBytes(txn.recordings().ogg(conversation, part).toArray());
    }
    return new RecordingView(
        recording.beganAt(),
        recording.parts(),
        recording.length(),
        bars(recording),
        Bytes.of(ogg.toByteArray()));
  }

  private static Bytes bars(Recording recording) {
    var levels = Octets.of(recording.levels().toArray());
    return Bytes.of(VoiceLevels.bars(levels).toArray());
  }
}
