package org.juntos.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.juntos.content.proto.Message;
import org.juntos.content.proto.Sealed;
import org.juntos.wire.Bytes;
import org.juntos.wire.Padding;

class TimerTest {
  private static DecodeResult decoded(org.juntos.content.proto.Timer timer) {
    var message = Message.newBuilder().setBody("x").setTimer(timer).build();
    var sealed =
        Sealed.newBuilder()
            .setBinding(BindingFields.write(Samples.binding()))
            .setMessage(message)
            .build();
    return ContentCodec.decode(Padding.pad(sealed.toByteArray()));
  }

  @Test
  void a_timer_that_no_clock_counts_is_malformed() {
    var longest = Math.toIntExact(Timer.LONGEST.toSeconds());
    var timer = org.juntos.content.proto.Timer.newBuilder();
    assertInstanceOf(DecodeResult.Decoded.class, decoded(timer.setSeconds(longest).build()));
    assertInstanceOf(DecodeResult.Malformed.class, decoded(timer.setSeconds(longest + 1).build()));
    assertInstanceOf(DecodeResult.Malformed.class, decoded(timer.setSeconds(-1).build()));
    assertInstanceOf(
        DecodeResult.Malformed.class, decoded(timer.setSeconds(1).setRevision(-1).build()));
  }

  @Test
  void a_timer_has_whole_seconds_that_are_not_negative() {
    assertThrows(IllegalArgumentException.class, () -> Timer.of(Duration.ofMillis(1500)));
    assertThrows(IllegalArgumentException.class, () -> Timer.of(Duration.ofSeconds(-1)));
  }

  @Test
  void the_timer_of_a_group_is_among_its_attributes() throws MalformedContentException {
    var attributes = new GroupAttributes("Choir", "", Bytes.EMPTY, Duration.ofDays(7));
    assertEquals(attributes, GroupAttributes.read(attributes.bytes()));
    assertEquals(Duration.ZERO, attributes.under(Duration.ZERO).timer());
  }
}
