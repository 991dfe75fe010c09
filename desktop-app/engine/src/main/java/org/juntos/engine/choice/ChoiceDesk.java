package org.juntos.engine.choice;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.juntos.content.Choice;
import org.juntos.content.Chosen;
import org.juntos.content.ConversationId;
import org.juntos.engine.device.RandomIds;
import org.juntos.engine.intent.ChoiceIntent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.outbox.Jobs;
import org.juntos.engine.problem.Problems;
import org.juntos.engine.profile.Names;
import org.juntos.store.Store;
import org.juntos.store.Transaction;

/// Answers what the person chooses about conversations, folders and being notified.
public final class ChoiceDesk {
  /// As many as one can still tell apart.
  private static final int MOST_FOLDERS = 32;

  private final Store store;
  private final Jobs jobs;
  private final SecureRandom random;

  public ChoiceDesk(Store store, Jobs jobs, SecureRandom random) {
    this.store = store;
    this.jobs = jobs;
    this.random = random;
  }

  /// Does what the intent says.
  public Outcome submit(ChoiceIntent intent) {
    return store.write(txn -> submit(txn, intent));
  }

  private Outcome submit(Transaction txn, ChoiceIntent intent) {
    return switch (intent) {
      case ChoiceIntent.Choose(var choice) -> choose(txn, choice);
      case ChoiceIntent.Pin(var conversation, var pinned) -> pin(txn, conversation, pinned);
      case ChoiceIntent.PlacePinned(var conversation, var place) -> place(txn, conversation, place);
      case ChoiceIntent.MakeFolder(var name) -> make(txn, name.strip());
      case ChoiceIntent.RenameFolder(var folder, var name) -> rename(txn, folder, name.strip());
      case ChoiceIntent.RemoveFolder(var folder) -> remove(txn, folder);
      case ChoiceIntent.PutInFolder(var folder, var conversation, var inside) ->
          folder(txn, folder) == null
              ? Problems.refused("folder-unknown")
              : choose(txn, new Choice.InFolder(conversation, folder, inside));
    };
  }

  private Outcome choose(Transaction txn, Choice choice) {
    if (choice instanceof Choice.OfConversation of && !isThere(txn, of.conversation())) {
      return Problems.refused("conversation-unknown");
    }
    return decide(txn, List.of(choice));
  }

  private Outcome decide(Transaction txn, List<? extends Choice> choices) {
    Choosing.decide(txn, jobs, choices);
    return new Outcome.Done();
  }

  private static boolean isThere(Transaction txn, ConversationId conversation) {
    return txn.history().conversation(conversation) != null;
  }

  private Outcome pin(Transaction txn, ConversationId conversation, boolean pinned) {
    var all = pinned(txn);
    long top = all.isEmpty() ? 0 : all.getFirst().rank();
    boolean is = all.stream().anyMatch(one -> one.conversation().equals(conversation));
    return pinned && is
        ? new Outcome.Done() // it keeps its place
        : choose(txn, new Choice.Pinned(conversation, pinned ? top + 1 : 0));
  }

  /// Those after the one that moves keep their order; only whose rank changes is written.
  private Outcome place(Transaction txn, ConversationId conversation, int place) {
    var order = new ArrayList<>(pinned(txn));
    var moved = order.stream().filter(one -> one.conversation().equals(conversation)).findFirst();
    if (moved.isEmpty()) {
      return Problems.refused("conversation-not-pinned");
    }
    order.remove(moved.get());
    order.add(Math.clamp(place, 0, order.size()), moved.get());
    var changed = new ArrayList<Choice>();
    for (int index = 0; index < order.size(); index++) {
      var one = order.get(index);
      long rank = (long) order.size() - index;
      if (one.rank() != rank) {
        changed.add(new Choice.Pinned(one.conversation(), rank));
      }
    }
    return decide(txn, changed);
  }

  private static List<Choice.Pinned> pinned(Transaction txn) {
    return txn.choices().all().stream()
        .map(Chosen::choice)
        .filter(Choice.Pinned.class::isInstance)
        .map(Choice.Pinned.class::cast)
        .filter(one -> one.rank() > 0)
        .sorted(
            Comparator.comparingLong(Choice.Pinned::rank)
                .reversed()
                .thenComparing(one -> one.conversation().value()))
        .toList();
  }

  private Outcome make(Transaction txn, String name) {
    var all = folders(txn);
    var refusal = all.size() >= MOST_FOLDERS ? "too-many-folders" : refusal(all, name);
    if (!refusal.isEmpty()) {
      return Problems.refused(refusal);
    }
    var id = RandomIds.next(random);
    long last = all.stream().mapToLong(Choice.Folder::rank).max().orElse(0);
    decide(txn, List.of(new Choice.Folder(id, name, last + 1)));
    return new Outcome.FolderMade(id);
  }

  private static String refusal(List<Choice.Folder> all, String name) {
    if (!Names.isValid(name)) {
      return "folder-name-invalid";
    }
    return all.stream().anyMatch(one -> one.name().equalsIgnoreCase(name)) ? "folder-exists" : "";
  }

  private Outcome rename(Transaction txn, UUID id, String name) {
    var known = folder(txn, id);
    if (known == null) {
      return Problems.refused("folder-unknown");
    }
    var others = folders(txn).stream().filter(one -> !one.folder().equals(id)).toList();
    var refusal = refusal(others, name);
    return refusal.isEmpty()
        ? decide(txn, List.of(new Choice.Folder(id, name, known.rank())))
        : Problems.refused(refusal);
  }

  /// What lay in it stays where it is; nothing lies in a folder that is not there.
  private Outcome remove(Transaction txn, UUID id) {
    var known = folder(txn, id);
    return known == null
        ? Problems.refused("folder-unknown")
        : decide(txn, List.of(new Choice.Folder(id, "", known.rank())));
  }

  private static Choice.@Nullable Folder folder(Transaction txn, UUID id) {
    return folders(txn).stream().filter(one -> one.folder().equals(id)).findFirst().orElse(null);
  }

  private static List<Choice.Folder> folders(Transaction txn) {
    return txn.choices().general().stream()
        .filter(Choice.Folder.class::isInstance)
        .map(Choice.Folder.class::cast)
        .filter(one -> !one.name().isEmpty())
        .toList();
  }
}
