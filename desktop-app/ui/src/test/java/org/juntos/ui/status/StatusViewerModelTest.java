package org.juntos.ui.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.juntos.content.Attachment;
import org.juntos.content.MessageId;
import org.juntos.content.StatusContent;
import org.juntos.engine.intent.StatusAudience;
import org.juntos.engine.model.StatusView;
import org.juntos.engine.model.StatusesView;
import org.juntos.ui.control.Times;
import org.juntos.ui.fake.FakeEngine;
import org.juntos.ui.fake.Samples;
import org.juntos.wire.AccountId;

class StatusViewerModelTest {
  private static final AccountId ANA = Samples.account("Ana");
  private static final AccountId BEN = Samples.account("Ben");
  private static final AccountId CID = Samples.account("Cid");

  private final FakeEngine engine = new FakeEngine();
  private final StatusesViewModel statuses =
      new StatusesViewModel(
          engine.link(),
          new Times(InstantSource.fixed(Samples.NOON), ZoneOffset.UTC, Locale.UK),
          engine.complaints::add);

  private static StatusView status(AccountId author, int id, boolean viewed) {
    return new StatusView(
        author,
        new MessageId(new UUID(1, id)),
        StatusContent.Kind.TEXT,
        "text " + id,
        0,
        Attachment.Preview.NONE,
        "",
        0,
        StatusView.State.HERE,
        Instant.EPOCH.plusSeconds(id),
        viewed,
        List.of(),
        null);
  }

  private static StatusesView.Author author(AccountId who, boolean muted, StatusView... all) {
    return new StatusesView.Author(who, "name", muted, List.of(all));
  }

  private void show(StatusesView.Author... authors) {
    engine.statuses.set(
        new StatusesView(List.of(), List.of(authors), StatusAudience.CONTACTS, true, 0, null));
  }

  private static String seen(StatusViewerModel model) {
    var place = model.place().get();
    return place == null ? "" : place.status().text();
  }

  @Test
  void begins_with_what_is_new_and_goes_on_to_the_next_author() {
    show(
        author(ANA, false, status(ANA, 1, true), status(ANA, 2, false)),
        author(BEN, false, status(BEN, 3, false)),
        author(CID, true, status(CID, 4, false)));
    var model = new StatusViewerModel(statuses, ANA);
    assertEquals("text 2", seen(model));
    model.next();
    assertEquals("text 3", seen(model));
    model.previous();
    assertEquals("text 2", seen(model));
    model.previous();
    assertEquals("text 1", seen(model));
    model.previous();
    assertEquals("text 1", seen(model), "there is nothing before");
    model.next();
    model.next();
    model.next();
    assertNull(model.place().get(), "muted ones are not put in front of anybody");
    model.close();
  }

  @Test
  void muted_ones_are_shown_when_they_are_asked_for() {
    show(author(BEN, false, status(BEN, 3, false)), author(CID, true, status(CID, 4, false)));
    var model = new StatusViewerModel(statuses, CID);
    assertEquals("text 4", seen(model));
    model.close();
  }

  @Test
  void stays_where_it_is_when_others_come_and_go() {
    show(author(ANA, false, status(ANA, 1, true), status(ANA, 2, false)));
    var model = new StatusViewerModel(statuses, ANA);
    show(author(ANA, false, status(ANA, 1, true), status(ANA, 2, true), status(ANA, 3, false)));
    assertEquals("text 2", seen(model));
    show(author(ANA, false, status(ANA, 2, true), status(ANA, 3, false)));
    assertEquals("text 2", seen(model));
    show(author(ANA, false, status(ANA, 3, false)));
    assertEquals("text 3", seen(model));
    show();
    assertNull(model.place().get());
    model.close();
  }

  @Test
  void ends_the_watch_when_it_is_closed() {
    statuses.close();
    assertEquals(0, engine.statuses.watchers());
  }
}
