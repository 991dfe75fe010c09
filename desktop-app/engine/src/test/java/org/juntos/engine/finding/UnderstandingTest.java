package org.juntos.engine.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.juntos.content.ConversationId;
import org.juntos.engine.finding.Understanding.Meant;
import org.juntos.engine.finding.Understanding.Person;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.ConversationView;
import org.juntos.engine.model.Finding.Sought;
import org.juntos.engine.model.SafetyDigits;
import org.juntos.store.search.Has;
import org.juntos.store.search.SearchQuery;
import org.juntos.wire.AccountId;

class UnderstandingTest {
  private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");
  private static final AccountId ME = account(1);
  private static final AccountId ANA = account(2);
  private static final AccountId ANABEL = account(3);
  private static final AccountId BOOKS = account(4);
  private final Understanding understanding =
      new Understanding(
          ME,
          () ->
              List.of(
                  new Person(ME, "Mara"),
                  new Person(ANA, "Ána"),
                  new Person(ANABEL, "Anabel Lima")),
          List.of(conversation(ANA, "Ána"), conversation(BOOKS, "Book club")));

  @Test
  void words_are_all_wanted_and_phrases_stay_together() {
    assertEquals(
        List.of("ferry", "old town", "eight"), query("Ferry  \"Old   Town\" „eight").words());
  }

  @Test
  void a_name_means_whoever_has_it_as_a_whole_and_else_all_that_contain_it() {
    assertEquals(Set.of(ANA), query("from:ana").from());
    assertEquals(Set.of(ANA, ANABEL), query("from:an").from());
    assertEquals(Set.of(ANABEL), query("from:\"anabel lima\" x").from());
    assertEquals(Set.of(ME, ANA), query("from:me FROM:Ana").from());
    assertEquals(Set.of(with(BOOKS)), query("in:\"book club\"").in());
  }

  @Test
  void one_conversation_can_be_given_from_outside() {
    assertEquals(
        Set.of(with(ANA)),
        assertInstanceOf(
                Meant.Query.class, understanding.of(new Sought("x in:book", LISBON, with(ANA))))
            .query()
            .in());
  }

  @Test
  void days_begin_where_the_person_is_and_after_a_day_is_the_next_one() {
    var query = query("after:2026-05-31 before:2026-07");
    assertEquals(Instant.parse("2026-05-31T23:00:00Z"), query.since());
    assertEquals(Instant.parse("2026-06-30T23:00:00Z"), query.before());
    var on = query("on:2026");
    assertEquals(Instant.parse("2026-01-01T00:00:00Z"), on.since());
    assertEquals(Instant.parse("2027-01-01T00:00:00Z"), on.before());
  }

  @Test
  void each_has_is_wanted() {
    assertEquals(List.of(Set.of(Has.IMAGE), Set.of(Has.LINK)), query("has:photo HAS:link").has());
  }

  @Test
  void what_is_starred_is_wanted_when_the_person_says_so() {
    assertTrue(query("train is:Starred").starred());
    assertFalse(query("train is:").starred());
  }

  @Test
  void what_is_no_filter_or_has_no_value_yet_is_as_typed() {
    assertEquals(List.of("http://a.b", "note:", "x"), query("http://a.b note: x from:").words());
  }

  @ParameterizedTest
  @CsvSource({
    "'', search-empty",
    "'  \"\" ', search-empty",
    "from:, search-empty",
    "from:nobody, search-person-unknown",
    "in:nowhere x, search-conversation-unknown",
    "before:yesterday, search-date-invalid",
    "on:2026-02-30, search-date-invalid",
    "after:2026-13, search-date-invalid",
    "has:wings, search-has-unknown",
    "is:red, search-is-unknown"
  })
  void what_means_nothing_is_refused_in_words(String text, String code) {
    var meant = understanding.of(new Sought(text, LISBON, null));
    assertEquals(code, assertInstanceOf(Meant.Nothing.class, meant).problem().code());
  }

  private SearchQuery query(String text) {
    var meant = understanding.of(new Sought(text, LISBON, null));
    return assertInstanceOf(Meant.Query.class, meant).query();
  }

  private static AccountId account(int number) {
    return new AccountId(new UUID(7, number));
  }

  private static ConversationId with(AccountId account) {
    return ConversationId.ofTwo(ME, account);
  }

  private static ConversationView conversation(AccountId account, String name) {
    var contact =
        new ContactView(
            account,
            with(account),
            name,
            ContactView.Standing.ACCEPTED,
            false,
            false,
            SafetyDigits.UNKNOWN,
            "relay.example.org");
    return new ConversationView(with(account), contact, 0, Instant.EPOCH, null);
  }
}
