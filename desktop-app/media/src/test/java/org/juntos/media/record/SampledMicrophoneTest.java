package org.juntos.media.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.juntos.media.record.Microphone.Opening;
import org.juntos.media.record.Microphone.Refusal;

/// Through the Java platform, with a device that the tests plug in.
final class SampledMicrophoneTest {
  private final SampledMicrophone microphone = new SampledMicrophone();

  @AfterEach
  void unplug() {
    PluggedMixers.plug(PluggedMixers.State.ABSENT);
  }

  @Test
  void a_device_is_listed_and_gives_samples_in_a_format_that_it_knows() throws Exception {
    PluggedMixers.plug(PluggedMixers.State.PLUGGED);
    assertTrue(microphone.inputs().contains(new Microphone.Input("Test input", "Test input")));
    var open = assertInstanceOf(Opening.Open.class, microphone.open("Test input"));
    try (var capture = open.capture()) {
      assertEquals(44_100, capture.sampleRate());
      assertEquals(2, capture.channels());
      var block = new byte[4410 * 4];
      assertEquals(block.length, capture.read(block));
      assertTrue(block[1000] != 0 || block[1001] != 0, "a tone");
    }
  }

  @Test
  void reading_ends_when_it_is_closed() throws Exception {
    PluggedMixers.plug(PluggedMixers.State.PLUGGED);
    var open = assertInstanceOf(Opening.Open.class, microphone.open("Test input"));
    open.capture().close();
    assertEquals(0, open.capture().read(new byte[400]));
  }

  @Test
  void a_device_that_is_not_there_is_gone() {
    assertEquals(new Opening.Refused(Refusal.GONE), microphone.open("Test input"));
    assertTrue(microphone.inputs().stream().noneMatch(one -> one.id().equals("Test input")));
  }

  @Test
  void a_device_of_another_program_is_busy() {
    PluggedMixers.plug(PluggedMixers.State.TAKEN);
    assertEquals(new Opening.Refused(Refusal.BUSY), microphone.open("Test input"));
  }

  @Test
  void a_device_that_the_system_keeps_back_is_denied() {
    PluggedMixers.plug(PluggedMixers.State.DENIED);
    assertEquals(new Opening.Refused(Refusal.DENIED), microphone.open("Test input"));
  }

  /// Of a machine with others: they are asked, too.
  @Test
  void the_system_may_choose() {
    PluggedMixers.plug(PluggedMixers.State.PLUGGED);
    var opened = assertInstanceOf(Opening.Open.class, microphone.open(Microphone.SYSTEM));
    opened.capture().close();
  }
}
