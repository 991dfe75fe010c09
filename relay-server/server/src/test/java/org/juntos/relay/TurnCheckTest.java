package org.juntos.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.relay.turn.FakeTurn;

class TurnCheckTest {
  @TempDir Path folder;

  private DoctorRun doctor(int port, String... more) {
    return DoctorRun.of(folder.resolve("data"), port, more);
  }

  @Test
  void a_server_that_carries_calls_is_tried_with_the_relay_s_secret() throws Exception {
    int port = DoctorRun.freePort();
    var secret = "--turn-secret=file:" + Files.writeString(folder.resolve("turn"), "shared\n");
    assertTrue(doctor(port).line("turn").startsWith("ok "), "none is set");
    try (var turn = new FakeTurn("shared")) {
      var there = "--turn=turn:127.0.0.1:" + turn.port();
      var works = doctor(port, there, secret);
      assertTrue(works.line("turn").startsWith("ok "), works.out());
      assertEquals(1, turn.released(), "the address is given back");
      turn.relayFrom(InetAddress.getByName("192.168.7.7"));
      assertTrue(doctor(port, there, secret).line("turn").contains("not public"));
      turn.answer(FakeTurn.Mood.FOR_ANYBODY);
      assertTrue(doctor(port, there, secret).line("turn").contains("for anybody"));
      turn.answer(FakeTurn.Mood.FULL);
      assertTrue(doctor(port, there, secret).line("turn").contains("error 486"));
      turn.answer(FakeTurn.Mood.USUAL);
      var other = "--turn-secret=file:" + Files.writeString(folder.resolve("other"), "other");
      var refused = doctor(port, there, other);
      assertTrue(refused.line("turn").startsWith("failure"), refused.out());
      assertTrue(refused.line("turn").contains("does not take the relay's secret"), refused.out());
      assertEquals(1, refused.code());
    }
    var tcp =
        doctor(port, "--turn=turn:127.0.0.1:" + DoctorRun.freePort() + "?transport=tcp", secret);
    assertTrue(tcp.line("turn").contains("does not answer (ConnectException)"), tcp.out());
    var nowhere = doctor(port, "--turn=turn:a.invalid", secret);
    assertTrue(nowhere.line("turn").contains("does not answer (UnknownHost"), nowhere.out());
    assertEquals(2, doctor(port, "--turn=turn:a.example").code(), "no secret");
    assertEquals(2, doctor(port, "--turn=stun:a.example", secret).code());
    var empty = doctor(port, "--turn=turn:a.example", "--turn-secret=env:NONE").line("turn");
    assertTrue(empty.contains("there is no secret in"), empty);
  }
}
