package org.juntos.bench.server;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.juntos.bench.load.Account;
import org.juntos.bench.load.Target;
import org.juntos.wire.Paths;
import org.juntos.wire.group.GroupStates;
import org.juntos.wire.proto.GroupAction;
import org.juntos.wire.proto.GroupAnswer;
import org.juntos.wire.proto.GroupChange;
import org.juntos.wire.proto.GroupCredentials;
import org.juntos.wire.proto.GroupMember.Role;
import org.juntos.wire.proto.GroupState;
import org.juntos.wire.proto.GroupState.Access;
import org.juntos.wire.proto.RelayInfo;
import org.signal.libsignal.protocol.ServiceId;
import org.signal.libsignal.protocol.ServiceId.Aci;
import org.signal.libsignal.protocol.ServiceId.Pni;
import org.signal.libsignal.zkgroup.InvalidInputException;
import org.signal.libsignal.zkgroup.ServerPublicParams;
import org.signal.libsignal.zkgroup.VerificationFailedException;
import org.signal.libsignal.zkgroup.auth.AuthCredentialWithPniResponse;
import org.signal.libsignal.zkgroup.auth.ClientZkAuthOperations;
import org.signal.libsignal.zkgroup.groups.ClientZkGroupCipher;
import org.signal.libsignal.zkgroup.groups.GroupSecretParams;
import org.signal.libsignal.zkgroup.groupsend.GroupSendEndorsement;
import org.signal.libsignal.zkgroup.groupsend.GroupSendEndorsementsResponse;

/// A group of accounts at a relay, made the way clients make one, for what its members show when
/// they send to each other.
public final class BenchGroup {
  private final GroupSecretParams key = GroupSecretParams.generate();
  private final URI relay;
  private final HttpClient http;
  private final List<Account> members;
  private final List<GroupSendEndorsement> endorsements;
  private final Instant expiry;

  /// Makes it; the first of `members` is the admin.
  public BenchGroup(Target target, List<Account> members) throws IOException, InterruptedException {
    this.relay = target.address();
    this.members = List.copyOf(members);
    try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      this.http = client;
      var params = new ServerPublicParams(info().getGroups().getParams().toByteArray());
      var answer = make(presentation(params));
      this.expiry = Instant.ofEpochMilli(answer.getEndorsementsExpireAtMs());
      this.endorsements =
          new GroupSendEndorsementsResponse(answer.getEndorsements().toByteArray())
              .receive(
                  members.stream().<ServiceId>map(BenchGroup::name).toList(),
                  name(members.getFirst()),
                  key,
                  params)
              .endorsements();
    } catch (InvalidInputException | VerificationFailedException wrong) {
      throw new IOException("the relay's answer does not hold", wrong);
    }
  }

  private static Aci name(Account account) {
    return new Aci(account.device().account().value());
  }

  private RelayInfo info() throws IOException, InterruptedException {
    return RelayInfo.parseFrom(ask(request(Paths.RELAY)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(relay.resolve(path));
  }

  private byte[] ask(HttpRequest.Builder asked) throws IOException, InterruptedException {
    var answer = http.send(asked.build(), BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IOException("the relay answers " + answer.statusCode());
    }
    return answer.body();
  }

  private byte[] presentation(ServerPublicParams params)
      throws IOException, InterruptedException, InvalidInputException, VerificationFailedException {
    var admin = members.getFirst();
    var asked = request(Paths.GROUP_CREDENTIALS).header("Authorization", "Bearer " + admin.token());
    var today = GroupCredentials.parseFrom(ask(asked)).getCredentials(0);
    var client = new ClientZkAuthOperations(params);
    var credential =
        client.receiveAuthCredentialWithPniAsServiceId(
            name(admin),
            new Pni(admin.device().account().value()),
            today.getRedemptionDayMs() / 1_000,
            new AuthCredentialWithPniResponse(today.getResponse().toByteArray()));
    return client.createAuthCredentialPresentation(key, credential).serialize();
  }

  private GroupAnswer make(byte[] presentation) throws IOException, InterruptedException {
    return GroupAnswer.parseFrom(
        ask(
            request(Paths.GROUPS)
                .header(Paths.GROUP_HEADER, base64(key.getPublicParams().serialize()))
                .header(Paths.GROUP_AUTH_HEADER, base64(presentation))
                .PUT(BodyPublishers.ofByteArray(first().toByteArray()))));
  }

  private GroupChange first() {
    var cipher = new ClientZkGroupCipher(key);
    var state =
        GroupState.newBuilder()
            .setPublicParams(ByteString.copyFrom(key.getPublicParams().serialize()))
            .setWhoAdds(Access.ADMINS)
            .setWhoEdits(Access.ADMINS)
            .setWhoPosts(Access.EVERY_MEMBER);
    for (var member : members) {
      state
          .addMembersBuilder()
          .setMember(ByteString.copyFrom(cipher.encrypt(name(member)).serialize()))
          .setRole(Role.ADMIN);
    }
    return GroupChange.newBuilder()
        .setActor(state.getMembers(0).getMember())
        .setStateHash(ByteString.copyFrom(GroupStates.hash(state.build()).toArray()))
        .addActions(GroupAction.newBuilder().setCreate(state))
        .build();
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /// What is shown to send to the members from the `first` on to before the `last`.
  public byte[] token(int first, int last) {
    return GroupSendEndorsement.combine(endorsements.subList(first, last))
        .toFullToken(key, expiry)
        .serialize();
  }

  /// libsignal's sealed sender v2 message for these, with 1 KiB for all of them.
  public byte[] message(int first, int last) {
    return ManyMessage.to(members.subList(first, last), BenchIdentity.REGISTRATION_ID);
  }
}
