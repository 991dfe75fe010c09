package org.juntos.engine.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BeginningsTest {
  @ParameterizedTest
  @CsvSource({
    "3fa8, 3fa80000-0000-0000-0000-000000000000, 3fa8ffff-ffff-ffff-ffff-ffffffffffff",
    "3fa85f64-5, 3fa85f64-5000-0000-0000-000000000000, 3fa85f64-5fff-ffff-ffff-ffffffffffff",
    "ffffffff-, ffffffff-0000-0000-0000-000000000000, ffffffff-ffff-ffff-ffff-ffffffffffff"
  })
  void ids_that_begin_so_lie_between_two(String beginning, String first, String last) {
    var between = between(beginning);
    assertEquals(first, between.first().toString());
    assertEquals(last, between.last().toString());
  }

  @Test
  void a_whole_id_is_the_only_one() {
    var id = "3fa85f64-5717-4562-b3fc-2c963f66afa6";
    assertEquals(id, between(id).first().toString());
    assertEquals(id, between(id).last().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"3fa85f645", "xyz", "3FA8", "3fa8-", "3fa85f64-5717-4562-b3fc-2c963f66afa61"})
  void what_begins_no_id_lies_nowhere(String beginning) {
    assertNull(Beginnings.between(beginning));
  }

  private static Beginnings.Between between(String beginning) {
    return Objects.requireNonNull(Beginnings.between(beginning));
  }
}
