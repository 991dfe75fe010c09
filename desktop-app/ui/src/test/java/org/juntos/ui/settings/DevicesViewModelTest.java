package org.juntos.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.juntos.engine.intent.DeviceView;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.model.Event;
import org.juntos.ui.fake.FakeEngine;
import org.juntos.ui.fake.Samples;
import org.juntos.ui.settings.DevicesViewModel.Linking;

class DevicesViewModelTest {
  private static final DeviceView FIRST = new DeviceView(1, "", true, null);
  private static final DeviceView LAPTOP = new DeviceView(2, "Laptop", false, Samples.NOON);

  private final FakeEngine engine = new FakeEngine();
  private final DevicesViewModel model = new DevicesViewModel(engine.link());

  private void linkAsFarAs(Outcome last) {
    engine.answer(new Outcome.LinkCodeRead("Laptop", "relay"));
    model.read("code");
    engine.answer(last);
    model.confirm("code", "Laptop");
  }

  @Test
  void shows_the_devices_now_and_when_they_change_until_nobody_watches() {
    engine.answer(new Outcome.Devices(List.of(FIRST)));
    var watch = model.watch();
    assertEquals(List.of(FIRST), model.devices().get());
    engine.answer(new Outcome.Devices(List.of(FIRST, LAPTOP)));
    engine.happen(new Event.DevicesChanged());
    assertEquals(List.of(FIRST, LAPTOP), model.devices().get());
    watch.unsubscribe();
    engine.happen(new Event.DevicesChanged());
    assertEquals(2, engine.submitted.size());
  }

  @Test
  void a_code_changes_nothing_before_the_person_has_confirmed() {
    engine.answer(new Outcome.LinkCodeRead("Laptop", "relay"));
    model.read("code");
    assertEquals(new Linking.Confirming("code", "Laptop"), model.linking().get());
    assertEquals(List.of(new Intent.ReadLinkCode("code")), engine.submitted);
  }

  @Test
  void the_new_device_is_linked_when_it_has_been_heard_of() {
    var watch = model.watch();
    linkAsFarAs(new Outcome.Offered(2));
    assertEquals(new Linking.Waiting(2, "Laptop"), model.linking().get());
    engine.answer(new Outcome.Devices(List.of(FIRST, LAPTOP)));
    engine.happen(new Event.DevicesChanged());
    assertEquals(new Linking.Linked("Laptop"), model.linking().get());
    watch.unsubscribe();
  }

  @Test
  void a_refusal_is_told_and_forgotten_when_one_begins_anew() {
    engine.refuse("link-code-used");
    model.read("code");
    var problem = model.problem().get();
    assertNotNull(problem);
    assertEquals("link-code-used", problem.code());
    model.ask();
    assertTrue(model.problem().get() == null);
    assertEquals(new Linking.Asking(), model.linking().get());
  }

  @Test
  void a_device_is_taken_off() {
    model.unlink(2);
    assertTrue(engine.submitted.contains(new Intent.UnlinkDevice(2)));
  }
}
