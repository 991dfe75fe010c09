package org.juntos.store.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.juntos.store.Fixture.ALICE;
import static org.juntos.store.Fixture.ALICES_DEVICE;
import static org.juntos.store.Fixture.BOB;
import static org.juntos.store.Fixture.BOBS_DEVICE;
import static org.juntos.store.Fixture.START;
import static org.juntos.store.Fixture.WITH_BOB;
import static org.juntos.store.Fixture.account;
import static org.juntos.store.Fixture.card;
import static org.juntos.store.Fixture.incoming;
import static org.juntos.store.Fixture.message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.juntos.content.Card;
import org.juntos.content.ContactCard;
import org.juntos.content.MessageChange;
import org.juntos.content.MessageChange.Counted;
import org.juntos.content.MessageChange.Deed;
import org.juntos.content.MessageName;
import org.juntos.content.Place;
import org.juntos.content.Poll;
import org.juntos.store.OpenStore;
import org.juntos.store.Transaction;
import org.juntos.store.search.Has;
import org.juntos.store.search.Search;
import org.juntos.store.search.SearchQuery;
import org.juntos.wire.AccountId;
import org.juntos.wire.DeviceAddress;

class CardsTest extends OpenStore {
  private static final Poll POLL =
      new Poll("Where to?", List.of("Porto", "Braga", "Faro"), false, false);
  private static final Place PLACE = new Place(387_000_000, -91_000_000, "Castelo", 5);
  private static final ContactCard RUI =
      new ContactCard("Rui", List.of("+351 912"), List.of("rui@example.org"), null);
  private static final MessageName BOBS = new MessageName(BOB, message(1));
  private static final AccountId CAROL = account(3);
  private static final AccountId DAVE = account(4);
  private static final Instant SENT = START.plusSeconds(1);

  @BeforeEach
  void open_conversation() {
    openConversation();
  }

  private static DeviceAddress of(AccountId account) {
    return new DeviceAddress(account, 1);
  }

  private static void vote(Transaction txn, AccountId voter, int id, int revision, int... options) {
    var chosen = Arrays.stream(options).boxed().toList();
    learn(txn, of(voter), id, revision, new Deed.Vote(chosen));
  }

  private static void learn(Transaction txn, DeviceAddress actor, int id, int revision, Deed deed) {
    var change = new MessageChange(BOBS, revision, SENT.plusSeconds(id), deed);
    txn.messageChanges().learn(WITH_BOB, actor, id, message(1000 + id), change);
  }

  private static void close(Transaction txn, int id, int revision, Counted... votes) {
    learn(txn, BOBS_DEVICE, id, revision, new Deed.Close(List.of(votes)));
  }

  private static Counted counted(AccountId voter, int id) {
    return new Counted(voter, message(1000 + id));
  }

  private Entry bobs() {
    return there(reading(txn -> txn.history().find(message(1), BOB)));
  }

  private StoredCard shown() {
    return there(bobs().marks().card());
  }

  /// What each voter has chosen.
  private Map<AccountId, List<Integer>> votes() {
    var votes = new TreeMap<AccountId, List<Integer>>(Comparator.comparing(AccountId::toString));
    shown().votes().forEach(vote -> votes.put(vote.voter(), vote.options()));
    return votes;
  }

  @Test
  void cards_are_as_they_were_sent_wherever_they_are_read() {
    var all = List.<Card>of(POLL, PLACE, RUI);
    for (int number = 1; number <= all.size(); number++) {
      var entry = card(number, all.get(number - 1));
      write(txn -> txn.history().append(entry));
    }
    assertEquals(
        all,
        reading(txn -> txn.history().after(WITH_BOB, 0, 9).stream().map(Entry::card).toList()));
    var last = there(reading(txn -> txn.history().conversations().getFirst().last()));
    assertEquals(RUI, last.card());
    assertEquals("Rui\n+351 912\nrui@example.org", last.body());
    write(txn -> txn.history().append(incoming(9)));
    assertNull(there(reading(txn -> txn.history().conversations().getFirst().last())).card());
  }

  @Test
  void the_newest_vote_of_a_voter_counts_and_one_that_the_poll_does_not_take_is_none() {
    write(txn -> vote(txn, ALICE, 1, 1, 0)); // before the poll
    write(txn -> txn.history().append(card(1, POLL)));
    write(txn -> vote(txn, CAROL, 2, 1, 2));
    write(txn -> vote(txn, CAROL, 3, 2, 1));
    write(txn -> vote(txn, DAVE, 4, 1, 1));
    write(txn -> vote(txn, DAVE, 5, 2, 11)); // an option that there is not
    assertEquals(Map.of(ALICE, List.of(0), CAROL, List.of(1)), votes());
    write(txn -> vote(txn, CAROL, 6, 3));
    write(txn -> vote(txn, DAVE, 7, 3, 0, 1)); // two of one
    assertEquals(Map.of(ALICE, List.of(0)), votes());
    assertNull(shown().closed());
  }

  @Test
  void only_votes_that_the_close_names_count_from_then_on() {
    write(txn -> txn.history().append(card(1, POLL)));
    write(txn -> vote(txn, ALICE, 1, 1, 0));
    write(txn -> vote(txn, CAROL, 2, 1, 1));
    write(txn -> close(txn, 3, 1, counted(ALICE, 1), counted(DAVE, 5)));
    assertEquals(Map.of(ALICE, List.of(0)), votes());
    assertEquals(1, there(shown().closed()).missing());
    write(txn -> vote(txn, ALICE, 4, 2, 2)); // changes their mind too late
    write(txn -> vote(txn, CAROL, 6, 2, 2));
    assertEquals(Map.of(ALICE, List.of(0)), votes());
    write(txn -> vote(txn, DAVE, 5, 1, 2)); // was on its way
    assertEquals(Map.of(ALICE, List.of(0), DAVE, List.of(2)), votes());
    assertEquals(0, there(shown().closed()).missing());
  }

  @Test
  void a_close_counts_no_vote_under_another_voters_name_and_only_its_authors_closes() {
    write(txn -> txn.history().append(card(1, POLL)));
    write(txn -> vote(txn, CAROL, 2, 1, 1));
    write(txn -> close(txn, 3, 1, counted(ALICE, 2)));
    assertEquals(Map.of(), votes());
    write(txn -> learn(txn, of(CAROL), 4, 9, new Deed.Close(List.of(counted(CAROL, 2)))));
    assertEquals(Map.of(), votes());
    assertEquals(SENT.plusSeconds(3), there(shown().closed()).at());
  }

  private static List<Consumer<Transaction>> story() {
    var story = new ArrayList<Consumer<Transaction>>();
    story.add(txn -> txn.history().append(card(1, POLL)));
    story.add(txn -> vote(txn, ALICE, 1, 1, 0));
    story.add(txn -> vote(txn, ALICE, 2, 2, 1));
    story.add(txn -> vote(txn, CAROL, 3, 1, 1));
    story.add(txn -> vote(txn, CAROL, 4, 1, 2)); // another device at once
    story.add(txn -> vote(txn, DAVE, 5, 1, 0));
    story.add(txn -> vote(txn, DAVE, 6, 2, 2)); // too late
    story.add(txn -> vote(txn, BOB, 7, 1, 2)); // too late
    story.add(txn -> close(txn, 8, 1, counted(ALICE, 1)));
    story.add(txn -> close(txn, 9, 1, counted(ALICE, 2), counted(CAROL, 4), counted(DAVE, 5)));
    story.add(txn -> learn(txn, BOBS_DEVICE, 10, 1, new Deed.Edit("another question")));
    return story;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
  void how_a_poll_stands_does_not_depend_on_the_order_in_which_anything_comes(int seed) {
    var story = new ArrayList<>(story());
    Collections.shuffle(story, new Random(seed));
    story.forEach(this::write);
    story().stream().skip(1).forEach(this::write); // repeats
    assertEquals(
        Map.of(ALICE, List.of(1), CAROL, List.of(2), DAVE, List.of(0)), votes(), "seed " + seed);
    assertEquals(SENT.plusSeconds(9), there(shown().closed()).at(), "seed " + seed);
    assertEquals(POLL.text(), bobs().body(), "seed " + seed);
    assertFalse(bobs().marks().edited(), "seed " + seed);
  }

  @Test
  void nothing_of_a_card_is_left_when_it_is_deleted() {
    write(txn -> txn.history().append(card(1, POLL)));
    write(txn -> vote(txn, ALICE, 1, 1, 0));
    write(txn -> learn(txn, BOBS_DEVICE, 2, 1, new Deed.Deletion(SENT, List.of())));
    assertEquals(Entry.Kind.DELETED, bobs().kind());
    assertEquals("", bobs().body());
    assertEquals(Entry.Marks.NONE, bobs().marks());
    write(txn -> vote(txn, CAROL, 3, 1, 0));
    assertEquals(Entry.Marks.NONE, bobs().marks());
  }

  @Test
  void what_was_voted_can_be_said_again() {
    write(txn -> txn.history().append(card(1, POLL)));
    var vote = new MessageChange(BOBS, 1, SENT, new Deed.Vote(List.of(2)));
    var close = new MessageChange(BOBS, 1, SENT, new Deed.Close(List.of(counted(CAROL, 2))));
    write(txn -> txn.messageChanges().make(WITH_BOB, ALICES_DEVICE, message(50), vote));
    write(txn -> txn.messageChanges().make(WITH_BOB, BOBS_DEVICE, message(51), close));
    assertEquals(
        List.of(vote, close),
        reading(txn ->
            txn.messageChanges().of(BOBS).stream()
                .map(txn.messageChanges()::content)
                .sorted(Comparator.comparing(one -> one.deed().getClass() == Deed.Close.class))
                .toList()));
  }

  private List<Long> found(SearchQuery query) {
    return reading(txn -> txn.search().look(query, Search.NEWEST, 9)).found().stream()
        .map(Search.Hit::row)
        .toList();
  }

  private static SearchQuery has(Has what) {
    return new SearchQuery(
        List.of(), Set.of(), Set.of(), Instant.MIN, Instant.MAX, List.of(Set.of(what)));
  }

  @Test
  void cards_are_found_by_their_words_and_by_what_they_are() {
    var rows = new ArrayList<Long>();
    for (var entry : List.of(card(1, POLL), card(2, PLACE), card(3, RUI), incoming(4))) {
      rows.add(writing(txn -> txn.history().append(entry)));
    }
    assertEquals(List.of(rows.get(0)), found(SearchQuery.words("BRAGA", "where")));
    assertEquals(List.of(rows.get(1)), found(SearchQuery.words("castelo")));
    assertEquals(List.of(rows.get(2)), found(SearchQuery.words("rui@example")));
    assertEquals(List.of(rows.get(0)), found(has(Has.POLL)));
    assertEquals(List.of(rows.get(1)), found(has(Has.LOCATION)));
    assertEquals(List.of(rows.get(2)), found(has(Has.CONTACT)));
    assertEquals(List.of(), found(has(Has.FILE)));
    assertEquals(List.of(), found(has(Has.LINK)));
  }
}
