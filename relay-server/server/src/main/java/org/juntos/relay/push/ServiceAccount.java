package org.juntos.relay.push;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.security.PrivateKey;
import java.util.Map;
import okhttp3.HttpUrl;

/// The service account of a Firebase project, as its console hands it out.
///
/// @param tokenAddress where access tokens come from
public record ServiceAccount(String project, String email, PrivateKey key, String tokenAddress) {
  /// Reads the JSON file of it.
  ///
  /// @throws IOException with one sentence when it is none
  public static ServiceAccount read(String json) throws IOException {
    Map<String, Object> members;
    try {
      members = JSON.std.mapFrom(json);
    } catch (IOException unread) {
      throw new IOException("no JSON file of a service account", unread);
    }
    var address = member(members, "token_uri");
    if (HttpUrl.parse(address) == null) {
      throw new IOException("its token_uri is no address");
    }
    return new ServiceAccount(
        member(members, "project_id"),
        member(members, "client_email"),
        PemKey.read("RSA", member(members, "private_key")),
        address);
  }

  private static String member(Map<String, Object> members, String name) throws IOException {
    if (members.get(name) instanceof String text && !text.isEmpty()) {
      return text;
    }
    throw new IOException("it has no " + name);
  }

  /// Names the project only.
  @Override
  public String toString() {
    return "ServiceAccount(" + project + ")";
  }
}
