package org.juntos.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.juntos.content.MessageChange.Deed;
import org.juntos.content.proto.Message;
import org.juntos.content.proto.PollClose;
import org.juntos.content.proto.PollVote;
import org.juntos.wire.AccountId;
import org.juntos.wire.Padding;

final class CardTest {
  private static DecodeResult decoded(Card card, Consumer<Message.Builder> spoil) {
    var sealed =
        ContentWriter.write(CardSamples.message(card))
            .setBinding(BindingFields.write(Samples.binding()));
    spoil.accept(sealed.getMessageBuilder());
    return ContentCodec.decode(Padding.pad(sealed.build().toByteArray()));
  }

  private static void refused(Card card, Consumer<Message.Builder> spoil) {
    assertInstanceOf(DecodeResult.Malformed.class, decoded(card, spoil));
  }

  private static void refusedChange(
      Consumer<org.juntos.content.proto.MessageChange.Builder> spoil) {
    var sealed =
        ContentWriter.write(ChangeSamples.change(new Deed.Vote(List.of(1))))
            .setBinding(BindingFields.write(Samples.binding()));
    spoil.accept(sealed.getMessageChangeBuilder());
    assertInstanceOf(
        DecodeResult.Malformed.class,
        ContentCodec.decode(Padding.pad(sealed.build().toByteArray())));
  }

  @Test
  void a_card_is_all_that_a_message_says() {
    refused(CardSamples.POLL, message -> message.setBody("and this"));
    assertInstanceOf(DecodeResult.Decoded.class, decoded(CardSamples.POLL, _ -> {}));
    assertEquals(
        "Where do we eat?\nPizza \uD83C\uDF55\nSushi\nTasca",
        CardSamples.message(CardSamples.POLL).text());
  }

  @Test
  void a_poll_has_a_question_and_two_to_twelve_options_that_differ() {
    refused(CardSamples.POLL, message -> message.getPollBuilder().setQuestion(" \u200B\n"));
    refused(CardSamples.POLL, message -> message.getPollBuilder().setQuestion("x".repeat(301)));
    refused(CardSamples.POLL, message -> message.getPollBuilder().clearOptions());
    refused(CardSamples.POLL, message -> message.getPollBuilder().addOptions("\u3164"));
    refused(CardSamples.POLL, message -> message.getPollBuilder().addOptions("x".repeat(101)));
    refused(CardSamples.POLL, message -> message.getPollBuilder().addOptions("sushi\u200D "));
    refused(
        CardSamples.POLL,
        message ->
            message
                .getPollBuilder()
                .addAllOptions(IntStream.range(0, 10).mapToObj(Integer::toString).toList()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"SUSHI", " sushi ", "su\u200Bshi", "\uFF33ushi", "Sushi\uFE0F"})
  void options_that_nobody_can_tell_apart_are_alike(String other) {
    assertTrue(Poll.areAlike(List.of("Sushi", "Pizza", other)));
  }

  @Test
  void what_turns_the_writing_round_or_ends_lines_is_not_kept() {
    var poll =
        new Poll("a\u202Eb\nc", List.of("\u2066one\u2069", "\u05D0\u200F\u05D1"), false, false);
    assertEquals("a b c", poll.question());
    assertEquals(List.of("one", "\u05D0\u200F\u05D1"), poll.options());
    var family = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";
    assertEquals(family, new Poll("?", List.of(family, "no"), false, false).options().getFirst());
  }

  @Test
  void a_poll_takes_what_it_has() {
    assertTrue(CardSamples.POLL.takes(List.of(0, 2)));
    assertTrue(CardSamples.POLL.takes(List.of()));
    assertFalse(CardSamples.POLL.takes(List.of(3)));
    var single = new Poll("?", List.of("a", "b", "c"), false, false);
    assertFalse(single.takes(List.of(0, 1)));
    assertTrue(single.takes(List.of(1)));
  }

  @Test
  void a_vote_names_options_that_a_poll_can_have_once_each() {
    assertEquals(List.of(1, 4), new Deed.Vote(List.of(4, 1, 4)).options());
    refusedChange(change -> change.setVote(PollVote.newBuilder().addOptions(12)));
    refusedChange(change -> change.setVote(PollVote.newBuilder().addOptions(-1)));
    refusedChange(
        change -> change.setVote(PollVote.newBuilder().addAllOptions(Collections.nCopies(13, 1))));
  }

  @Test
  void a_close_names_one_vote_of_each_voter_and_fits_an_envelope() {
    refusedChange(change -> {
      var close = CardWriter.close(CardSamples.close()).toBuilder();
      change.setClose(close.addVotes(close.getVotes(0)));
    });
    refusedChange(change ->
        change.setClose(PollClose.newBuilder().addVotes(PollClose.Counted.getDefaultInstance())));
    var votes =
        IntStream.range(0, Deed.Close.MOST_VOTES)
            .mapToObj(i ->
                new MessageChange.Counted(
                    new AccountId(new UUID(i, 1)), new MessageId(new UUID(i, 2))))
            .toList();
    assertTrue(ContentCodec.fits(ChangeSamples.change(new Deed.Close(votes))));
    assertTrue(ChangeSamples.change(CardSamples.close()).isForAuthor());
    assertFalse(ChangeSamples.change(new Deed.Vote(List.of())).isForAuthor());
    assertTrue(
        ChangeSamples.change(CardSamples.close()).isInTime(Samples.NOON.minusSeconds(1_000_000)));
  }

  @Test
  void a_place_is_on_the_earth() {
    refused(CardSamples.PLACE, message -> message.getPlaceBuilder().setLatitudeE7(910_000_000));
    refused(
        CardSamples.PLACE, message -> message.getPlaceBuilder().setLatitudeE7(Integer.MIN_VALUE));
    refused(CardSamples.PLACE, message -> message.getPlaceBuilder().setLongitudeE7(-1_800_000_001));
    refused(CardSamples.PLACE, message -> message.getPlaceBuilder().setAccuracyM(-1));
    refused(CardSamples.PLACE, message -> message.getPlaceBuilder().setAccuracyM(20_000_001));
    refused(CardSamples.PLACE, message -> message.getPlaceBuilder().setName("x".repeat(121)));
    assertInstanceOf(
        DecodeResult.Decoded.class,
        decoded(CardSamples.PLACE, message -> message.getPlaceBuilder().clear()));
  }

  @Test
  void a_place_is_written_in_degrees() {
    assertEquals("38.7135, -9.13337", CardSamples.PLACE.coordinates());
    assertEquals("geo:38.7135,-9.13337;u=20", CardSamples.PLACE.geoUri());
    assertEquals(
        "https://www.openstreetmap.org/?mlat=38.7135&mlon=-9.13337#map=16/38.7135/-9.13337",
        CardSamples.PLACE.mapAddress());
    assertEquals("90, -180", new Place(900_000_000, -1_800_000_000, "", 0).coordinates());
    assertEquals("0, 0.0000001", new Place(0, 1, "", 0).coordinates());
  }

  @Test
  void a_contact_card_and_its_link_name_the_same_person() {
    var card = CardSamples.contact();
    refused(card, message -> message.getContactBuilder().setName("Somebody else"));
    refused(card, message -> message.getContactBuilder().setLink("juntos://add/AAAA"));
    refused(card, message -> message.getContactBuilder().clearLink());
    refused(card, message -> message.getContactBuilder().addPhones(" "));
    refused(
        card, message -> message.getContactBuilder().addAllEmails(Collections.nCopies(9, "a@b.c")));
    refused(card, message -> message.getContactBuilder().addEmails("a".repeat(255)));
    assertThrows(
        IllegalArgumentException.class,
        () -> new ContactCard("\u202E", List.of("1"), List.of(), null));
    var longest = "x".repeat(ContactCard.MAX_NAME);
    assertEquals(longest, new ContactCard(longest, List.of("1"), List.of(), null).name());
    assertThrows(
        IllegalArgumentException.class,
        () -> new ContactCard(longest + "x", List.of("1"), List.of(), null));
    assertThrows(
        IllegalArgumentException.class, () -> new ContactCard("x", List.of(), List.of(), null));
  }

  @Test
  void a_card_of_a_newer_version_is_unknown_and_not_malformed() {
    assertInstanceOf(
        DecodeResult.Unknown.class,
        decoded(
            CardSamples.PLACE,
            message ->
                message
                    .clearPlace()
                    .setUnknownFields(
                        com.google.protobuf.UnknownFieldSet.newBuilder()
                            .addField(
                                99,
                                com.google.protobuf.UnknownFieldSet.Field.newBuilder()
                                    .addVarint(1)
                                    .build())
                            .build())));
  }
}
