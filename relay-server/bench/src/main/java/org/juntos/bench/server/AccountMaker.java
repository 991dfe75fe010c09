package org.juntos.bench.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.juntos.bench.load.Account;
import org.juntos.bench.load.Target;
import org.juntos.wire.AccountId;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.Paths;
import org.juntos.wire.WireLimits;
import org.juntos.wire.proto.AccessKey;
import org.juntos.wire.proto.Admission;
import org.juntos.wire.proto.CodeSession;
import org.juntos.wire.proto.Registered;
import org.juntos.wire.proto.StartCodeSession;
import org.juntos.wire.proto.SubmitCode;

/// Registers accounts at a relay the way everybody does: phone number, code, keys.
public final class AccountMaker implements AutoCloseable {
  private static final MediaType PROTOBUF = MediaType.get(Paths.PROTOBUF);
  private static final Pattern CODE_LINE =
      Pattern.compile("\"phone\":\"([^\"]+)\",\"code\":\"([^\"]+)\"");
  private static final long FIRST_NUMBER = 4915_100_000_000L;

  private final Target target;
  private final Path codes;
  private final OkHttpClient http;
  private final BenchIdentity identity = new BenchIdentity();
  private final Random random = new Random(1);

  /// @param codes file to which the relay writes its codes
  public AccountMaker(Target target, Path codes) {
    this.target = target;
    this.codes = codes;
    this.http =
        new OkHttpClient.Builder()
            .sslSocketFactory(Target.trusting().getSocketFactory(), new Target.Anyone())
            .hostnameVerifier((_, _) -> true)
            .build();
  }

  /// The identity key of all of them.
  public byte[] identityKey() {
    return identity.key();
  }

  /// Makes `count` new accounts.
  public List<Account> make(int count) throws IOException {
    var sessions = new HashMap<String, ByteString>();
    for (int i = 0; i < count; i++) {
      var number = "+" + (FIRST_NUMBER + 1_000_003L * i % 99_999_989L);
      sessions.put(number, start(number));
    }
    var accounts = new ArrayList<Account>(count);
    for (var code : codes().entrySet()) {
      var session = sessions.get(code.getKey());
      if (session != null) {
        accounts.add(register(admission(session, code.getValue())));
      }
    }
    if (accounts.size() != count) {
      throw new IOException("only " + accounts.size() + " of " + count + " codes came");
    }
    return accounts;
  }

  private ByteString start(String number) throws IOException {
    var body = StartCodeSession.newBuilder().setPhoneNumber(number).build();
    return CodeSession.parseFrom(post(Paths.REGISTRATION_SESSIONS, body)).getSessionId();
  }

  private Map<String, String> codes() throws IOException {
    var found = new HashMap<String, String>();
    for (var line : Files.readAllLines(codes)) {
      var match = CODE_LINE.matcher(line);
      if (match.find()) {
        found.put(match.group(1), match.group(2));
      }
    }
    return found;
  }

  private String admission(ByteString session, String code) throws IOException {
    var name = Base64.getUrlEncoder().withoutPadding().encodeToString(session.toByteArray());
    var body = SubmitCode.newBuilder().setCode(code).build();
    var path = Paths.REGISTRATION_SESSIONS + "/" + name + "/code";
    return Admission.parseFrom(post(path, body)).getToken();
  }

  private Account register(String admission) throws IOException {
    var account = new AccountId(new UUID(random.nextLong(), random.nextLong()));
    var secret = new byte[32];
    random.nextBytes(secret);
    var body =
        identity.registration(
            admission, ByteString.copyFrom(account.bytes().buffer()), ByteString.copyFrom(secret));
    var registered = Registered.parseFrom(post(Paths.ACCOUNTS, body));
    var token = registered.getToken().getToken();
    var key = new byte[WireLimits.ACCESS_KEY_BYTES];
    random.nextBytes(key);
    var accessKey = ByteString.copyFrom(key);
    var upload = AccessKey.newBuilder().setKey(accessKey).build().toByteArray();
    send(
        Paths.ACCESS_KEY,
        request(Paths.ACCESS_KEY)
            .header("Authorization", "Bearer " + token)
            .put(RequestBody.create(upload, PROTOBUF)));
    return new Account(new DeviceAddress(account, 1), token, accessKey);
  }

  private byte[] post(String path, MessageLite body) throws IOException {
    return send(path, request(path).post(RequestBody.create(body.toByteArray(), PROTOBUF)));
  }

  private Request.Builder request(String path) {
    return new Request.Builder().url(target.address() + path);
  }

  private byte[] send(String path, Request.Builder asked) throws IOException {
    var request = asked.build();
    try (var answer = http.newCall(request).execute()) {
      var bytes = answer.body().bytes();
      if (!answer.isSuccessful()) {
        throw new IOException(path + ": " + answer.code() + " " + new String(bytes, UTF_8));
      }
      return bytes;
    }
  }

  @Override
  public void close() {
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
