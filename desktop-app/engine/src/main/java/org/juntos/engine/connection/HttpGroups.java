package org.juntos.engine.connection;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import okhttp3.Request;
import org.juntos.crypto.session.Bundles;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.ErrorCode;
import org.juntos.wire.Paths;
import org.juntos.wire.proto.GroupAnswer;
import org.juntos.wire.proto.GroupChange;
import org.juntos.wire.proto.GroupChanges;
import org.juntos.wire.proto.GroupCredentials;
import org.juntos.wire.proto.GroupLinkPreview;
import org.juntos.wire.proto.PrekeyBundles;
import org.juntos.wire.proto.RelayInfo;

/// Groups over HTTP.
record HttpGroups(Exchange open, AuthorizedExchange authorized, Exchange anonymous)
    implements GroupApi {
  /// A state of a thousand members, or a hundred changes.
  private static final int LONGEST_ANSWER_BYTES = 8 * 1024 * 1024;

  @Override
  public RelayResult<SignedWord> params() throws IOException {
    var info =
        open.send(
            open.request(Paths.RELAY).build(),
            answer -> ProtobufBody.read(answer, RelayInfo.parser()));
    return switch (info) {
      case RelayResult.Refused<RelayInfo> refused -> refused.as();
      case RelayResult.Ok<RelayInfo>(var said) ->
          said.hasGroups()
              ? new RelayResult.Ok<>(
                  new SignedWord(
                      WireValues.bytes(said.getGroups().getParams()),
                      WireValues.bytes(said.getGroups().getSignature())))
              : new RelayResult.Refused<>(ErrorCode.NOT_FOUND, "", null, "it keeps no groups");
    };
  }

  @Override
  public RelayResult<List<Credential>> credentials() throws IOException {
    return authorized.send(
        authorized.request(Paths.GROUP_CREDENTIALS),
        answer -> {
          var credentials = new ArrayList<Credential>();
          for (var one :
              ProtobufBody.read(answer, GroupCredentials.parser()).getCredentialsList()) {
            credentials.add(
                new Credential(
                    Instant.ofEpochMilli(one.getRedemptionDayMs()),
                    WireValues.bytes(one.getResponse())));
          }
          return credentials;
        });
  }

  @Override
  public RelayResult<Answer> make(Shown shown, Bytes change) throws IOException {
    return anonymous.send(shown(shown).put(ProtobufBody.of(change)).build(), HttpGroups::answer);
  }

  @Override
  public RelayResult<Answer> change(Shown shown, Bytes change, Bytes password) throws IOException {
    var request = linked(shown(shown, "changes"), password);
    return anonymous.send(request.post(ProtobufBody.of(change)).build(), HttpGroups::answer);
  }

  @Override
  public RelayResult<Answer> look(Shown shown) throws IOException {
    return anonymous.send(shown(shown).build(), HttpGroups::answer);
  }

  @Override
  public RelayResult<Changes> changes(Shown shown, int from) throws IOException {
    var request = shown(shown, "changes");
    var url =
        request
            .build()
            .url()
            .newBuilder()
            .addQueryParameter("from", Integer.toString(from))
            .build();
    return anonymous.send(
        request.url(url).build(),
        answer -> {
          var read = ProtobufBody.read(answer, LONGEST_ANSWER_BYTES, GroupChanges.parser());
          return new Changes(
              read.getChangesList().stream().map(HttpGroups::serialized).toList(), read.getMore());
        });
  }

  private static Bytes serialized(GroupChange change) {
    return Bytes.of(change.toByteArray());
  }

  @Override
  public RelayResult<Preview> preview(Shown shown, Bytes password) throws IOException {
    return anonymous.send(
        linked(shown(shown, "link"), password).build(),
        answer -> {
          var read = ProtobufBody.read(answer, LONGEST_ANSWER_BYTES, GroupLinkPreview.parser());
          return new Preview(
              Bytes.of(read.getState().toByteArray()),
              WireValues.bytes(read.getHead()),
              read.getNeedsApproval(),
              read.getRequested());
        });
  }

  @Override
  public RelayResult<Bundles> bundles(AccountId account, Bytes token) throws IOException {
    var request = anonymous.request(Paths.ACCOUNTS, account.toString(), "keys");
    return anonymous.send(
        request.header(Paths.GROUP_SEND_TOKEN_HEADER, text(token)).build(),
        answer -> WireKeys.bundles(ProtobufBody.read(answer, PrekeyBundles.parser())));
  }

  private Request.Builder shown(Shown shown, String... more) {
    return anonymous
        .request(Paths.GROUPS, more)
        .header(Paths.GROUP_HEADER, text(shown.group()))
        .header(Paths.GROUP_AUTH_HEADER, text(shown.presentation()));
  }

  private static Request.Builder linked(Request.Builder request, Bytes password) {
    return password.isEmpty() ? request : request.header(Paths.GROUP_LINK_HEADER, text(password));
  }

  private static String text(Bytes bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toArray());
  }

  private static Answer answer(okhttp3.Response answer) throws IOException {
    var read = ProtobufBody.read(answer, LONGEST_ANSWER_BYTES, GroupAnswer.parser());
    return new Answer(
        Bytes.of(read.getState().toByteArray()),
        WireValues.bytes(read.getHead()),
        WireValues.bytes(read.getEndorsements()));
  }
}
