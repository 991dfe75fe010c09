package org.juntos.engine.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juntos.content.Attachment;
import org.juntos.engine.intent.StatusAudience;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.Live;
import org.juntos.engine.model.StatusView;
import org.juntos.engine.model.StatusesView;
import org.juntos.engine.problem.Problems;
import org.juntos.engine.status.StatusSettings;
import org.juntos.engine.status.Statuses;
import org.juntos.engine.time.RelayTime;
import org.juntos.store.Transaction;
import org.juntos.store.contact.Contact;
import org.juntos.store.status.StoredStatus;
import org.juntos.wire.AccountId;
import org.juntos.wire.WireLimits;

/// The statuses, read anew with each change: there are few of them.
final class StatusList {
  private static final Comparator<StatusesView.Author> ORDER =
      Comparator.comparing(StatusesView.Author::muted)
          .thenComparing(author -> author.unseen() == 0)
          .thenComparing(StatusesView.Author::latest, Comparator.reverseOrder())
          .thenComparing(StatusesView.Author::account);

  private final LiveValue<StatusesView> live = new LiveValue<>(StatusesView.NONE);
  private volatile StatusesView read = StatusesView.NONE;

  Live<StatusesView> live() {
    return live;
  }

  void clear() {
    read = StatusesView.NONE;
    publish();
  }

  /// Tells watchers what was read.
  void publish() {
    if (!read.equals(live.value())) {
      live.set(read);
    }
  }

  /// @param self the account's own
  void read(Transaction txn, AccountId self, RelayTime time) {
    var settings = StatusSettings.audience(txn);
    boolean told = !settings.secretly();
    Map<AccountId, List<StatusView>> byAuthor = new LinkedHashMap<>();
    for (var status : txn.statuses().all()) {
      boolean mine = status.author().equals(self);
      var viewers = mine ? viewers(txn, status, told) : List.<StatusView.Viewer>of();
      var views = byAuthor.computeIfAbsent(status.author(), _ -> new ArrayList<>());
      views.add(view(status, mine, viewers));
    }
    var mine = byAuthor.remove(self);
    var counting = txn.statuses().times(self, time.now().minus(Statuses.life()));
    read =
        new StatusesView(
            mine == null ? List.of() : List.copyOf(mine),
            others(txn, byAuthor),
            new StatusAudience(settings.selected(), settings.accounts()),
            told,
            counting.size(),
            counting.size() < WireLimits.MAX_STATUSES
                ? null
                : time.shown(counting.getFirst().plus(Statuses.life())));
  }

  private static List<StatusesView.Author> others(
      Transaction txn, Map<AccountId, List<StatusView>> byAuthor) {
    var muted = txn.statusPeople().muted();
    var others = new ArrayList<StatusesView.Author>();
    byAuthor.forEach((author, statuses) -> {
      var contact = txn.contacts().find(author);
      if (contact != null && contact.state() == Contact.State.ACCEPTED) {
        others.add(
            new StatusesView.Author(author, contact.name(), muted.contains(author), statuses));
      }
    });
    others.sort(ORDER);
    return List.copyOf(others);
  }

  /// @param told who does not tell is not told either
  private static List<StatusView.Viewer> viewers(
      Transaction txn, StoredStatus status, boolean told) {
    return txn.statusPeople().of(status.id()).stream()
        .map(viewer -> {
          var contact = txn.contacts().find(viewer.account());
          return new StatusView.Viewer(
              viewer.account(),
              contact == null ? "" : contact.name(),
              told ? viewer.seenAt() : null);
        })
        .toList();
  }

  private static StatusView view(
      StoredStatus status, boolean mine, List<StatusView.Viewer> viewers) {
    var content = status.content();
    var file = content.file();
    boolean posted = content.postedAt().isAfter(Instant.EPOCH);
    return new StatusView(
        status.author(),
        status.id(),
        content.kind(),
        content.text(),
        content.background(),
        file == null ? Attachment.Preview.NONE : file.preview(),
        file == null ? "" : file.mediaType(),
        file == null ? 0 : file.plaintextBytes(),
        state(status.state()),
        posted ? Statuses.shownAt(status) : Instant.EPOCH,
        mine || status.viewed(),
        viewers,
        failure(status.failure()));
  }

  private static EntryView.@Nullable Failure failure(String code) {
    return code.isEmpty() ? null : new EntryView.Failure(code, Problems.failureSentence(code));
  }

  private static StatusView.State state(StoredStatus.State state) {
    return switch (state) {
      case WAITING -> StatusView.State.POSTING;
      case REFUSED -> StatusView.State.REFUSED;
      case OFFERED -> StatusView.State.OFFERED;
      case WANTED -> StatusView.State.LOADING;
      case HERE -> StatusView.State.HERE;
      case FAILED, OVER -> StatusView.State.FAILED;
    };
  }
}
