package org.juntos.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.MatchView;
import org.juntos.engine.intent.PeopleIntent;

class DaemonTest {
  private final MemoryProfile profile = new MemoryProfile();
  private Terminal program = new Terminal(profile::open, Path.of(""));

  @BeforeEach
  void start_up(@TempDir Path folder) {
    program = new Terminal(profile::open, folder);
  }

  @Test
  void answers_each_request_and_ends_with_the_input() throws Exception {
    profile.register();
    asks(
        "{'jsonrpc':'2.0','id':'a','method':'whoami'}", "{'jsonrpc':'2.0','id':2,'method':'link'}");
    assertEquals(MemoryProfile.SELF.toString(), result("a").get("account"));
    assertEquals("juntos://contact/ana", result(2).get("link"));
  }

  @Test
  void messages_are_sent_in_the_order_of_the_lines() throws Exception {
    profile.register();
    profile.addContact("bbbbbbbb-0000-4000-8000-000000000002", "Ben");
    var lines = new String[100];
    for (int number = 0; number < lines.length; number++) {
      lines[number] =
          "{'jsonrpc':'2.0','id':%d,'method':'send','params':{'contact':'Ben','text':'%d'}}"
              .formatted(number, number);
    }
    asks(lines);
    for (int number = 0; number < lines.length; number++) {
      var intent = (Intent.SendMessage) profile.submitted.get(number);
      assertEquals(String.valueOf(number), intent.body());
      assertEquals("accepted", result(number).get("stage"));
    }
  }

  @Test
  void people_are_found_by_number_and_this_account_too() throws Exception {
    profile.register();
    profile.matched = new MatchView(1, 2, 0, null);
    asks(
        "{'jsonrpc':'2.0','id':1,'method':'discoverable'}",
        "{'jsonrpc':'2.0','id':2,'method':'discoverable','params':{'on':'+351912345678'}}",
        "{'jsonrpc':'2.0','id':3,'method':'contacts match','params':{'country':'PT'}}",
        "{'jsonrpc':'2.0','id':4,'method':'discoverable','params':{'off':true}}");
    assertEquals(false, result(1).get("discoverable"));
    assertEquals(true, result(2).get("discoverable"));
    assertEquals(1, result(3).get("found"));
    assertEquals(false, result(4).get("discoverable"));
    assertTrue(profile.submitted.contains(new PeopleIntent.MatchAddressBook("PT")));
  }

  @Test
  void lists_are_answered_as_arrays() throws Exception {
    profile.register();
    asks("{'jsonrpc':'2.0','id':1,'method':'contacts'}");
    assertEquals(List.of(), answer(1).get("result"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          nonsense                                                             | -32700
          [1,2]                                                                | -32600
          {'id':1,'method':'whoami'}                                           | -32600
          {'jsonrpc':'2.0','id':{},'method':'whoami'}                          | -32600
          {'jsonrpc':'2.0','id':1,'method':'dance'}                            | -32601
          {'jsonrpc':'2.0','id':1,'method':'whoami'} and more                  | -32700
          {'jsonrpc':'2.0','method':'whoami','id':1,'params':[1]}              | -32602
          {'jsonrpc':'2.0','id':1,'method':'history','params':{'contact':'x','limit':0}}  | -32602
          {'jsonrpc':'2.0','id':1,'method':'receive','params':{'timeout':-1}}  | -32602
          {'jsonrpc':'2.0','id':1,'method':'send','params':{'contact':'x','attach':[1]}} | -32602
          {'jsonrpc':'2.0','id':1,'method':'whoami','params':{'x':1}}          | -32602
          {'jsonrpc':'2.0','id':1,'method':'add','params':{'link':7}}          | -32602
          {'jsonrpc':'2.0','id':1,'method':'add'}                              | -32602
          {'jsonrpc':'2.0','id':1,'method':'whoami'}                           | -32000
          """)
  void what_cannot_be_served_gets_its_error_code(String line, int code) throws Exception {
    asks(line, "{'jsonrpc':'2.0','id':99,'method':'register','params':{'relay':'r','phone':'p'}}");
    var error = errors().getFirst();
    assertEquals(code, error.get("code"));
    assertEquals("r", result(99).get("relay"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'jsonrpc':'2.0','id':7,'method':'whoami','params':[1]}",
        "{'jsonrpc':'1.0','id':7,'method':'whoami'}",
        "{'jsonrpc':'2.0','id':7,'method':7}"
      })
  void what_has_an_id_is_answered_under_it(String line) throws Exception {
    asks(line);
    assertTrue(answer(7).containsKey("error"));
  }

  @Test
  void a_folder_that_cannot_be_written_is_refused_and_not_passed_over() throws Exception {
    profile.register();
    var file = program.file("file", "");
    asks("{'jsonrpc':'2.0','id':1,'method':'receive','params':{'save':'%s'}}".formatted(file));
    assertEquals("target-unwritable", Terminal.object(errors().getFirst(), "data").get("code"));
  }

  @Test
  void a_fault_of_one_request_is_its_answer() throws Exception {
    profile.register();
    profile.contacts.set(Collections.nCopies(1, null));
    asks(
        "{'jsonrpc':'2.0','id':1,'method':'contacts'}",
        "{'jsonrpc':'2.0','id':2,'method':'whoami'}");
    assertEquals(-32603, errors().getFirst().get("code"));
    assertEquals(MemoryProfile.SELF.toString(), result(2).get("account"));
  }

  @Test
  void a_refusal_carries_its_stable_code() throws Exception {
    asks("{'jsonrpc':'2.0','id':1,'method':'whoami'}");
    assertEquals("not-registered", Terminal.object(errors().getFirst(), "data").get("code"));
  }

  @Test
  void half_a_character_is_refused() throws Exception {
    profile.register();
    profile.addContact("bbbbbbbb-0000-4000-8000-000000000002", "Ben");
    asks("{'jsonrpc':'2.0','id':1,'method':'send','params':{'contact':'Ben','text':'\\ud800'}}");
    assertEquals("text-invalid", Terminal.object(errors().getFirst(), "data").get("code"));
  }

  @Test
  void what_happens_is_told_without_asking() throws Exception {
    profile.register();
    asks("{'jsonrpc':'2.0','id':1,'method':'whoami'}");
    assertTrue(
        program.jsonLines().stream().anyMatch(line -> "connection".equals(line.get("method"))),
        program.shown());
  }

  private void asks(String... lines) throws InterruptedException {
    var input = String.join("\n", lines).replace('\'', '"') + "\n";
    assertEquals(0, program.pipes(input.getBytes(StandardCharsets.UTF_8), "daemon"));
  }

  private Map<?, ?> answer(Object id) throws IOException {
    return program.jsonLines().stream()
        .filter(line -> id.equals(line.get("id")))
        .findFirst()
        .orElseThrow();
  }

  private Map<?, ?> result(Object id) throws IOException {
    return Terminal.object(answer(id), "result");
  }

  private List<Map<?, ?>> errors() throws IOException {
    return program.jsonLines().stream()
        .filter(line -> line.containsKey("error"))
        .<Map<?, ?>>map(line -> Terminal.object(line, "error"))
        .toList();
  }
}
