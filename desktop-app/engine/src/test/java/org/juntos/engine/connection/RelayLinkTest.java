package org.juntos.engine.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.juntos.engine.connection.RelayLink.Parsed;

class RelayLinkTest {
  private static final String PIN = "q6urq6urq6urq6urq6urq6urq6urq6urq6urq6urq6s";

  @ParameterizedTest
  @CsvSource({
    "relay.example.org, https://relay.example.org, ''",
    "https://relay.example.org#invite=AbC-_1, https://relay.example.org, AbC-_1",
    "relay.example.org:8443#invite=x, https://relay.example.org:8443, x",
    "http://127.0.0.1:80#invite=x, http://127.0.0.1:80, x",
    "juntos://relay/h:1#" + PIN + ", juntos://relay/h:1#" + PIN + ", ''",
    "juntos://relay/h:1#" + PIN + "&invite=x, juntos://relay/h:1#" + PIN + ", x",
    "juntos://relay/h:1#invite=x&" + PIN + ", juntos://relay/h:1#" + PIN + ", x",
  })
  void a_link_is_a_relay_and_perhaps_an_invite(String text, String relay, String invite) {
    var link = assertInstanceOf(Parsed.Valid.class, RelayLink.parse(text)).link();
    assertEquals(relay, link.relay().text());
    assertEquals(invite, link.invite());
  }

  @ParameterizedTest
  @CsvSource({
    "juntos://relay/h:1#invite=x",
    "relay.example.org#x",
    "http://a.example#invite=x",
    "''"
  })
  void an_invite_makes_no_relay_of_what_is_none(String text) {
    assertInstanceOf(Parsed.Invalid.class, RelayLink.parse(text));
  }

  @ParameterizedTest
  @CsvSource({
    "AbC-_1, AbC-_1",
    "' AbC-_1 ', AbC-_1",
    "https://relay.example.org#invite=AbC-_1, AbC-_1",
    "' juntos://relay/h:1#" + PIN + "&invite=x ', x",
    "https://relay.example.org, https://relay.example.org",
  })
  void an_invite_may_come_with_its_link(String text, String invite) {
    assertEquals(invite, RelayLink.inviteIn(text));
  }

  @Test
  void its_text_for_logs_does_not_tell_the_invite() {
    var link =
        assertInstanceOf(Parsed.Valid.class, RelayLink.parse("a.example#invite=canary")).link();
    assertFalse(link.toString().contains("canary"));
  }
}
