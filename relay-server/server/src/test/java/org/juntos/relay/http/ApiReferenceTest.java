package org.juntos.relay.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.relay.OpenRelay;
import org.juntos.wire.ErrorCode;
import org.juntos.wire.proto.AccessKey;
import org.juntos.wire.proto.ClientFrame;
import org.juntos.wire.proto.EvaluateNumbers;
import org.juntos.wire.proto.GroupState;
import org.juntos.wire.proto.LinkDevice;
import org.juntos.wire.proto.Presence;
import org.juntos.wire.proto.PushSubscription;
import org.juntos.wire.proto.RegistrationLock;
import org.juntos.wire.proto.RelayInfo;
import org.juntos.wire.proto.ReportAccount;
import org.juntos.wire.proto.SealedProfile;
import org.juntos.wire.proto.StatusSlot;
import org.juntos.wire.proto.UserNameOwner;

class ApiReferenceTest {
  private static final Path DOCS = Path.of("../docs");

  @TempDir Path folder;
  private OpenRelay relay;
  private List<Route> routes;

  @BeforeEach
  void open() throws IOException {
    relay = OpenRelay.in(folder);
    routes = HttpServer.routes(relay.services(), InstantSource.system());
  }

  @AfterEach
  void close() throws IOException {
    relay.close();
  }

  private static void assertGolden(String name, String written) throws IOException {
    var file = DOCS.resolve(name);
    if ("update".equals(System.getProperty("golden"))) {
      Files.writeString(file, written);
    }
    assertEquals(Files.readString(file), written, name + " is stale: run with -Dgolden=update");
  }

  @Test
  void the_documents_are_those_of_the_code() throws Exception {
    assertGolden("api.md", ApiPage.of(routes));
    assertGolden("openapi.json", OpenApi.of(routes));
  }

  @Test
  void every_route_says_what_it_does_and_what_it_answers() {
    for (var route : routes) {
      var name = route.method() + " " + route.template() + " needs Route.about(...)";
      var about = route.about();
      assertTrue(about.summary().matches("[A-Z].*\\."), name);
      assertFalse(about.gives().isEmpty(), name);
      long open = Arrays.stream(route.template().split("/", -1)).filter("*"::equals).count();
      assertEquals(open, about.variables().size(), name);
      var takesBody = List.of("POST", "PUT", "PATCH").contains(route.method());
      assertTrue(takesBody || about.takes() == null, name);
    }
  }

  @Test
  void every_code_has_a_meaning() throws Exception {
    assertEquals(List.of(ErrorCode.values()), List.copyOf(Refusals.meanings().keySet()));
  }

  @Test
  void every_field_of_the_contract_is_in_the_reference() throws Exception {
    var read = new TreeMap<String, Map<String, Integer>>();
    for (var file : ProtoFile.all()) {
      for (var type : file.types()) {
        var fields =
            type.fields().stream()
                .collect(Collectors.toMap(ProtoFile.Field::name, ProtoFile.Field::number));
        read.put(type.name(), fields);
      }
    }
    var compiled = new TreeMap<String, Map<String, Integer>>();
    types(RelayInfo.getDescriptor().getFile(), compiled);
    types(ClientFrame.getDescriptor().getFile(), compiled);
    types(PushSubscription.getDescriptor().getFile(), compiled);
    types(AccessKey.getDescriptor().getFile(), compiled);
    types(RegistrationLock.getDescriptor().getFile(), compiled);
    types(UserNameOwner.getDescriptor().getFile(), compiled);
    types(LinkDevice.getDescriptor().getFile(), compiled);
    types(GroupState.getDescriptor().getFile(), compiled);
    types(ReportAccount.getDescriptor().getFile(), compiled);
    types(SealedProfile.getDescriptor().getFile(), compiled);
    types(Presence.getDescriptor().getFile(), compiled);
    types(StatusSlot.getDescriptor().getFile(), compiled);
    types(EvaluateNumbers.getDescriptor().getFile(), compiled);
    assertEquals(compiled, read);
  }

  private static void types(FileDescriptor file, Map<String, Map<String, Integer>> into) {
    file.getMessageTypes().forEach(message -> types(message, "", into));
  }

  private static void types(
      Descriptor message, String outer, Map<String, Map<String, Integer>> into) {
    var name = outer + message.getName();
    into.put(
        name,
        message.getFields().stream()
            .collect(Collectors.toMap(FieldDescriptor::getName, FieldDescriptor::getNumber)));
    message.getNestedTypes().forEach(nested -> types(nested, name + ".", into));
    message
        .getEnumTypes()
        .forEach(type ->
            into.put(
                name + "." + type.getName(),
                type.getValues().stream()
                    .collect(
                        Collectors.toMap(value -> value.getName(), value -> value.getNumber()))));
  }
}
