package org.juntos.crypto.name;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.signal.libsignal.usernames.BaseUsernameException;
import org.signal.libsignal.usernames.Username;

class UserNameTest {
  private static UserName name(String text) {
    return Objects.requireNonNull(UserName.parse(text), text);
  }

  @Test
  void a_proof_holds_for_its_own_name_alone_and_is_another_one_each_time() {
    var ana = name("ana.42");
    var first = ana.proof(new SecureRandom());
    var second = ana.proof(new SecureRandom());
    assertNotEquals(first, second);
    assertDoesNotThrow(() -> Username.verifyProof(first.toArray(), ana.hash().toArray()));
    assertThrows(
        BaseUsernameException.class,
        () -> Username.verifyProof(first.toArray(), name("ana.43").hash().toArray()));
  }

  @Test
  void case_and_white_space_around_do_not_count() {
    assertEquals(name("ana.42").hash(), name(" Ana.42\n").hash());
    assertEquals("Ana.42", name(" Ana.42\n").text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ana",
        "ana.",
        "ana.4",
        "ana.00",
        ".42",
        "an.42",
        "4na.42",
        "añá.42",
        "ana 1.42",
        "juntos://add/x.42",
        "a.b.42"
      })
  void what_is_no_name_is_none(String text) {
    assertNull(UserName.parse(text));
  }

  @Test
  void a_name_is_told_from_a_link() {
    assertTrue(UserName.looksLike(" ana.42 "));
    assertTrue(UserName.looksLike("ana.4"), "and refused as a name, not as a link");
    assertFalse(UserName.looksLike("juntos://add/AbC.42"));
    assertFalse(UserName.looksLike("relay.example.org"));
  }

  @Test
  void candidates_are_names_of_the_nickname() {
    var candidates = UserName.candidates("ana");
    assertTrue(candidates.size() >= 10);
    for (var candidate : candidates) {
      assertTrue(candidate.text().startsWith("ana."), candidate.text());
      assertNotNull(UserName.parse(candidate.text()));
    }
    assertTrue(UserName.candidates("añá").isEmpty());
    assertTrue(UserName.candidates("an").isEmpty());
  }
}
