package org.juntos.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.wire.Bytes;
import org.juntos.wire.Paths;
import org.juntos.wire.proto.AccessKey;
import org.juntos.wire.proto.ClientFrame;
import org.juntos.wire.proto.SendResult;

class SenderlessTest {
  private static final ByteString ACCESS_KEY = ByteString.copyFromUtf8("a key to a door.");

  @TempDir Path folder;

  @Test
  void the_database_says_of_an_anonymous_send_only_where_it_went() throws Exception {
    TestDevice alice;
    try (var relay = RunningRelay.in(folder)) {
      alice = TestDevice.register(relay, "+4915112345678");
      var bob = TestDevice.register(relay, "+4915112345679");
      var key = AccessKey.newBuilder().setKey(ACCESS_KEY).build();
      bob.client().put(Paths.ACCESS_KEY, key, bob.token());
      try (var toAlice = alice.stream();
          var stream = TestStream.anonymous(relay, alice.client())) {
        toAlice.drain(); // she is there, and sends at the same time
        var send = TestStream.message(1, UUID.randomUUID(), bob.address(), new byte[100]);
        stream.frame(
            ClientFrame.newBuilder().setSend(send.toBuilder().addAccessKeys(ACCESS_KEY)).build());
        assertEquals(SendResult.Status.ACCEPTED, stream.result().getStatus());
      }
    }
    var canaries = List.of(alice.account().bytes().hex(), alice.account().toString());
    assertEquals(Set.of("account"), tablesThatName(canaries));
    var shown = List.of(Bytes.of(ACCESS_KEY.toByteArray()).hex());
    assertEquals(Set.of(), tablesThatName(shown), "the access key itself is kept nowhere");
  }

  /// Tables of the relay with a value that has one of the canaries in it.
  private Set<String> tablesThatName(List<String> canaries) throws SQLException {
    var found = new TreeSet<String>();
    var url = "jdbc:sqlite:" + folder.resolve("data/relay.db");
    try (var database = DriverManager.getConnection(url);
        var statement = database.createStatement()) {
      var tables = new ArrayList<String>();
      try (var row = statement.executeQuery("SELECT name FROM sqlite_schema WHERE type='table'")) {
        while (row.next()) {
          tables.add(row.getString(1));
        }
      }
      assertTrue(tables.contains("envelope"), tables.toString());
      for (var table : tables) {
        try (var row = statement.executeQuery("SELECT * FROM " + table)) {
          while (row.next()) {
            var all = text(row);
            if (canaries.stream().anyMatch(all::contains)) {
              found.add(table);
            }
          }
        }
      }
    }
    return found;
  }

  private static String text(ResultSet row) throws SQLException {
    var all = new StringBuilder();
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      Object value = row.getObject(i);
      all.append(value instanceof byte[] bytes ? Bytes.of(bytes).hex() : value).append('\n');
    }
    return all.toString();
  }
}
